// Package check holds the editorial rules: what content can get wrong though
// every file is well formed. A rule reads the plan and changes nothing.
package check

import (
	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// Rule looks for one kind of fault. Addresses are below the content folder.
type Rule func(*plan.Plan) diag.List

// Rules are all the rules.
func Rules() []Rule { return []Rule{tags, sectionDates, translations, drift, lifetimes, anniversaries} }

// pair is a section and an entity.
type pair struct {
	in *model.Doc
	of model.Key
}

// tags compares what a section's prose names with what its front matter
// lists. Other texts carry no such lists.
func tags(p *plan.Plan) diag.List {
	var faults diag.List
	named, listed := map[pair]bool{}, map[pair]bool{}
	sections := map[*model.Doc]*model.Section{}
	for _, a := range p.Site.Articles {
		for _, s := range a.Sections {
			sections[&s.Doc] = s
			for _, t := range s.Tags {
				listed[pair{&s.Doc, t.Key}] = true
			}
		}
	}
	for _, e := range p.Site.Entities {
		b := p.Site.Backlinks[e.Key]
		if b == nil {
			continue
		}
		for _, m := range b.Mentions {
			named[pair{m.In, e.Key}] = true
			if sections[m.In] != nil && !listed[pair{m.In, e.Key}] && m.Text.Lang == p.Site.Settings.Default() {
				faults.Add(m.Pos, diag.UntaggedMention, "the text names %s, which the front matter does not list; add it to %q", e.Key.ID(), e.Key.Kind())
			}
		}
	}
	for _, s := range sections {
		for _, t := range s.Tags {
			if s.Links && !named[pair{&s.Doc, t.Key}] {
				faults.Add(t.Pos, diag.UnmentionedTag, "the front matter lists %s, which the text does not name", t.Key.ID())
			}
		}
	}
	return faults
}

// sectionDates reports a section about a time after its article appeared.
func sectionDates(p *plan.Plan) diag.List {
	var faults diag.List
	for _, a := range p.Site.Articles {
		if a.Published.IsZero() {
			continue
		}
		_, appeared := a.Published.Bounds()
		for _, s := range a.Sections {
			if first, _ := s.Date.Bounds(); !s.Date.IsZero() && first.Compare(appeared) > 0 {
				faults.Add(s.DatePos, diag.DateConflict, "the section is dated %s, but its article appeared on %s; date the section by what it reports, and what is to come as an event", s.Date, a.Published)
			}
		}
	}
	return faults
}
