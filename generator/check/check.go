// Package check holds the editorial rules: what content can get wrong though
// every file is well formed. A rule reads the plan and changes nothing.
package check

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// Rule looks for one kind of fault. Addresses are below the content folder.
type Rule func(*plan.Plan) diag.List

// Rules are all the rules. What nothing names is only known when the content is
// sound: what names it may be what could not be read.
func Rules(sound bool) []Rule {
	rules := []Rule{tags, sectionDates, translations, drift, lifetimes, anniversaries, files, commonNames, alike}
	if sound {
		rules = append(rules, unused)
	}
	return rules
}

// tags compares what a section's prose names with what its front matter
// lists. Other texts carry no such lists.
func tags(p *plan.Plan) diag.List {
	loose := untold(p.Site)
	parts := make([]diag.List, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for i, n := 0, len(p.Site.Articles); i < len(parts); i++ {
		articles := p.Site.Articles[n*i/len(parts) : n*(i+1)/len(parts)]
		wg.Go(func() { parts[i] = tagsOf(p.Site, loose, articles) })
	}
	wg.Wait()
	return slices.Concat(parts...)
}

// untold are the entities of which it is no matter whether a text names them:
// those whose names are tags, and common words, which commonNames reports.
func untold(site *model.Site) (loose map[model.Key]bool) {
	loose = map[model.Key]bool{}
	for _, e := range site.Entities {
		if e.Unnamed || site.Unnamed(e.Key.Kind()) || commonName(site, e).word != "" {
			loose[e.Key] = true
		}
	}
	return loose
}

func tagsOf(site *model.Site, loose map[model.Key]bool, articles []*model.Article) diag.List {
	var faults diag.List
	var listed, named keys
	unread := unreadIn(site)
	for _, a := range articles {
		for _, s := range a.Sections {
			if !s.Links || s.Unread {
				continue
			}
			listed.clear()
			for i := range s.Tags {
				listed.add(s.Tags[i].Key)
			}
			named.clear()
			for _, text := range s.Texts {
				anchors := site.Anchors[text]
				for i := range anchors {
					named.add(anchors[i].Target)
				}
				if text == s.Original(site.Settings.Default()) {
					untagged(&faults, text, anchors, &listed, loose)
				}
			}
			for i := range s.Tags {
				if t := &s.Tags[i]; !named.has(t.Key) && !loose[t.Key] && !unread[t.Key] {
					faults.Add(t.Pos, diag.UnmentionedTag, "the front matter lists %s, which the text does not name", t.Key.ID())
				}
			}
		}
	}
	return faults
}

// unreadIn are the entities whose names are not known, because their files could
// not be read.
func unreadIn(site *model.Site) map[model.Key]bool {
	var unread map[model.Key]bool
	for _, e := range site.Entities {
		if e.Unread {
			if unread == nil {
				unread = map[model.Key]bool{}
			}
			unread[e.Key] = true
		}
	}
	return unread
}

// untagged reports entities that the anchors of a text lead to and that are not
// listed: where the text names them first, or first links to them.
func untagged(faults *diag.List, text *model.Text, anchors []model.Anchor, listed *keys, loose map[model.Key]bool) {
	for i := range anchors {
		a := &anchors[i]
		if listed.has(a.Target) || !isEntity(a.Target) || loose[a.Target] {
			continue
		}
		listed.add(a.Target) // once is enough
		at := model.Mention{Text: text, Start: a.Start, End: a.End}
		faults.Add(at.Pos(), diag.UntaggedMention, "the text names %s, which the front matter does not list; add it to %q", a.Target.ID(), a.Target.Kind())
	}
}

// isEntity reports keys of entities. Anchors to addresses and media have none.
func isEntity(key model.Key) bool {
	kind, _, ok := strings.Cut(string(key), "/")
	return ok && kind != model.Articles && kind != model.Pages
}

// keys are a set that costs little while it is small.
type keys struct {
	few  []model.Key
	many map[model.Key]bool
}

// mostFew is up to how many keys a list is searched.
const mostFew = 32

func (k *keys) clear() {
	k.few = k.few[:0]
	if len(k.many) > 0 {
		clear(k.many)
	}
}

func (k *keys) add(key model.Key) {
	if len(k.few) < mostFew {
		k.few = append(k.few, key)
		return
	}
	if k.many == nil {
		k.many = map[model.Key]bool{}
	}
	k.many[key] = true
}

func (k *keys) has(key model.Key) bool {
	return slices.Contains(k.few, key) || len(k.many) > 0 && k.many[key]
}
