package copies

import (
	"runtime"
	"testing"
)

// BenchmarkCandidates finds the pairs that may be copies in the whole stream on
// one core.
func BenchmarkCandidates(b *testing.B) {
	docs, _ := stream(b)
	c := collect(docs)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	pairs := 0
	for b.Loop() {
		pairs = len(candidates(c.texts))
	}
	b.ReportMetric(float64(pairs), "pairs")
}

// BenchmarkGroup does all of Group on one core, for a tenth of the stream, a
// third and the whole.
func BenchmarkGroup(b *testing.B) {
	docs, _ := stream(b)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, c := range []struct {
		name string
		n    int
	}{{"3000", 3000}, {"10000", 10000}, {"all", len(docs)}} {
		b.Run(c.name, func(b *testing.B) {
			witnesses := 0
			for b.Loop() {
				witnesses = len(Group(docs[:min(c.n, len(docs))]))
			}
			b.ReportMetric(float64(witnesses), "witnesses")
			b.ReportMetric(b.Elapsed().Seconds()*1e6/float64(b.N*min(c.n, len(docs))), "µs/article")
		})
	}
}
