package translit

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// contest holds what each example is held against.
type contest struct {
	examples []example
	forms    []spelling // distinct Arabic forms
	plain    []spelling // the same without marks
	right    []int32    // per example, its form
	rivals   [][]int32  // per example, wrong forms that are near, the best ones first
}

func newContest(examples []example, t *sounds) *contest {
	c := &contest{examples: examples, rivals: make([][]int32, len(examples))}
	c.forms, c.right = distinctForms(examples)
	for k := range c.forms {
		c.plain = append(c.plain, c.forms[k].plain())
	}
	x := newNear(t, c.forms)
	for q := range examples {
		c.rivals[q] = slices.Clone(x.forms(&examples[q].latin, mined, nil))
		c.rivals[q] = slices.DeleteFunc(c.rivals[q], func(k int32) bool { return k == c.right[q] })
	}
	return c
}

// sort puts the rivals first that the units alone score best.
func (c *contest) sort(v *inventory, own []int32) {
	var x lattice
	weights := make([]int32, len(c.forms))
	for q, list := range c.rivals {
		x.l = c.examples[q].latin
		x.setLatin(v)
		for _, k := range list {
			x.a = c.forms[k]
			x.setArabic(v)
			weights[k] = score[int32](&x, v, own, nil, 0)
		}
		slices.SortFunc(list, func(a, b int32) int {
			return cmp.Or(cmp.Compare(weights[b], weights[a]), cmp.Compare(a, b))
		})
	}
}

// draw chooses what example q is held against: its best rivals, and some
// strangers, which it puts behind them in the list.
func (c *contest) draw(q int, random *rand.Rand) []int32 {
	list := c.rivals[q]
	for n := rivals; n < min(rivals+strangers, len(list)); n++ {
		k := n + random.IntN(len(list)-n)
		list[n], list[k] = list[k], list[n]
	}
	return list[:min(rivals+strangers, len(list))]
}

// promote lets strangers that scored better than a rival take its place.
func promote(drawn []int32, scores []int32) {
	for n := rivals; n < len(drawn); n++ {
		worst := 0
		for k := range rivals {
			if scores[k] < scores[worst] {
				worst = k
			}
		}
		if scores[n] > scores[worst] {
			drawn[n], drawn[worst] = drawn[worst], drawn[n]
			scores[n], scores[worst] = scores[worst], scores[n]
		}
	}
}

// distinctForms lists the Arabic forms in the order they first come in, and
// which one each example has.
func distinctForms(examples []example) (forms []spelling, at []int32) {
	number := map[spelling]int32{}
	for i := range examples {
		form := examples[i].arabic
		k, ok := number[form]
		if !ok {
			k = int32(len(forms))
			number[form] = k
			forms = append(forms, form)
		}
		at = append(at, k)
	}
	return forms, at
}
