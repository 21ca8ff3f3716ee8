package translit

import "testing"

// TestSame holds spellings of one name together and names apart.
func TestSame(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"ترمب", "ترامب", true},
		{"Trump", "ترمب", true},
		{"Trump", "ترامب", true},
		{"زيلينسكي", "زيلنسكي", true},
		{"Zelensky", "زيلينسكي", true},
		{"Zelenskyy", "زيلنسكي", true},
		{"Zelensky", "Zelenskyy", true},
		{"نتنياهو", "نتانياهو", true},
		{"Netanyahu", "نتنياهو", true},
		{"Netanyahu", "Netanyahou", true},
		{"إردوغان", "اردوغان", true},
		{"أردوغان", "اردوغان", true},
		{"Erdoğan", "أردوغان", true},
		{"Mohammed", "Muhammad", true},
		{"Mohammed", "محمد", true},
		{"Suleiman", "سليمان", true},
		{"Salman", "سلمان", true},
		{"Hussein", "حسين", true},
		{"Hassan", "حسن", true},
		{"حسن", "حسين", false},
		{"Hassan", "Hussein", false},
		{"Hussein", "حسن", false},
		{"محمد", "محمود", false},
		{"Mohammed", "محمود", false},
		{"سليمان", "سلمان", false},
		{"Salman", "سليمان", false},
		{"Suleiman", "سلمان", false},
		{"علي", "عالي", false},
		{"علي", "غالي", false},
		{"Martin", "Marin", false},
		{"Martin", "مارين", false},
		{"Iran", "Iraq", false},
		{"Iran", "العراق", false},
		{"سالم", "سليم", false},
		{"", "سليم", false},
		{"", "", false},
	}
	for _, test := range tests {
		if got := Default().Same(test.a, test.b); (got >= 0.5) != test.same {
			t.Errorf("Same(%q, %q) = %.2f", test.a, test.b, got)
		}
	}
}

// TestSkeletons: spellings of one name meet in a skeleton.
func TestSkeletons(t *testing.T) {
	tests := [][2]string{
		{"Zelensky", "زيلنسكي"}, {"Trump", "ترامب"}, {"Netanyahu", "نتانياهو"}, {"Mohammed", "محمود"},
		{"Charles", "تشارلز"}, {"Fogel", "فوجل"}, {"Korin", "كورين"}, {"زيلينسكي", "زيلنسكي"}, {"Hassan", "حسين"},
	}
	for _, test := range tests {
		if !meet(Default(), test[0], test[1]) {
			t.Errorf("%s %v and %s %v do not meet", test[0], Default().Skeletons(test[0]), test[1], Default().Skeletons(test[1]))
		}
	}
	if meet(Default(), "Martin", "Marin") {
		t.Error("Martin meets Marin")
	}
}

func meet(table *Table, a, b string) bool {
	for _, x := range table.Skeletons(a) {
		for _, y := range table.Skeletons(b) {
			if x == y {
				return true
			}
		}
	}
	return false
}

// TestSkeletonsOfDevelopmentPart: most true pairs meet in a skeleton.
func TestSkeletonsOfDevelopmentPart(t *testing.T) {
	met, pairs := 0, pairsOf(t, "wikidata-dev.txt")
	for _, p := range pairs {
		if meet(Default(), p.Latin, p.Arabic) {
			met++
		}
	}
	share := float64(met) / float64(len(pairs))
	t.Logf("%.4f of %d pairs meet in a skeleton", share, len(pairs))
	if share < 0.9 {
		t.Error("floor 0.9")
	}
}

// A score allocates nothing once warm.
func TestScoreAllocates(t *testing.T) {
	table := Default()
	if n := testing.AllocsPerRun(100, func() { table.Score("Zelensky", "زيلينسكي") }); n >= 1 && !raced {
		t.Errorf("%.1f allocations", n)
	}
}

func BenchmarkScore(b *testing.B) {
	pairs := [...][2]string{{"zelensky", "زيلينسكي"}, {"suleiman", "سلمان"}, {"anderson", "أندرسون"}, {"ali", "علي"}, {"nikolaos", "محمد"}}
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		p := pairs[n%len(pairs)]
		n++
		Default().Score(p[0], p[1])
	}
}

func BenchmarkSame(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Default().Same("زيلينسكي", "زيلنسكي")
	}
}

func BenchmarkSkeletons(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Default().Skeletons("Zelensky")
	}
}
