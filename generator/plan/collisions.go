package plan

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"

	"dossier/generator/diag"
)

// collisions reports pages and files that would share a path on a disk that
// ignores case, each file once, and old addresses that are somebody's.
func (p *Plan) collisions() diag.List {
	var faults diag.List
	fold := cases.Fold()
	owner, reported := make(map[string]int, len(p.Pages)+len(p.Site.Media)), map[string]bool{}
	file := func(n int) string { // of a page, or of what comes after the pages
		switch {
		case n >= len(p.Pages):
			return p.Site.Media[n-len(p.Pages)].File
		case p.Pages[n].Doc != nil:
			return p.Pages[n].Doc.File
		}
		return ""
	}
	claim := func(n int, out string) {
		key := folded(fold, out)
		first, taken := owner[key]
		if !taken {
			owner[key] = n
			return
		}
		file, other := file(n), file(first)
		if file == "" {
			file, other = other, file
		}
		if other == "" {
			other = "a list of the site"
		}
		if !reported[file] {
			reported[file] = true
			faults.Add(diag.Pos{File: file}, diag.DuplicateURL, "this file and %s would both be %s; rename this file", other, out)
		}
	}
	for i, page := range p.Pages {
		claim(i, page.Path)
	}
	for i, m := range p.Site.Media {
		claim(len(p.Pages)+i, m.File)
	}
	for i, m := range p.Moved {
		key := folded(fold, m.Path)
		first, taken := owner[key]
		if !taken {
			owner[key] = len(p.Pages) + len(p.Site.Media) + i
			continue
		}
		if reported[m.Pos.String()] {
			continue
		}
		reported[m.Pos.String()] = true
		if first -= len(p.Pages) + len(p.Site.Media); first >= 0 {
			faults.Add(m.Pos, diag.DuplicateURL, "%s was at %s as well (line %d); an old address leads to one page: delete one of the two",
				p.Moved[first].To.File, m.Path, p.Moved[first].Pos.Line)
			continue
		}
		of := file(first + len(p.Pages) + len(p.Site.Media))
		faults.Add(m.Pos, diag.DuplicateURL, "%s is at %s now, so that nobody can be led on from there; delete this entry, or rename that", cmp.Or(of, "a list of the site"), m.Path)
	}
	return faults
}

// folded is a path in the spelling of all that differ from it by case alone.
func folded(fold cases.Caser, file string) string {
	for i := range len(file) {
		if file[i] >= utf8.RuneSelf {
			return fold.String(file)
		}
	}
	return strings.ToLower(file)
}
