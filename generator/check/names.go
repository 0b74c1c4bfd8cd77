package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// A name without capitals counts as a common word if at least minNaming sections
// have it, and at most one in maxListing of these lists its entity.
const (
	minNaming  = 2
	maxListing = 4
)

// commonNames reports entities with a name that is mostly a common word.
func commonNames(p *plan.Plan) diag.List {
	var faults diag.List
	sections := 0
	for _, a := range p.Site.Articles {
		sections += len(a.Sections)
	}
	for _, e := range p.Site.Entities {
		if c := commonName(p.Site, e); c.word != "" {
			faults.Add(diag.Pos{File: e.File}, diag.CommonName,
				"%q is linked in %d of %d sections and listed in %d: it seems to be a common word; "+
					"give another name, or write mentions: false here", c.word, c.linked, sections, c.listed)
		}
	}
	return faults
}

// common is a name that seems to be a common word, in how many sections it is
// linked, and how many of these list its entity.
type common struct {
	word           string
	linked, listed int
}

// commonName finds a name of the entity that seems to be a common word; word is ""
// when none does.
func commonName(site *model.Site, e *model.Entity) (c common) {
	b := site.Backlinks.Of(e.Key)
	if e.File == "" || b == nil || len(b.Mentions) < minNaming || !hasSmallWord(e) {
		return common{}
	}
	tagged := make(map[int32]bool, len(b.Sections))
	for _, s := range b.Sections {
		tagged[s] = true
	}
	word, seen := "", map[*model.Doc]bool{}
	for _, m := range b.Mentions {
		d, t := site.Of(m)
		if seen[d] || !isSection(d.Key) || m.Start == m.End || !isSmallWord(t.Body.HTML[m.Start:m.End]) {
			continue
		}
		seen[d] = true
		c.linked++
		if tagged[m.In] {
			c.listed++
		}
		if word == "" {
			word = t.Body.HTML[m.Start:m.End]
		}
	}
	if c.linked >= minNaming && c.listed*maxListing <= c.linked {
		c.word = word
	}
	return c
}

// hasSmallWord reports whether an entity has a name that could be a common word.
func hasSmallWord(e *model.Entity) bool {
	for _, names := range []map[string][]string{e.Aliases, e.Forms} {
		for _, list := range names {
			for _, name := range list {
				if isSmallWord(name) {
					return true
				}
			}
		}
	}
	for _, name := range e.Names {
		if isSmallWord(name) {
			return true
		}
	}
	for _, t := range e.Texts {
		if isSmallWord(t.Title) {
			return true
		}
	}
	return false
}

// isSmallWord reports whether a name is a single word without capitals.
func isSmallWord(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsLower(first) && !strings.ContainsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsUpper(r) })
}

func isSection(key model.Key) bool {
	return key.Kind() == model.Articles && strings.Count(string(key), "/") == 2
}

// unused reports entities that nothing names: no list, link or name in a text,
// and no relation. An event needs none of these: the timeline shows it.
func unused(p *plan.Plan) diag.List {
	authors := map[model.Key]bool{}
	for _, a := range p.Site.Articles {
		for _, s := range a.Sections {
			for _, t := range s.Authors {
				authors[t.Key] = true
			}
		}
	}
	for _, party := range p.Site.Parties() {
		if party.Actor != nil {
			authors[party.Actor.Key] = true
		}
	}
	var faults diag.List
	for _, e := range p.Site.Entities {
		named := p.Site.Backlinks.Of(e.Key) != nil || len(p.Site.Relations[e.Key]) > 0 || authors[e.Key]
		if e.File != "" && !named && e.Key.Kind() != model.Events {
			faults.Add(diag.Pos{File: e.File}, diag.Unused,
				"nothing names or lists %s; name it in a text, list it under %q, or delete the file", e.Key.ID(), e.Key.Kind())
		}
	}
	return faults
}
