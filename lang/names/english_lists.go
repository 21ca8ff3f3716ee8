package names

import (
	"embed"
	"strconv"
	"strings"
	"sync"

	"github.com/isnad-news/isnad/lang/english"
	"github.com/isnad-news/isnad/lang/tagger"
)

//go:embed lists/en-*
var englishFiles embed.FS

// What lists say of a word, as bits. The classes of en-classes.tsv follow in
// the order of the file: the order is part of the model.
const (
	englishGiven = iota
	englishSurname
	englishPeople
	englishCity
	englishTown
	englishProper
	englishBand10
	englishBand20
	englishBand35
	englishClasses
)

// What lists say of a name of one or more words, as bits.
const (
	phraseCity = iota
	phrasePerson
	phraseBody
	phrasePlace
	phraseOther
	phraseKinds
)

// longest is how many words a listed name has at most.
const longest = 5

// englishEntry is what the lists say of a word, or of a name of several.
type englishEntry struct {
	hash   uint64
	flags  uint64
	sense  uint16 // WordNet's classes as a noun (high byte) and as a verb
	phrase uint16 // of a name that is whole
	begins bool   // a listed name begins with the word
}

// englishLists finds entries by hash, in open addressing.
type englishLists struct {
	table []englishEntry // a power of two, at most half full

	// The flags of the classes that rules ask for by name.
	function, body, place, event, work, title, trade, say, born, locprep, legal, team uint64
	nation, people, creed                                                             uint64
}

var loadEnglish = sync.OnceValue(func() *englishLists {
	l := &englishLists{table: make([]englishEntry, 1<<18)}
	l.words("en-given.txt", englishGiven)
	l.words("en-surnames.txt", englishSurname)
	l.words("en-people.txt", englishPeople)
	l.words("en-proper.txt", englishProper)
	l.common()
	l.cities()
	l.named()
	for _, line := range englishLines("en-countries.txt") {
		l.name(line, phrasePlace)
	}
	l.classes()
	return l
})

func englishLines(name string) []string {
	raw, err := englishFiles.ReadFile("lists/" + name)
	if err != nil {
		panic(err) // the file is embedded
	}
	var list []string
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			list = append(list, line)
		}
	}
	return list
}

// words reads a list of words.
func (l *englishLists) words(file string, flag int) {
	for _, line := range englishLines(file) {
		for _, word := range strings.Fields(line) {
			l.put(tagger.Hash(english.Fold(word))).flags |= 1 << flag
		}
	}
}

// classes reads the words of classes.
func (l *englishLists) classes() {
	named := map[string]*uint64{
		"function": &l.function, "orghead": &l.body, "placehead": &l.place, "eventhead": &l.event, "workhead": &l.work,
		"title": &l.title, "trade": &l.trade, "say": &l.say, "born": &l.born, "locprep": &l.locprep, "legal": &l.legal, "team": &l.team,
		"nation": &l.nation, "people": &l.people, "creed": &l.creed,
	}
	for i, line := range englishLines("en-classes.tsv") {
		class, list, _ := strings.Cut(line, "\t")
		flag := uint64(1) << (englishClasses + i)
		if at := named[class]; at != nil {
			*at = flag
		}
		for _, word := range strings.Fields(list) {
			l.put(tagger.Hash(english.Fold(word))).flags |= flag
		}
	}
}

// common reads the common words and their senses.
func (l *englishLists) common() {
	bands := map[string]int{"10": englishBand10, "20": englishBand20, "35": englishBand35}
	for _, line := range englishLines("en-words.tsv") {
		fields := strings.SplitN(line, "\t", 4)
		noun, _ := strconv.ParseUint(fields[1], 10, 8)
		verb, _ := strconv.ParseUint(fields[2], 10, 8)
		for _, word := range strings.Fields(fields[3]) {
			entry := l.put(tagger.Hash(english.Fold(word)))
			entry.flags |= 1 << bands[fields[0]]
			entry.sense = uint16(noun<<8 | verb)
		}
	}
}

func (l *englishLists) cities() {
	for _, line := range englishLines("en-cities.tsv") {
		size, list, _ := strings.Cut(line, "\t")
		flag := englishCity
		if size == "2" {
			flag = englishTown
		}
		for _, name := range strings.Split(list, " | ") {
			l.name(name, phraseCity)
			if !strings.Contains(name, " ") {
				l.put(tagger.Hash(english.Fold(name))).flags |= 1 << flag
			}
		}
	}
}

// named reads the widely known names.
func (l *englishLists) named() {
	kinds := map[string]int{"person": phrasePerson, "organisation": phraseBody, "place": phrasePlace, "other": phraseOther}
	for _, line := range englishLines("en-bodies.tsv") {
		kind, list, _ := strings.Cut(line, "\t")
		for _, name := range strings.Split(list, " | ") {
			l.name(name, kinds[kind])
		}
	}
}

// name puts a name of up to longest words.
func (l *englishLists) name(name string, kind int) {
	tokens := english.Tokens(name)
	if len(tokens) == 0 || len(tokens) > longest {
		return
	}
	hash := uint64(0)
	for _, token := range tokens {
		hash = join(hash, tagger.Hash(token.Key))
	}
	l.put(hash).phrase |= 1 << kind
	l.put(tagger.Hash(tokens[0].Key)).begins = true
}

// join is the hash of a name by that of its words before and its next word.
func join(before, word uint64) uint64 { return tagger.Mix2(1, before, word) }

// put returns the entry of a hash to be filled. It grows nothing: the lists
// are of this package, and half of the table is theirs.
func (l *englishLists) put(hash uint64) *englishEntry {
	mask := uint64(len(l.table) - 1)
	at := hash & mask
	for l.table[at].hash != hash && l.table[at].hash != 0 {
		at = (at + 1) & mask
	}
	l.table[at].hash = hash
	return &l.table[at]
}

var unlisted englishEntry

// get returns the entry of a hash.
func (l *englishLists) get(hash uint64) *englishEntry {
	mask := uint64(len(l.table) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		switch l.table[at].hash {
		case hash:
			return &l.table[at]
		case 0:
			return &unlisted
		}
	}
}

// sense is that of a word, or of the word without its regular ending.
func (l *englishLists) sense(key string, entry *englishEntry) uint16 {
	if entry.sense != 0 || len(key) < 4 {
		return entry.sense
	}
	for _, ending := range [...]string{"s", "es", "ed", "d", "ing", "ers", "er"} {
		if len(key) > len(ending)+2 && strings.HasSuffix(key, ending) {
			if sense := l.get(tagger.Hash(key[:len(key)-len(ending)])).sense; sense != 0 {
				return sense
			}
		}
	}
	return 0
}
