package check

import (
	"maps"
	"slices"

	"dossier/generator/check/anniversary"
	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// Again gives what the rules find in the files of an edit's articles, of the plan that was
// and the one that is. It is not ok when they may find something else in other files, too;
// named are the pages of which it has changed what names them.
func Again(was, now *plan.Plan, e *model.Edit, named map[model.Key]bool) (faults diag.List, ok bool) {
	if !sameWords(was, now, e) || !sameFiles(was.Site, now.Site, e) {
		return nil, false
	}
	for key := range named {
		if (was.Site.Backlinks.Of(key) == nil) != (now.Site.Backlinks.Of(key) == nil) {
			return nil, false // see unused
		}
	}
	of := make([]*model.Article, len(e.Articles))
	for i, a := range e.Articles {
		of[i] = a.Now
	}
	known := map[model.Key]bool{}
	exempt := func(key model.Key) bool {
		is, ok := known[key]
		if !ok {
			is = isEntity(key) && isExempt(now.Site, now.Lists.Entity(key))
			known[key] = is
		}
		return is
	}
	var pages []*plan.Page
	for _, page := range now.Pages {
		if page.Doc != nil && page.Article != nil && slices.Contains(of, page.Article) {
			pages = append(pages, page)
		}
	}
	return slices.Concat(tagsOf(now.Site, exempt, of), datesOf(now, of), driftOf(now, pages)), true
}

// sameWords reports that the rules which read the words of texts find what they found:
// anniversaries, and names that are common words.
func sameWords(was, now *plan.Plan, e *model.Edit) bool {
	for a, b := range e.Texts {
		if anniversary.Speaks(plainWords(a)) || anniversary.Speaks(plainWords(b)) {
			return false
		}
		for _, anchors := range [][]model.Anchor{was.Site.Anchors.Of(a), now.Site.Anchors.Of(b)} {
			for i := range anchors {
				if !isEntity(anchors[i].Target) {
					continue
				}
				if x := now.Lists.Entity(anchors[i].Target); commonName(was.Site, x) != commonName(now.Site, x) {
					return false
				}
			}
		}
	}
	return true
}

// sameFiles reports that an edit shows the same pictures and documents as before.
func sameFiles(was, now *model.Site, e *model.Edit) bool {
	if len(now.Media) == 0 {
		return true
	}
	shown := func(site *model.Site, t *model.Text) map[string]bool {
		files := map[string]bool{}
		for _, a := range site.Anchors.Of(t) {
			if a.File() != "" {
				files[a.File()] = true
			}
		}
		return files
	}
	for a, b := range e.Texts {
		if x, y := shown(was, a), shown(now, b); !maps.Equal(x, y) {
			return false
		}
	}
	return true
}
