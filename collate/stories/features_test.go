package stories

import "testing"

// Weighing again among the same articles changes nothing.
func TestWeighAgain(t *testing.T) {
	counts := newFrequencies()
	sketches, _ := invented(60, 8, 3)
	for _, one := range sketches {
		counts.add(one, 1)
	}
	for _, one := range sketches {
		once := weigh(one, counts.rarity)
		again := weigh(once.Sketch, counts.rarity)
		for i := range once.features.marks {
			if once.features.at(i) != again.features.at(i) {
				t.Fatalf("%s: feature %d is %+v, weighed again %+v", one.id, i, once.features.at(i), again.features.at(i))
			}
		}
		if once.norms != again.norms || one.features.marks[0].rank() != 0 {
			t.Fatalf("%s: %v, weighed again %v", one.id, once.norms, again.norms)
		}
	}
}
