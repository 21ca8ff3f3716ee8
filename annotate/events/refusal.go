package events

// willNot reports whether the verb at chunk i is denied of the time to come:
// «لن يستقيل», "will not resign", "would not step down".
func (s *scanner) willNot(i int) bool {
	denied, ahead := false, false
	for j := i - 1; j >= 0 && j > i-4 && s.cs[j].kind == wordChunk && s.cs[j].sentence == s.cs[i].sentence; j-- {
		c := &s.cs[j]
		denied = denied || c.is(negation) && !c.is(notPast)
		ahead = ahead || c.is(will) || c.is(future) || c.key == lan || c.key == "won't" || c.key == "would"
		if c.is(that | relative | breaks) {
			break
		}
	}
	return denied && ahead
}

const lan = lam + nunLetter
