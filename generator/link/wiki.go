package link

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/names"
)

// linker resolves the links that editors write.
type linker struct {
	*index
	docs     []*model.Doc // by number
	entities span         // of docs
	fallback string       // language of the default edition

	// Made when a link first asks for them: an id is all that most links need.
	titles  func() map[string][]int32 // docs by what they are called, as names.Key has it
	targets func() []string           // all that may stand in [[…]] and means one page
	worded  *sync.Map                 // *model.Text → its headings' ids by names.LooseKey
}

func newLinker(x *index, docs []*model.Doc, entities span, c *model.Corpus) linker {
	l := linker{index: x, docs: docs, entities: entities, fallback: c.Settings.Default(), worded: new(sync.Map)}
	each := func(yield func(n int32, name string)) {
		for i, d := range docs {
			n := int32(i)
			yield(n, x.keys[n].ID())
			for _, t := range d.Texts {
				yield(n, t.Title)
			}
			if e, ok := l.entity(n); ok {
				eachName(c.Entities[e], func(name string) { yield(n, name) })
			}
		}
	}
	l.titles = sync.OnceValue(func() map[string][]int32 {
		titles := make(map[string][]int32, 2*len(docs))
		each(func(n int32, name string) {
			key := names.Key(name)
			if same := titles[key]; key != "" && (len(same) == 0 || same[len(same)-1] != n) {
				titles[key] = append(same, n)
			}
		})
		return titles
	})
	l.targets = sync.OnceValue(func() []string {
		names := []string{}
		each(func(_ int32, name string) {
			if name != "" && !strings.ContainsAny(name, "[]|#\n") {
				names = append(names, name)
			}
		})
		slices.Sort(names)
		names = slices.DeleteFunc(slices.Compact(names), func(name string) bool { _, ok := slices.BinarySearch(l.ids(), name); return ok })
		all := slices.Concat(l.ids(), names) // of two as near, the id
		return slices.DeleteFunc(all, func(name string) bool { found, _ := l.called(name); return len(found) != 1 })
	})
	return l
}

// entity gives which of the entities a page is of, if it is of one.
func (x *linker) entity(page int32) (i int, ok bool) {
	return int(page - x.entities.from), x.entities.from <= page && page < x.entities.to
}

// pageOf is the page of the entity at an index.
func (x *linker) pageOf(entity int) int32 { return x.entities.from + int32(entity) }

// eachName gives the names and aliases of an entity in all languages.
func eachName(e *model.Entity, yield func(string)) {
	for _, name := range e.Names {
		yield(name)
	}
	for _, list := range e.Aliases {
		for _, name := range list {
			yield(name)
		}
	}
}

// called are the docs that [[name]] may mean, in their order: those with that
// id, else those that had it, else those called so in some edition.
func (x *linker) called(name string) (found []int32, by naming) {
	if found := x.identified(name); len(found) > 0 {
		return found, byID
	}
	if found := x.former[name]; len(found) > 0 {
		return found, byFormerID
	}
	return x.lessArticles(x.titles()[names.Key(name)]), byName
}

// page is what one of the targets means.
func (x *linker) page(target string) int32 {
	found, _ := x.called(target)
	return found[0]
}

// naming says what a link calls a page by.
type naming int

const (
	byName naming = iota
	byID
	byFormerID
)

// wiki finds the page that [[target]] names; suggest says whether to look for a
// nearest right one. What is found by its id stays so for as long as the index
// does.
func (x *linker) wiki(d *model.Doc, target string, suggest bool) (key model.Key, heading string, firm bool, why, moved wrong) {
	target = norm.NFC.String(target)
	whole := target
	target, heading, _ = strings.Cut(target, "#")
	target, heading = strings.TrimSpace(target), strings.TrimSpace(heading)
	if target == "" && heading != "" {
		return d.Key, heading, true, why, moved
	}
	found, by := x.called(target)
	if len(found) == 0 && heading != "" {
		if found, by = x.called(whole); len(found) > 0 { // "C# users"
			heading = ""
		}
	}
	switch len(found) {
	case 1:
		if by == byFormerID {
			moved = x.moved(target, found[0])
		}
		return x.keys[found[0]], heading, by == byID, why, moved
	case 0:
		why.is = fmt.Sprintf("nothing has the id %q", target)
		if suggest {
			why.nearest(target, x.targets())
			why.certain = diag.IsSlip(target, why.with) && !slices.ContainsFunc(x.targets(), func(c string) bool {
				return diag.IsNear(target, c) && x.page(c) != x.page(why.with) // a name is as near as the id
			})
		}
	default:
		why.is = fmt.Sprintf("%q may be %s or %s; write one of them in full", target, x.keys[found[0]], x.keys[found[1]])
	}
	return "", "", false, why, moved
}

// nearest adds the candidate that is spelled most like the word that is wrong.
func (w *wrong) nearest(word string, candidates []string) {
	if near := diag.Nearest(word, slices.Values(candidates)); near != "" {
		w.is += fmt.Sprintf("; did you mean %q?", near)
		w.old, w.with, w.certain = word, near, diag.Certain(word, near, slices.Values(candidates))
	}
}

// heading finds a heading of a page by its id or its words, in the text that
// stands in for lang, and gives its id.
func (x *linker) heading(key model.Key, lang, words string, suggest bool) (id string, why wrong) {
	n := x.number(key)
	if int(n) >= len(x.docs) {
		return "", wrong{is: fmt.Sprintf("%s is a list; it has no heading %q", key, words)}
	}
	if x.docs[n].Unread {
		return "", why // it may have the heading
	}
	text := x.docs[n].In(lang, x.fallback)
	headings := text.Body.Headings
	words = norm.NFC.String(words)
	for _, h := range headings {
		if h.ID == words {
			return h.ID, why
		}
	}
	byWords := x.headingsByWords(text)
	if id := byWords[names.LooseKey(words)]; id != "" {
		return id, why
	}
	if at := strings.LastIndexByte(words, '#'); at >= 0 { // "Chapter#Heading"
		if id := byWords[names.LooseKey(words[at+1:])]; id != "" {
			return id, why
		}
	}
	why.is = fmt.Sprintf("%s has no heading %q", nameOf(x.docs[n]), words)
	if suggest {
		var ids, texts []string
		for _, h := range headings {
			ids, texts = append(ids, h.ID), append(texts, html.UnescapeString(h.Text))
		}
		why.nearest(words, append(ids, texts...))
		why.old, why.with = "#"+why.old, "#"+why.with
		if why.old == "#" || strings.ContainsAny(why.with[1:], "[]|()#") {
			why.old = ""
		}
	}
	return "", why
}

// headingsByWords gives the ids of a text's headings by their words; of equal
// ones the first. Many links ask for the same text.
func (x *linker) headingsByWords(t *model.Text) map[string]string {
	if known, ok := x.worded.Load(t); ok {
		return known.(map[string]string)
	}
	ids := make(map[string]string, len(t.Body.Headings))
	for _, h := range t.Body.Headings {
		key := names.LooseKey(html.UnescapeString(h.Text))
		if key != "" && ids[key] == "" {
			ids[key] = h.ID
		}
	}
	x.worded.Store(t, ids)
	return ids
}
