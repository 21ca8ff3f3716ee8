package tagger

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// schemes are labels of 1 to 17 sorts: fewer than a block of sums, one, more
// than two.
var schemes = func() [][]string {
	var list [][]string
	for _, kinds := range []int{0, 1, 2, 4, 8} {
		labels := []string{"O"}
		for kind := range kinds {
			name := string(rune('A' + kind))
			labels = append(labels, "B-"+name, "I-"+name)
		}
		list = append(list, labels)
	}
	return append(list, []string{"O", "B-A", "I-A", "B-B", "I-B", "B-C", "I-C", "Q"})
}()

// drawn is a model with the weights that were drawn for it.
type drawn struct {
	*Model
	weights  map[uint64][]int8 // by feature
	features []uint64
}

// drawModel draws a model in the form of its file.
func drawModel(t *rapid.T) drawn {
	labels := rapid.SampledFrom(schemes).Draw(t, "labels")
	n := len(labels)
	weights := rapid.SliceOfN(rapid.Int8(), n, n)
	d := drawn{weights: map[uint64][]int8{}}
	slots := uint64(rapid.IntRange(13, 40).Draw(t, "slots"))
	table := make([]byte, int(slots)*(checkSize+n))
	for i := range uint64(rapid.IntRange(0, 12).Draw(t, "features")) {
		feature := Mix(i, 7)
		at, check := slotOf(feature, slots)
		for binary.LittleEndian.Uint16(table[int(at)*(checkSize+n):]) != 0 {
			at = (at + 1) % slots
		}
		slot := table[int(at)*(checkSize+n):]
		binary.LittleEndian.PutUint16(slot, check)
		d.weights[feature] = weights.Draw(t, "weights")
		for label, weight := range d.weights[feature] {
			slot[checkSize+label] = byte(weight)
		}
		d.features = append(d.features, feature)
	}
	d.features = append(d.features, Mix(99, 1), Mix(99, 2)) // without weights
	file := binary.LittleEndian.AppendUint32([]byte(magic), uint32(n))
	for _, label := range labels {
		file = append(binary.LittleEndian.AppendUint32(file, uint32(len(label))), label...)
	}
	file = binary.LittleEndian.AppendUint32(file, uint32(slots))
	for range n*n + n {
		file = binary.LittleEndian.AppendUint16(file, uint16(rapid.Int16Range(-300, 300).Draw(t, "step")))
	}
	var err error
	if d.Model, err = Load(append(file, table...)); err != nil {
		t.Fatal(err)
	}
	return d
}

// drawRows draws the features of words, some of them in bundles.
func drawRows(t *rapid.T, features []uint64, words int) *Rows {
	var rows Rows
	for range words {
		for _, feature := range rapid.SliceOfN(rapid.SampledFrom(features), 0, 6).Draw(t, "of a word") {
			if bundle := rapid.Uint8Range(0, Bundles).Draw(t, "bundle"); bundle < Bundles {
				rows.AddTo(bundle, feature)
			} else {
				rows.Add(feature)
			}
		}
		rows.Next()
	}
	return &rows
}

// weigh is what a way through the labels weighs, and whether it may be gone.
func (d drawn) weigh(rows *Rows, way []uint8) (sum int, allowed bool) {
	n := len(d.labels)
	for i, label := range way {
		step := d.starts[label]
		if i > 0 {
			step = d.steps[int(way[i-1])*n+int(label)]
		}
		if step == forbidden {
			return 0, false
		}
		sum += int(step)
		for _, feature := range rows.Features(i) {
			if weights := d.weights[feature]; weights != nil {
				sum += int(weights[label])
			}
		}
	}
	return sum, true
}

// ways calls with every way of so many words through the labels.
func (d drawn) ways(words int, with func(way []uint8)) {
	way := make([]uint8, words)
	var goOn func(at int)
	goOn = func(at int) {
		if at == words {
			with(way)
			return
		}
		for label := range d.labels {
			way[at] = uint8(label)
			goOn(at + 1)
		}
	}
	goOn(0)
}

