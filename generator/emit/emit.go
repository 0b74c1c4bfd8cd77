// Package emit turns a plan into outputs: one file of this package a format.
//
// Outputs are lazy: an emitter says which files there are, and each is made when
// publish asks for it, on any goroutine. A page is made from nothing but its
// view, plain data of package view, and a layout.
package emit

import (
	"slices"
	"strings"
	"sync"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/parallel"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/search"
	"dossier/generator/search/words"
)

// Emitter makes the outputs of one format. The error is a fault of the
// environment; a layout's fault comes from the outputs, as *layout.FaultError.
type Emitter func(*plan.Plan, *layout.Set) ([]publish.Output, error)

// Kept is what emitters can use again for a later plan of the same dossier: of this
// process, or of one to come if its functions are given.
type Kept struct {
	mu       sync.Mutex
	searched map[string]*search.Memory // by language

	Shown  func(d *model.Doc) [16]byte     // stands for all that a page may say of a doc, and of none (nil) for all that is no prose
	Packed func(lang string) string        // what Pack was told in the process before; "" when that is not known
	Pack   func(lang string, index []byte) // takes what the next process is to know of an edition's index
	Keyed  func(path string, key [16]byte) // is told of files of an index that are the same as long as their key is
}

// All are the emitters of every format the site has; kept may be those' of an earlier
// plan, or nil when there will be no later one.
func All(kept *Kept) []Emitter {
	return []Emitter{kept.Search, Pages, Assets, Cards, Media, Feeds, Books, Calendars, Data, Citations, Sitemap, Robots}
}

// Assets emits the stylesheet, script and other files of the layouts, without
// the scripts that stem words of languages that the site has no edition in, and that
// of old addresses if it has none.
func Assets(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	spoken := map[string]bool{}
	for _, e := range p.Editions {
		spoken[words.Base(e.Lang)] = true
	}
	assets := slices.DeleteFunc(slices.Clone(set.Assets()), func(a layout.Asset) bool {
		lang, ok := strings.CutPrefix(strings.TrimSuffix(a.Name, ".js"), "stem-")
		return ok && words.Stems(lang) && !spoken[lang] || a.Name == "moved.js" && len(p.Moved) == 0
	})
	out := make([]publish.Output, len(assets))
	parallel.Each(len(out), 1, func() func(int) { // making one takes up to a millisecond
		return func(i int) { out[i] = publish.Bytes(assets[i].Path(), assets[i].Body()) }
	})
	return out, nil
}

// Media emits the pictures and other files of the content folder as they are.
func Media(p *plan.Plan, _ *layout.Set) ([]publish.Output, error) {
	var out []publish.Output
	for _, m := range p.Site.Media {
		out = append(out, publish.Bytes(m.File, m.Body))
	}
	return out, nil
}
