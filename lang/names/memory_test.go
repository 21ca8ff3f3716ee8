package names

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/isnad-news/isnad/lang"
	"github.com/isnad-news/isnad/lang/tagger"
)

// keyed is a language of words that are known by the numbers given.
type keyed []uint64

func (keyed) Read(string, []lang.Token, []Hint) {}
func (keyed) features(*tagger.Rows, int)        {}
func (k keyed) key(i int) uint64                { return k[i] }

func TestMemoryTells(t *testing.T) {
	const none = 0
	first, rest := Label(Person, true), Label(Person, false)
	place := Label(Place, true)
	person := uint64(1) << (Person - 1)
	long := person << toldKinds
	for _, test := range []struct {
		name   string
		words  keyed
		labels []uint8
		want   []uint64
	}{
		{"nothing", keyed{}, nil, nil},
		{"a word by itself tells itself nothing", keyed{5}, []uint8{first}, []uint64{none}},
		{"no key, nothing told", keyed{0, 0}, []uint8{first, first}, []uint64{none, none}},
		{"a short form is told of the whole", keyed{4, 5, 5}, []uint8{first, rest, none}, []uint64{none, none, person | long | toldMost}},
		{"a short form does not tell that it is long", keyed{5, 5}, []uint8{first, none}, []uint64{none, person | toldMost}},
		{"more often no name", keyed{5, 5, 5, 5}, []uint8{first, none, none, none}, []uint64{none, person, person, person}},
		{"of two kinds the one that is oftener", keyed{5, 5, 5, 5}, []uint8{first, place, place, none},
			[]uint64{uint64(1)<<(Place-1) | toldMost, person, person, uint64(1)<<(Place-1) | toldMost}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var m memory
			for range 2 {
				m.learn(test.words, test.labels)
				if fmt.Sprint(m.told) != fmt.Sprint(append([]uint64{}, test.want...)) {
					t.Errorf("%b, want %b", m.told, test.want)
				}
			}
			disagrees := false
			for i, one := range test.want {
				kind := kindOf(test.labels[i])
				disagrees = disagrees || one != 0 && (kind == None || one>>(kind-1)&1 == 0)
			}
			if m.disagrees(test.labels, 0, len(test.words)) != disagrees {
				t.Errorf("disagrees: %v", !disagrees)
			}
		})
	}
}

// TestMemoryForgets holds that what one text told is not told in another.
func TestMemoryForgets(t *testing.T) {
	var kept memory
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "words")
		words := keyed(rapid.SliceOfN(rapid.Uint64Range(0, 6), n, n).Draw(t, "keys"))
		labels := rapid.SliceOfN(rapid.Uint8Range(0, 10), n, n).Draw(t, "labels")
		kept.learn(words, labels)
		var fresh memory
		if fresh.learn(words, labels); fmt.Sprint(fresh.told) != fmt.Sprint(kept.told) {
			t.Fatalf("%b, fresh %b", kept.told, fresh.told)
		}
	})
}
