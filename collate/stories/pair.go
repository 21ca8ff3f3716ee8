package stories

import (
	"math"

	"github.com/isnad-news/isnad"
)

// report is a sketch weighed: its features have their worth among the others.
type report struct {
	*Sketch
	words int // features before it are of one language
	means int // features from it on compare two languages
	norms [views]float32
}

// view is a part of two articles that is compared by itself.
type view int

const (
	leads    view = iota // words of title and lead
	bodies               // all words
	rares                // words that fewer than one in a hundred articles have
	who                  // names
	where                // places
	figures              // numbers
	days                 // days that the texts give
	meanings             // concepts
	senses               // words, over languages
	actors               // names in title and lead
	scenes               // places in title and lead
	views
)

// weigh gives the features of a copy of s their worth, whether they had one or
// not.
func weigh(s *Sketch, rarity func(place) float32) *report {
	weighed := *s
	weighed.features.marks = make([]mark, len(s.features.marks))
	r := &report{Sketch: &weighed}
	senses := len(s.features.places) - len(s.shares)
	for i, at := range s.features.places {
		share := uint8(whole)
		if i >= senses {
			share = s.shares[i-senses]
		}
		weighed.features.marks[i] = s.features.marks[i].weighed(rarity(at), share)
		if at.kind() <= term {
			r.words = i + 1
		}
		if at.kind() < concept {
			r.means = i + 1
		}
	}
	r.norm()
	return r
}

func (r *report) norm() {
	var sums [views]float64
	for i := range r.features.places {
		parts(r.features.at(i), func(v view, w float32) { sums[v] += float64(w) * float64(w) })
	}
	for v := range sums {
		r.norms[v] = float32(math.Sqrt(sums[v]))
	}
}

// tempered is 1 + ln n.
var tempered = func() (table [mostCount + 1]float32) {
	for n := 1; n < len(table); n++ {
		table[n] = float32(1 + math.Log(float64(n)))
	}
	return table
}()

// parts tells in which views a feature counts, and how much.
func parts(f feature, add func(view, float32)) {
	worth := f.worth()
	whole := worth * tempered[f.count()]
	switch f.kind() {
	case term:
		if f.zones()&(inTitle|inLead) != 0 {
			add(leads, worth)
		}
		add(bodies, whole)
		if f.rank() >= uncommon {
			add(rares, whole)
		}
	case name:
		if f.zones()&(inTitle|inLead) != 0 {
			add(actors, worth)
		}
		add(who, whole)
	case spot:
		if f.zones()&(inTitle|inLead) != 0 {
			add(scenes, worth)
		}
		add(where, whole)
	case number:
		add(figures, worth)
	case date:
		add(days, worth)
	case concept:
		add(meanings, whole)
	case sense:
		add(senses, whole)
	}
}

// traits are what two articles have in common, each from 0 to 1.
type traits [views + 10]float64

const (
	event     = int(views) + iota // they tell of one event: 1 with two actors, ½ with one
	apart                         // their leads tell of two events that differ by the day alone
	gap                           // days between them, of the longest that is compared
	again                         // one outlet, on another day: a column or a count filled anew
	undated                       // one has no day of its own
	held                          // the words of the shorter that stand in the longer
	strangers                     // both leads name somebody, and nobody is in both
	elsewhere                     // both leads name a place, and none is in both
	foreign                       // both name people, places or numbers, none of them in common: the more, the commoner the words are that they share
	always                        // 1
)

// few is added to the lengths of two texts that are compared, as squares: where
// they have a handful of words, to share most of them says little.
const few = 300

// uncommon is a word that one in a hundred articles has, or fewer.
var uncommon = rankOf(4.6)

// compare finds the traits of two reports.
func compare(a, b *report) traits {
	var t traits
	dots := dot(a, b)
	for v := range dots {
		if dots[v] > 0 {
			t[v] = math.Min(1, float64(dots[v])/(float64(a.norms[v])*float64(b.norms[v])))
		}
	}
	least := min(a.norms[bodies], b.norms[bodies])
	t[held] = math.Min(1, float64(dots[bodies]/(least*least+few)))
	t[bodies] = math.Min(1, float64(dots[bodies]/(a.norms[bodies]*b.norms[bodies]+few)))
	t[foreign] = foreignness(a, b, &dots)
	if a.norms[actors] > 0 && b.norms[actors] > 0 {
		t[strangers] = 1 - t[actors]
	}
	if a.norms[scenes] > 0 && b.norms[scenes] > 0 {
		t[elsewhere] = 1 - t[scenes]
	}
	best, clash := shared(a.events, b.events)
	t[event] = float64(best) / 2
	if clash {
		t[apart] = 1
	}
	switch {
	case a.day == 0 || b.day == 0:
		t[undated] = 1
	default:
		t[gap] = math.Min(1, math.Abs(float64(a.day-b.day))/farthest)
		if a.outlet == b.outlet && a.day != b.day {
			t[again] = 1
		}
	}
	t[always] = 1
	return t
}

// foreignness is 0 for two articles that have a name, a place or a number in
// common, or of which one has none; else it grows from 0 to 1 as the part falls
// from a half to nothing that rare words have in what they share. One template
// filled twice gives 1.
func foreignness(a, b *report, dots *[views]float32) float64 {
	named := func(r *report) bool { return r.norms[who]+r.norms[where]+r.norms[figures] > 0 }
	if dots[who]+dots[where]+dots[figures] > 0 || !named(a) || !named(b) {
		return 0
	}
	if dots[bodies] == 0 {
		return 1
	}
	return max(0, 1-2*float64(dots[rares]/dots[bodies]))
}

// dot multiplies two reports in each view: words where both are in one
// language, what words mean where they are in two.
func dot(a, b *report) [views]float32 {
	var sums [views]float32
	x, y := a.compared(b.lang), b.compared(a.lang)
	for i, j := 0, 0; i < len(x.places) && j < len(y.places); {
		switch {
		case x.places[i] < y.places[j]:
			i++
		case x.places[i] > y.places[j]:
			j++
		default:
			multiply(&sums, x.at(i), y.at(j))
			i, j = i+1, j+1
		}
	}
	return sums
}

// compared are the features that count beside an article in a language.
func (r *report) compared(lang isnad.Lang) features {
	if r.lang == lang {
		return r.features.part(0, r.means)
	}
	return r.features.part(r.words, len(r.features.places))
}

func multiply(sums *[views]float32, f, g feature) {
	w := f.worth() * g.worth()
	whole := w * tempered[f.count()] * tempered[g.count()]
	first := f.zones()&(inTitle|inLead) != 0 && g.zones()&(inTitle|inLead) != 0
	switch f.kind() {
	case term:
		if first {
			sums[leads] += w
		}
		sums[bodies] += whole
		if f.rank() >= uncommon && g.rank() >= uncommon {
			sums[rares] += whole
		}
	case name:
		if first {
			sums[actors] += w
		}
		sums[who] += whole
	case spot:
		if first {
			sums[scenes] += w
		}
		sums[where] += whole
	case number:
		sums[figures] += w
	case date:
		sums[days] += w
	case concept:
		sums[meanings] += whole
	case sense:
		sums[senses] += whole
	}
}
