package translit

import "slices"

// near finds the Arabic forms that share most pairs of neighbouring consonant
// groups with a Latin name.
type near struct {
	sounds *sounds
	posts  [1 << 8][]int32
	sizes  []int
	counts []int
}

func newNear(t *sounds, forms []spelling) *near {
	x := &near{sounds: t, sizes: make([]int, len(forms)), counts: make([]int, len(forms))}
	for k := range forms {
		p := uint8(0)
		var pairs []uint8
		for _, c := range classesOfArabic(&forms[k]) {
			pairs = append(pairs, p<<4|c)
			p = c
		}
		pairs = append(pairs, p<<4)
		slices.Sort(pairs)
		pairs = slices.Compact(pairs)
		x.sizes[k] = len(pairs)
		for _, c := range pairs {
			x.posts[c] = append(x.posts[c], int32(k))
		}
	}
	return x
}

// pairs are the neighbouring groups that a Latin name can have.
func (t *sounds) pairs(l *spelling) []uint8 {
	open := uint16(1) // groups that the last sound may be in
	var pairs []uint8
	add := func(a, b uint8) { pairs = append(pairs, a<<4|b) }
	for i := range l.n {
		set := t.all[l.at(i)][l.at(i+1)]
		next := uint16(0)
		if set&1 != 0 {
			next = open
		}
		for b := uint8(1); int(b) < len(classNames); b++ {
			if set&(1<<b) == 0 {
				continue
			}
			next |= 1 << b
			for a := range uint8(len(classNames)) {
				if open&(1<<a) != 0 && a != b {
					add(a, b)
				}
			}
		}
		open = next
	}
	for a := range uint8(len(classNames)) {
		if open&(1<<a) != 0 {
			add(a, 0)
		}
	}
	slices.Sort(pairs)
	return slices.Compact(pairs)
}

// levels of likeness.
const levels = 96

// forms appends about n forms, those that share most, in their order.
func (x *near) forms(l *spelling, n int, list []int32) []int32 {
	clear(x.counts)
	for _, c := range x.sounds.pairs(l) {
		for _, k := range x.posts[c] {
			x.counts[k]++
		}
	}
	var at [levels]int
	for k, c := range x.counts {
		if c > 0 {
			at[x.level(k)]++
		}
	}
	cut := levels - 1
	for sum := at[cut]; cut > 0 && sum < n; sum += at[cut] {
		cut--
	}
	for k, c := range x.counts {
		if c > 0 && x.level(k) >= cut {
			list = append(list, int32(k))
		}
	}
	return list
}

// level is how much form k shares, less what it has besides.
func (x *near) level(k int) int {
	return max(0, min(levels-1, levels/2+3*x.counts[k]-2*x.sizes[k]))
}
