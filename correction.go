package isnad

import "time"

// Correction is what a person put right. It is laid over the facts and never
// rewrites them.
type Correction struct {
	Of     string // ID of the article, entity, entry or commitment that it concerns
	Change string // what to do: "speaker", "merge", "split", "wrong"
	Value  string // the new value
	Who    string
	When   time.Time
}
