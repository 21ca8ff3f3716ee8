package names

// Labels are those of the models, in their order; a language may have more
// behind them, which are no names.
var Labels = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"}

// kindOf is the kind of a label.
func kindOf(label uint8) Kind {
	if int(label) >= len(Labels) {
		return None
	}
	return Kind((label + 1) / 2)
}

// Label returns the label of the first or another word of a name.
func Label(kind Kind, first bool) uint8 {
	switch {
	case kind == None:
		return 0
	case first:
		return uint8(kind)*2 - 1
	}
	return uint8(kind) * 2
}
