package events

import "github.com/isnad-news/isnad"

// states gives the acts of a capital to its country: «نفت باماكو», "Washington
// agreed". What is done to a city or in it stays the city's.
func states(doc *isnad.Doc, list []isnad.Event) {
	for i := range list {
		for j := range list[i].Actors {
			actor := &list[i].Actors[j]
			if actor.Entity >= 0 && doc.Entities[actor.Entity].State > 0 {
				actor.Entity = doc.Entities[actor.Entity].State - 1
			}
		}
	}
}
