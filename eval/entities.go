package eval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isnad-news/isnad"
)

// scoreEntities counts the gold entities that one answer entity of their kind
// names in every form listed without naming another. An answer person who is
// none of them is wrong.
func (s *sheet) scoreEntities() {
	right, rightPersons := 0, 0
	claimed := map[int]bool{}
	for i := range s.gold.Entities {
		index, why := s.people.finds(i)
		if index < 0 {
			s.miss(Miss{Score: entitiesKey, Gold: s.gold.Entities[i].ID, Why: why})
			continue
		}
		right++
		if s.people.answer[index].kind == isnad.Person && !claimed[index] {
			rightPersons++
		}
		claimed[index] = true
	}
	persons := s.wrongPersons(claimed) + rightPersons
	goldPersons := 0
	for i := range s.gold.Entities {
		if s.gold.Entities[i].Kind == string(isnad.Person) {
			goldPersons++
		}
	}
	m := measure(right, len(s.gold.Entities), persons)
	m.Precision = share(rightPersons, persons, goldPersons)
	m.F1 = harmonic(m.Precision, m.Recall)
	s.report.Entities = m
}

// finds returns the answer entity that the gold entity is found in, or -1 and
// why there is none.
func (r *roster) finds(gold int) (int, string) {
	why, nearest := "no answer entity has one of its forms", 0
	for index := range r.answer {
		held, problem := r.holds(gold, &r.answer[index])
		if held > 0 && problem == "" {
			return index, ""
		}
		if held > nearest {
			nearest, why = held, problem
		}
	}
	return -1, why
}

// holds counts the forms of the gold entity among the mentions of a; problem
// says why a is not it, or is empty.
func (r *roster) holds(gold int, a *answerEntity) (held int, problem string) {
	var lacks []string
	own := map[string]bool{}
	for _, form := range r.gold[gold].Forms {
		own[foldKey(form)] = true
		if a.mentions[foldKey(form)] > 0 {
			held++
		} else {
			lacks = append(lacks, form)
		}
	}
	switch {
	case held == 0:
		return 0, ""
	case len(lacks) > 0:
		return held, fmt.Sprintf("%s lacks the forms %s", a.shown, strings.Join(lacks, ", "))
	case string(a.kind) != r.gold[gold].Kind:
		return held, fmt.Sprintf("%s is of kind %s, not %s", a.shown, a.kind, r.gold[gold].Kind)
	}
	return held, r.others(a, own, gold)
}

// others names the gold entities other than gold whose forms a has too.
func (r *roster) others(a *answerEntity, own map[string]bool, gold int) string {
	var list []string
	for words := range a.mentions {
		for _, other := range r.forms[words] {
			if other != gold && !own[words] {
				list = append(list, r.gold[other].ID)
			}
		}
	}
	if len(list) == 0 {
		return ""
	}
	slices.Sort(list)
	return fmt.Sprintf("%s names %s as well", a.shown, strings.Join(slices.Compact(list), ", "))
}

// wrongPersons counts the answer persons in whom no gold person is found.
func (s *sheet) wrongPersons(claimed map[int]bool) int {
	wrong := 0
	for index := range s.people.answer {
		a := &s.people.answer[index]
		if a.kind != isnad.Person || a.first.doc < 0 || claimed[index] {
			continue
		}
		wrong++
		why := "no gold person is found in it"
		if a.gold >= 0 {
			why = "a part of " + s.gold.Entities[a.gold].ID + ", or more than it"
		}
		at := s.at(a.first.doc, a.first.span.Start)
		s.miss(Miss{Score: entitiesKey, Wrong: true, Article: at.article, Line: at.line, Answer: a.describe(), Why: why})
	}
	return wrong
}

// describe gives the label and the words of the mentions.
func (a *answerEntity) describe() string {
	var list []string
	for words := range a.mentions {
		list = append(list, words)
	}
	slices.Sort(list)
	return a.shown + " {" + strings.Join(list, " | ") + "}"
}

// scoreRoles counts the gold roles that are attached to the right entity on
// their line: as an office of one of its mentions or of the doc's entity, or
// as a mention by role alone.
func (s *sheet) scoreRoles() {
	right := 0
	for i := range s.gold.Roles {
		role := &s.gold.Roles[i]
		others := s.rolesOn(role)
		if slices.Contains(others, role.Entity) {
			right++
			continue
		}
		why := "no such role on the line"
		if len(others) > 0 {
			why = "attached to " + strings.Join(others, ", ")
		}
		s.miss(Miss{Score: rolesKey, Article: role.Article, Line: role.Line, Gold: role.Text + " = " + role.Entity, Why: why})
	}
	s.report.Roles = proportion(right, len(s.gold.Roles))
}

// rolesOn lists the entities that the role's words are attached to on its line.
func (s *sheet) rolesOn(role *goldRole) []string {
	doc, d := s.doc(role.Article)
	if doc == nil {
		return nil
	}
	var ids []string
	want := foldKey(role.Text)
	note := func(entity int, span isnad.Span) {
		if index, ok := s.people.local[d][entity]; ok && s.at(d, span.Start).line == role.Line && foldKey(doc.Words(span)) == want {
			ids = append(ids, s.people.id(index))
		}
	}
	for _, mention := range doc.Mentions {
		if mention.Form == isnad.ByRole {
			note(mention.Entity, mention.Span)
		}
		for _, office := range mention.Roles {
			note(mention.Entity, office.Span)
		}
	}
	for e, entity := range doc.Entities {
		for _, office := range entity.Roles {
			note(e, office.Span)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
