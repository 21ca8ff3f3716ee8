package isnad

// Check returns an error of kind [Invalid] unless the position rests on records:
// it has a stand, every stand has its words in an article of its record and
// belongs to a statement, event or commitment there, stands are in order, and
// the subject has a label.
func (p *Position) Check(records []*Record) error {
	subject := string(p.Party) + " " + p.Subject.ID
	if len(p.Stands) == 0 || p.Party == "" || p.Subject.ID == "" {
		return broken(subject, "position has no stand, party or subject")
	}
	for i := range p.Stands {
		stand := &p.Stands[i]
		if err := inRange(subject, "record", stand.Record, len(records)); err != nil {
			return err
		}
		if err := stand.check(subject, records[stand.Record]); err != nil {
			return err
		}
		if i > 0 && p.Stands[i-1].When == "" && stand.When != "" {
			return broken(subject, "stand %d is out of order", i)
		}
	}
	if (p.Moved == NoMovement) != (p.Why == "") {
		return broken(subject, "movement %q without a reason, or a reason without one", p.Moved)
	}
	return nil
}

func (s *Stand) check(subject string, record *Record) error {
	c := checker{record: record}
	if len(s.Sources) == 0 {
		return broken(subject, "stand has no source")
	}
	for _, source := range append([]Evidence{s.Evidence}, s.Sources...) {
		if err := c.evidence(subject, source); err != nil {
			return err
		}
		if source.Span.Empty() {
			return broken(subject, "stand has no words")
		}
	}
	for _, number := range s.Numbers {
		if err := c.evidence(subject, Evidence{s.Evidence.Article, number.Span}); err != nil {
			return err
		}
	}
	for i := range record.Entries {
		if record.Entries[i].ID == s.Entry {
			return nil
		}
	}
	for i := range record.Commitments {
		if record.Commitments[i].ID == s.Commitment {
			return nil
		}
	}
	return broken(subject, "stand is no entry and no commitment of its record")
}
