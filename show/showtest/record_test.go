package showtest

import "testing"

func TestRecordIsSound(t *testing.T) {
	record := Record()
	for _, doc := range record.Docs {
		if err := doc.Check(); err != nil {
			t.Error(err)
		}
	}
	for _, entry := range record.Entries {
		if len(entry.Sources) == 0 {
			t.Errorf("entry %s has no source", entry.ID)
		}
		for _, party := range append(entry.Parties, entry.Recipients...) {
			if party < 0 || party >= len(record.Entities) {
				t.Errorf("entry %s names entity %d", entry.ID, party)
			}
		}
	}
}