// TestDecodesBest holds that no way through the labels that is allowed weighs
// more than the one that is decoded, which is allowed itself.
func TestDecodesBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawModel(t)
		words := rapid.IntRange(0, 3).Draw(t, "words")
		rows := drawRows(t, d.features, words)
		got := d.NewDecoder().Decode(rows, 0, words)
		sum, allowed := d.weigh(rows, got)
		if !allowed {
			t.Fatalf("%v may not be", got)
		}
		d.ways(words, func(way []uint8) {
			if other, ok := d.weigh(rows, way); ok && other > sum {
				t.Fatalf("%v weighs %d, %v %d", got, sum, way, other)
			}
		})
	})
}

// TestSure holds that Sure is the margin by the word's features alone.
func TestSure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawModel(t)
		rows := drawRows(t, d.features, 3)
		decoder := d.NewDecoder()
		decoder.Decode(rows, 0, 3)
		for word := range 3 {
			sums := make([]int, len(d.labels))
			for _, feature := range rows.Features(word) {
				for label, weight := range d.weights[feature] {
					sums[label] += int(weight)
				}
			}
			slices.Sort(sums)
			if n := len(sums); n > 1 && decoder.Sure(word) != sums[n-1]-sums[n-2] {
				t.Fatalf("sure by %d of %v", decoder.Sure(word), sums)
			}
		}
	})
}

// TestBundlesChangeNothing holds that labels do not depend on what is in a
// bundle, nor on what a decoder has read before.
func TestBundlesChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawModel(t)
		kept := d.NewDecoder()
		for range 4 {
			words := rapid.IntRange(1, 6).Draw(t, "words")
			rows := drawRows(t, d.features, words)
			var plain Rows
			for i := range words {
				for _, feature := range rows.Features(i) {
					plain.Add(feature)
				}
				plain.Next()
			}
			got := slices.Clone(kept.Decode(rows, 0, words))
			if want := d.NewDecoder().Decode(&plain, 0, words); !slices.Equal(got, want) {
				t.Fatalf("%v, without bundles %v", got, want)
			}
		}
	})
}

// TestManyFeatures holds that a word of more features than are summed at once,
// all of the heaviest weights, has the right sum.
func TestManyFeatures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawModel(t)
		var rows Rows
		sums := make([]int32, len(d.labels))
		for range rapid.IntRange(0, 1000).Draw(t, "features") {
			rows.AddTo(0, d.features[0])
			for label, weight := range d.weights[d.features[0]] {
				sums[label] += int32(weight)
			}
		}
		rows.Next()
		got := make([]int32, len(d.labels))
		s := newSums(d.Model)
		for range 2 { // the second time from memory
			if s.word(&rows, 0, got); !slices.Equal(got, sums) {
				t.Fatalf("%v, want %v", got, sums)
			}
		}
	})
}

// TestForbidden holds that whatever the weights, "I-X" stands behind "B-X" or
// "I-X" alone.
func TestForbidden(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawModel(t)
		words := rapid.IntRange(1, 20).Draw(t, "words")
		before := ""
		for _, at := range d.NewDecoder().Decode(drawRows(t, d.features, words), 0, words) {
			label := d.Labels()[at]
			if kind, ok := strings.CutPrefix(label, "I-"); ok && before != "B-"+kind && before != label {
				t.Fatalf("%s behind %q", label, before)
			}
			before = label
		}
	})
}

// TestPartOfRows holds that words [from, to) are decoded as if they were alone.
func TestPartOfRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawModel(t)
		rows := drawRows(t, d.features, 8)
		from := rapid.IntRange(0, 8).Draw(t, "from")
		to := rapid.IntRange(from, 8).Draw(t, "to")
		var alone Rows
		for i := from; i < to; i++ {
			alone.AddAll(rows, i)
			alone.Next()
		}
		got := slices.Clone(d.NewDecoder().Decode(rows, from, to))
		if want := d.NewDecoder().Decode(&alone, 0, to-from); !slices.Equal(got, want) {
			t.Fatalf("%v, alone %v", got, want)
		}
	})
}
