package model

import (
	"reflect"
	"slices"

	"dossier/generator/prose"
)

// Edit is what tells two corpora apart of which the second differs from the first in the
// bodies of some articles' texts, and in nothing else: most saves are such.
type Edit struct {
	Was, Now *Corpus
	Articles []EditedArticle
}

// EditedArticle is an article that is another value in the second corpus, with as many
// sections as in the first.
type EditedArticle struct{ Was, Now *Article }

// Between compares two corpora; ok is false when they differ in more than an Edit can
// say. What is shared by both is not looked at, so it takes as long as a look at the
// addresses of what they consist of.
func Between(was, now *Corpus) (e *Edit, ok bool) {
	same := len(was.Articles) == len(now.Articles) && slices.Equal(was.Entities, now.Entities) && slices.Equal(was.Pages, now.Pages) &&
		slices.Equal(was.Drafts, now.Drafts) && slices.Equal(was.Accepts, now.Accepts) && slices.EqualFunc(was.Media, now.Media, sameMedia) &&
		reflect.DeepEqual(was.Kinds, now.Kinds) && reflect.DeepEqual(was.Settings, now.Settings) && was.Home == now.Home
	if !same {
		return nil, false
	}
	e = &Edit{Was: was, Now: now}
	for i, a := range was.Articles {
		b := now.Articles[i]
		if a == b {
			continue
		}
		if !alike(a, b) {
			return nil, false
		}
		e.Articles = append(e.Articles, EditedArticle{a, b})
	}
	return e, true
}

// sameMedia reports the same bytes at one place, for as long as nobody has read them anew.
func sameMedia(a, b Media) bool {
	return a.File == b.File && len(a.Body) == len(b.Body) && (len(a.Body) == 0 || &a.Body[0] == &b.Body[0])
}

// alike reports articles that differ in bodies alone.
func alike(a, b *Article) bool {
	if len(a.Sections) != len(b.Sections) || !alikeDocs(&a.Doc, &b.Doc) {
		return false
	}
	x, y := *a, *b
	x.Texts, x.Sections, y.Texts, y.Sections = nil, nil, nil, nil
	if !reflect.DeepEqual(x, y) {
		return false
	}
	for i, s := range a.Sections {
		x, y := *s, *b.Sections[i]
		if !alikeDocs(&x.Doc, &y.Doc) {
			return false
		}
		x.Texts, x.Article, y.Texts, y.Article = nil, nil, nil, nil
		if !reflect.DeepEqual(x, y) {
			return false
		}
	}
	return true
}

// alikeDocs reports docs whose texts differ in bodies alone.
func alikeDocs(a, b *Doc) bool {
	if len(a.Texts) != len(b.Texts) {
		return false
	}
	for _, t := range a.Texts {
		u := b.Texts.In(t.Lang)
		if t == u {
			continue
		}
		if u == nil {
			return false
		}
		x, y := *t, *u
		x.Body, y.Body = prose.Body{}, prose.Body{}
		if !reflect.DeepEqual(x, y) {
			return false
		}
	}
	return true
}

// Docs gives each doc of the articles that are other values, with what it was: an article
// before its sections.
func (e *Edit) Docs(yield func(was, now *Doc) bool) {
	for _, a := range e.Articles {
		if !yield(&a.Was.Doc, &a.Now.Doc) {
			return
		}
		for i, s := range a.Was.Sections {
			if !yield(&s.Doc, &a.Now.Sections[i].Doc) {
				return
			}
		}
	}
}

// Texts gives each text that says something else, with what it was.
func (e *Edit) Texts(yield func(was, now *Text) bool) {
	for a, b := range e.Docs {
		for _, t := range a.Texts {
			if u := b.Texts.In(t.Lang); t != u && !yield(t, u) {
				return
			}
		}
	}
}

// Files are those of all texts of the articles that are other values.
func (e *Edit) Files() map[string]bool {
	files := map[string]bool{}
	for _, d := range e.Docs {
		files[d.File] = true
		for _, t := range d.Texts {
			files[t.File] = true
		}
	}
	return files
}
