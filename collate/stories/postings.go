package stories

import "slices"

// postings are the articles that have a feature, by feature. Most features have
// one article, which needs no list.
type postings struct {
	one   map[place]int32
	lists map[place][]int32 // in the order in which they came; two and more
	alone [1]int32
}

// longest is how many articles a feature leads to, those that came last.
const longest = 256

func newPostings() postings {
	return postings{one: map[place]int32{}, lists: map[place][]int32{}}
}

// of lists the articles that have a feature. The list is good until the next
// call.
func (p *postings) of(at place) []int32 {
	if slot, ok := p.one[at]; ok {
		p.alone[0] = slot
		return p.alone[:]
	}
	return p.lists[at]
}

func (p *postings) add(at place, slot int32) {
	list := p.lists[at]
	if list == nil {
		first, ok := p.one[at]
		if !ok {
			p.one[at] = slot
			return
		}
		delete(p.one, at)
		p.lists[at] = append(make([]int32, 0, 2), first, slot)
		return
	}
	if len(list) >= longest {
		copy(list, list[1:])
		list[len(list)-1] = slot
		return
	}
	if len(list) == cap(list) {
		list = slices.Grow(list, max(1, len(list)/4)) // memory before speed
	}
	p.lists[at] = append(list, slot)
}

func (p *postings) drop(at place, slot int32) {
	if only, ok := p.one[at]; ok {
		if only == slot {
			delete(p.one, at)
		}
		return
	}
	list := p.lists[at]
	i := slices.Index(list, slot)
	switch {
	case i < 0:
	case len(list) == 2:
		delete(p.lists, at)
		p.one[at] = list[1-i]
	default:
		p.lists[at] = slices.Delete(list, i, i+1)
	}
}
