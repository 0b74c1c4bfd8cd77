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

// Rule looks for one kind of fault. Its addresses are relative to the content folder.
type Rule func(*plan.Plan) diag.List

// OfTexts are the rules that compare each text with the front matter of its file, or with
// what it translates: Again says what they find after an edit.
func OfTexts() []Rule { return []Rule{tags, sectionDates, drift} }

// Others are all other rules. Sound says that all content could be read: only then is it known what nothing names.
func Others(sound bool) []Rule {
	rules := []Rule{translations, declared, lifetimes, anniversaries, files, commonNames, alike, reports}
	if sound {
		rules = append(rules, unused)
	}
	return rules
}

// reports looks for a way to report mistakes, which readers need as soon as the dossier
// has an address at which they find it.
func reports(p *plan.Plan) diag.List {
	var faults diag.List
	if s := &p.Site.Settings; s.BaseURL != "" && s.Report == "" && s.Repository == "" {
		faults.Add(diag.Pos{File: "index.md"}, diag.EmptyValue,
			"readers cannot report a mistake; give \"report\" a mail or web address, or \"repository\" the dossier's own")
	}
	return faults
}

// tags compares the entities that a section's prose names with those that its
// front matter lists. Other texts have no such lists.
func tags(p *plan.Plan) diag.List {
	of := exemptFrom(p.Site)
	exempt := func(key model.Key) bool { return of[key] }
	parts := make([]diag.List, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for i, n := 0, len(p.Site.Articles); i < len(parts); i++ {
		articles := p.Site.Articles[n*i/len(parts) : n*(i+1)/len(parts)]
		wg.Go(func() { parts[i] = tagsOf(p.Site, exempt, articles) })
	}
	wg.Wait()
	return slices.Concat(parts...)
}

// exemptFrom gives the entities that the rule tags leaves out: those whose names are
// not looked for in texts, and those that are common words, which commonNames
// reports.
func exemptFrom(site *model.Site) map[model.Key]bool {
	exempt := map[model.Key]bool{}
	for _, e := range site.Entities {
		if isExempt(site, e) {
			exempt[e.Key] = true
		}
	}
	return exempt
}

func isExempt(site *model.Site, e *model.Entity) bool {
	return e.Unnamed || site.Unnamed(e.Key.Kind()) || commonName(site, e).word != ""
}

// tagsOf is tags for some articles.
func tagsOf(site *model.Site, exempt func(model.Key) bool, articles []*model.Article) diag.List {
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
			for _, key := range s.Meant { // the tag's fault is told already
				listed.add(key)
			}
			named.clear()
			for _, text := range s.Texts {
				anchors := site.Anchors.Of(text)
				for i := range anchors {
					named.add(anchors[i].Target)
				}
				if text == s.Original(site.Settings.Default()) {
					untagged(&faults, text, anchors, &listed, exempt)
				}
			}
			for i := range s.Tags {
				if t := &s.Tags[i]; !named.has(t.Key) && !exempt(t.Key) && !unread[t.Key] {
					faults.Add(t.Pos, diag.UnmentionedTag, "the front matter lists %s, which the text does not name", t.Key.ID())
				}
			}
		}
	}
	return faults
}

// unreadIn gives the entities whose names are unknown, as their files could not be
// read.
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
// listed, each at the first place where the text names it or links to it.
func untagged(faults *diag.List, text *model.Text, anchors []model.Anchor, listed *keys, exempt func(model.Key) bool) {
	for i := range anchors {
		a := &anchors[i]
		if listed.has(a.Target) || !isEntity(a.Target) || exempt(a.Target) {
			continue
		}
		listed.add(a.Target) // report it once
		faults.Add(a.Pos(text), diag.UntaggedMention,
			"the text names %s, which the front matter does not list; add it to %q", a.Target.ID(), a.Target.Kind())
	}
}

// isEntity reports whether a key is that of an entity. Anchors to addresses and media
// have no such key.
func isEntity(key model.Key) bool {
	kind, _, ok := strings.Cut(string(key), "/")
	return ok && kind != model.Articles && kind != model.Pages
}

// keys is a set. While it is small it is a list: searching that costs less than a map.
type keys struct {
	few  []model.Key
	many map[model.Key]bool // those that did not go into few
}

// maxFew is the most that few holds.
const maxFew = 32

func (k *keys) clear() {
	k.few = k.few[:0]
	if len(k.many) > 0 {
		clear(k.many)
	}
}

func (k *keys) add(key model.Key) {
	if len(k.few) < maxFew {
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
