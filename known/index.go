package known

// index is a map of token n-grams: a trie whose edges are folded words, in
// one table. Looking a word up costs one place in the table where no name
// goes on with it, and one more node where one does. The zero index is empty.
type index struct {
	at    table
	nodes []node // node 0 is the root
	text  []byte // the words of the nodes, one after the other
	lists [][]string
}

// node is what follows its parent by a word.
type node struct {
	word   int    // where its word begins in text
	size   uint32 // of the word in bytes
	parent uint32
	entry  entry
}

// entry says what is entered at a node: nothing, one row by its number plus
// one, or a list of several by its number in the upper half of the range.
type entry uint32

const (
	manyRows entry = 1 << 31
	blocked  entry = 1<<32 - 1 // a run of words that is no name
)

// grow makes room for about n more words.
func (x *index) grow(n int) {
	x.at.grow(len(x.nodes) + n)
	x.nodes = append(make([]node, 0, len(x.nodes)+n+1), x.nodes...)
	x.text = append(make([]byte, 0, len(x.text)+8*n), x.text...)
}

// add enters the row with the given number under keys. Rows come in order, so
// that one that is there already is the last.
func (x *index) add(keys []string, row int, ids []string) {
	if len(keys) == 0 {
		return
	}
	node := &x.nodes[x.path(keys)]
	switch one := entry(row + 1); {
	case node.entry == 0 || node.entry == blocked:
		node.entry = one
	case node.entry == one:
	case node.entry < manyRows:
		first := ids[node.entry-1]
		node.entry = manyRows + entry(len(x.lists))
		x.lists = append(x.lists, []string{first, ids[row]})
	default:
		list := &x.lists[node.entry-manyRows]
		if (*list)[len(*list)-1] != ids[row] {
			*list = append(*list, ids[row])
		}
	}
}

// block enters keys as a run of words that is no name, unless it is one.
func (x *index) block(keys []string) {
	if len(keys) == 0 {
		return
	}
	if node := &x.nodes[x.path(keys)]; node.entry == 0 {
		node.entry = blocked
	}
}

// path returns the node of keys and makes what is missing on the way.
func (x *index) path(keys []string) uint32 {
	if len(x.nodes) == 0 {
		x.nodes = append(x.nodes, node{})
	}
	at := uint32(0)
	for _, key := range keys {
		tag := tagOf(at, key)
		next, ok := x.child(at, tag, key)
		if !ok {
			next = uint32(len(x.nodes))
			x.nodes = append(x.nodes, node{word: len(x.text), size: uint32(len(key)), parent: at})
			x.text = append(x.text, key...)
			x.at.put(tag, next)
		}
		at = next
	}
	return at
}

// child returns the node that key, whose tag below parent is given, leads to.
func (x *index) child(parent, tag uint32, key string) (uint32, bool) {
	for at := tag; ; at++ {
		number, place, ok := x.at.seek(tag, at)
		if !ok {
			return 0, false
		}
		n := &x.nodes[number]
		if n.parent == parent && string(x.text[n.word:n.word+int(n.size)]) == key {
			return number, true
		}
		at = place
	}
}

// begins reports whether anything is entered under keys that begin with key.
func (x *index) begins(key string) bool {
	_, ok := x.child(0, tagOf(0, key), key)
	return ok
}

// longest returns what is entered under the longest prefix of keys that has
// an entry, and its length in words; ids are those of the rows by number.
func (x *index) longest(keys, ids []string) (found []string, n int) {
	var best entry
	at := uint32(0)
	for i, key := range keys {
		next, ok := x.child(at, tagOf(at, key), key)
		if !ok {
			break
		}
		at = next
		if e := x.nodes[at].entry; e != 0 {
			best, n = e, i+1
		}
	}
	switch {
	case best == 0 || best == blocked:
		return nil, 0
	case best < manyRows:
		return ids[best-1 : best : best], n
	}
	return x.lists[best-manyRows], n
}
