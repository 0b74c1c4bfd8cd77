package searched

import (
	"slices"
	"strings"

	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/search"
	"dossier/generator/voice"
)

// mostFacts is how many ties of a type a passage names.
const mostFacts = 24

// relations are what an entity, with its name, is to others: roles by which it is found,
// each with so many as stand in it on the last day of which the dossier speaks, so that
// "who recognised X" finds X; the words by which readers ask for what has ended, where
// some has; and the facts that answer, each with the name, as a question has it.
func (x *indexer) relations(e *model.Entity, name string) (roles []search.Role, facts []string) {
	day, ended := x.lists.Known().Ordinal(), 0
	for _, short := range e.Aliases[x.Lang] {
		if len(short) < len(name) { // by which the question may name it
			name += x.Words("bracket.open") + short + x.Words("bracket.close")
			break
		}
	}
	for _, h := range lists.ByType(x.lists.Ties(e).Entries()) {
		words, held := x.SayIn(h.Words(&x.site.Settings.Relations[h.Type])).Text, 0
		fact, before := name+" – "+words, x.Words("colon")
		for i, t := range h.Ties {
			switch {
			case t.HeldOn(day):
				held++
			case t.Ended(day):
				ended++
			}
			if i < mostFacts {
				fact += before + x.tie(t)
				before = x.Words("list.comma")
			}
		}
		if len(h.Ties) > mostFacts {
			fact += "…"
		}
		if facts = append(facts, fact); held > 0 {
			roles = append(roles, search.Role{Words: words, To: held})
		}
	}
	if ended > 0 {
		roles = append(roles, search.Role{Words: x.Words("search.ended"), To: 1})
	}
	return roles, facts
}

// tie names the other end of a tie, with its times.
func (x *indexer) tie(t lists.Tie) string {
	words := x.Apart(x.Name(t.To))
	var dates []string
	for _, e := range t.Edges {
		if date := x.Date(e.When, nil); date != nil {
			if said := voice.InText(date); !slices.Contains(dates, said) {
				dates = append(dates, said)
			}
		}
	}
	if len(dates) > 0 {
		words += x.Words("bracket.open") + strings.Join(dates, x.Words("comma")) + x.Words("bracket.close")
	}
	return words
}
