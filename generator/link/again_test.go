package link

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// rewritten is a corpus with another prose in some texts of its articles; what is not
// in such an article is shared.
func (w *world) rewritten(c *model.Corpus) *model.Corpus {
	next := *c
	next.Articles = slices.Clone(c.Articles)
	for i, a := range c.Articles {
		if i > 0 && w.coin(2) {
			continue
		}
		doc := func(d model.Doc) model.Doc {
			texts := slices.Clone(d.Texts)
			for _, t := range d.Texts {
				if w.coin(3) {
					texts.Set(text(w.t, t.File, t.Lang, w.prose()))
				}
			}
			d.Texts = texts
			return d
		}
		article := *a
		article.Doc, article.Sections = doc(a.Doc), nil
		for _, s := range a.Sections {
			section := *s
			section.Doc, section.Article = doc(s.Doc), &article
			article.Sections = append(article.Sections, &section)
		}
		next.Articles[i] = &article
	}
	return &next
}

// TestAgain: after edits of prose a resolver that lays what it finds over the site
// before gives what a new one gives, or says that it cannot.
func TestAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("it links again after each of many edits")
	}
	again := 0
	for seed := range uint64(60) {
		w := newWorld(t, seed)
		w.rng = rand.New(rand.NewPCG(seed, 11))
		for range 30 {
			w.edit()
		}
		r, c := NewResolver(), w.corpus()
		site, _ := r.Resolve(c)
		before, _ := Resolve(c)
		for step := range 12 {
			next := w.rewritten(c)
			edit, ok := model.Between(c, next)
			if !ok {
				t.Fatal("an edit of prose is none")
			}
			found, faults, named, ok := r.Again(site, edit)
			want := outcomeOf(Resolve(next))
			if !ok {
				found, faults = r.Resolve(next)
				if d := differences(outcome{found, faults}, want); d != "" {
					t.Fatalf("history %d, step %d: after a refusal: %s", seed, step, d)
				}
				site, before, c = found, want.site, next
				continue
			}
			again++
			files := edit.Files()
			var of diag.List
			for _, d := range want.faults {
				if files[d.File] && d.Code != diag.AmbiguousName {
					of = append(of, d)
				}
			}
			if d := differences(outcome{found, faults}, outcome{want.site, of}); d != "" {
				t.Fatalf("history %d, step %d: laid over the site before, and from nothing: %s", seed, step, d)
			}
			if d := differences(outcome{site, nil}, outcome{before, nil}); d != "" {
				t.Fatalf("history %d, step %d: the site before is another: %s", seed, step, d)
			}
			for key := range want.site.Backlinks.All() {
				if was := site.Backlinks.Of(key); !named[key] && (was == nil || len(was.Mentions) != len(want.site.Backlinks.Of(key).Mentions)) {
					t.Fatalf("history %d, step %d: it is not said that other texts name %s", seed, step, key)
				}
			}
			site, before, c = found, want.site, next
		}
	}
	if again < 100 {
		t.Errorf("only %d edits were laid over", again)
	}
}
