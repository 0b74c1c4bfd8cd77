package check

import (
	"slices"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// settingsFile is the file whose accepts hold for all files.
const settingsFile = "index.md"

// Accepted leaves out of faults the warnings that the file they are in, or
// index.md, accepts, and gives a warning for each accept that silences nothing.
// Addresses are relative to the content folder.
//
// Nothing is said of an accept that may silence something once errors are
// corrected: one in a file that has errors or in a draft that was left out, and one
// in index.md while there is any error.
func Accepted(p *plan.Plan, faults diag.List) (told, unused diag.List) {
	if len(p.Site.Accepts) == 0 {
		return faults, nil
	}
	a := newAccepts(p.Site.Accepts)
	faults = slices.DeleteFunc(slices.Clone(faults), a.silences)
	a.untranslated(p)

	idle := a.idle(p, faults)
	for _, x := range idle {
		if x.Code != diag.Unused {
			unused.Add(x.Pos, diag.Unused, "%q silences nothing here; delete it", x.Code)
		}
	}
	unused = slices.DeleteFunc(unused, a.silences)
	for _, x := range idle {
		if x.Code == diag.Unused && !a.used[x] {
			unused.Add(x.Pos, diag.Unused, "%q silences nothing here; delete it", x.Code)
		}
	}
	return faults, unused
}

// accepts says what is accepted in which file, and what of that has silenced a warning.
type accepts struct {
	all  []model.Accept
	at   map[place]model.Accept // the first of each code in a file
	used map[model.Accept]bool
}

type place struct {
	file string
	code diag.Code
}

func newAccepts(all []model.Accept) *accepts {
	a := &accepts{all: all, at: map[place]model.Accept{}, used: map[model.Accept]bool{}}
	for _, x := range all {
		if _, twice := a.at[place{x.Pos.File, x.Code}]; !twice {
			a.at[place{x.Pos.File, x.Code}] = x
		}
	}
	return a
}

// silences reports whether a fault is accepted, and marks what accepts it as used.
func (a *accepts) silences(d diag.Diagnostic) bool {
	return d.Severity() == diag.Warning && a.use(d.File, d.Code)
}

// use marks what accepts a warning in a file as used, and reports whether anything does.
func (a *accepts) use(file string, code diag.Code) bool {
	found := false
	for _, f := range []string{file, settingsFile} {
		if x, ok := a.at[place{f, code}]; ok {
			a.used[x], found = true, true
		}
	}
	return found
}

// untranslated marks as used what accepts that a page has no translation: the rule
// translations does not report such pages in the first place.
func (a *accepts) untranslated(p *plan.Plan) {
	for _, d := range p.Site.Docs() {
		if _, ok := a.at[place{d.File, diag.MissingTranslation}]; !ok {
			continue
		}
		for _, e := range p.Editions {
			if d.Lacks(e.Lang) {
				a.use(d.File, diag.MissingTranslation)
			}
		}
	}
}

// idle gives the accepts, of published files without errors, that have silenced
// nothing.
func (a *accepts) idle(p *plan.Plan, faults diag.List) []model.Accept {
	idle := slices.DeleteFunc(slices.Clone(a.all), func(x model.Accept) bool { return a.used[x] })
	if len(idle) == 0 {
		return nil
	}
	sound := map[string]bool{}
	for _, d := range p.Site.Docs() {
		for _, t := range d.Texts {
			sound[t.File] = true
		}
	}
	for _, d := range faults {
		if d.Severity() == diag.Error {
			sound[d.File], sound[settingsFile] = false, false
		}
	}
	return slices.DeleteFunc(idle, func(x model.Accept) bool { return !sound[x.Pos.File] })
}
