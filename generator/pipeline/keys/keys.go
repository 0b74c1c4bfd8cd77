// Package keys tells for each output of a plan, without making it, whether it is what it
// was in an earlier build: it is, if its key is.
//
// A key is a hash of everything that the output can depend on, and mostly of more. What a
// dossier says falls in three. The greater part is in every key: all that front matter says of
// anything, titles, summaries and settings; which pages there are, and how their lists are
// divided; whom the texts of entities name, and which pictures there are. So an edit of any of
// this makes every page anew. Prose only few pages show: a page's key has the
// bodies of the docs that it may show or quote from, with what their links lead to. Lists,
// maps and charts show none, but for the list of sources, which quotes who names them. And
// who is named by the prose of articles and pages, and how often, tells on the pages of who
// is named, in the order of lists, and in charts that have no room for all events.
//
// The program, the layouts and the settings of the command line are not in a key: who
// compares keys must know that these are the same.
package keys

import (
	"crypto/sha256"
	"path"
	"strings"
	"sync"

	"dossier/generator/cite"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// Key is that of an output.
type Key [16]byte

// Keys are those of outputs, by path; of all files in a folder, by its path with "/" behind.
type Keys map[string]Key

// For gives the key of the output at a path. One that has none must be made to know what it is.
func (k Keys) For(path string) (key Key, ok bool) {
	if key, ok = k[path]; ok {
		return key, true
	}
	switch {
	case strings.HasPrefix(path, plan.DataFolder):
		key, ok = k[plan.DataFolder]
	case strings.HasPrefix(path, "sitemap-"): // one of several
		key, ok = k[sitemap]
	}
	return key, ok
}

// sitemap is the path of the only sitemap, or of the list of several.
const sitemap = "sitemap.xml"

// Of gives the keys of a plan's outputs, and of what may be said of a doc, where its own
// prose is all that is shown; of none (nil) that of what shows no prose. Sum gives what the
// bytes of a content file hash to, where that is known.
func Of(p *plan.Plan, sum func(file string) ([sha256.Size]byte, bool)) (outputs Keys, said func(*model.Doc) Key) {
	k := keys{
		Plan: p, texts: make(map[*model.Text]Key, len(p.Lists.Docs)), articles: map[*model.Article]Key{}, entities: map[*model.Entity]Key{},
		of: make(Keys, 2*len(p.Pages)), sum: sum,
	}
	k.common = k.everything()
	k.plain, k.rest = k.with(), k.with(k.naming())
	k.all = sync.OnceValue(func() Key { return k.bodies(k.docs()) })
	k.citing = sync.OnceValue(func() Key {
		var docs []*model.Doc
		for _, use := range p.Lists.In(p.Site.Settings.Default(), lists.Order{}).Sources().Entries() {
			docs = append(docs, use.Page)
		}
		return k.bodies(docs)
	})
	for _, page := range p.Pages {
		k.of[page.Path] = k.page(page)
	}
	k.others()
	docs := make([]Key, len(p.Lists.Docs)) // by number
	for i, d := range p.Lists.Docs {
		h := k.hash()
		h.string(string(d.Key))
		k.body(h, d)
		docs[i] = k.with(k.done(h))
	}
	rest := k.rest
	return k.of, func(d *model.Doc) Key {
		if d == nil {
			return rest
		}
		return docs[p.Lists.Number(d)]
	}
}

// keys makes the keys of a plan.
type keys struct {
	*plan.Plan
	common Key // what is in every key
	plain  Key // of what shows no prose and does not tell who is named
	rest   Key // of what shows no prose

	all, citing func() Key // of all bodies, and of those whose docs rest on sources

	texts    map[*model.Text]Key // those of once
	articles map[*model.Article]Key
	entities map[*model.Entity]Key
	of       Keys
	sum      func(file string) ([sha256.Size]byte, bool)
	spare    []*hash
}

// with is the key of an output that depends on other keys beside what all depend on.
func (k *keys) with(on ...Key) Key {
	h := k.hash()
	for _, x := range on {
		h.keyed(x)
	}
	h.keyed(k.common)
	return k.done(h)
}

// hash gives an empty hash, and done its key.
func (k *keys) hash() *hash {
	n := len(k.spare)
	if n == 0 {
		return &hash{}
	}
	h := k.spare[n-1]
	k.spare = k.spare[:n-1]
	return h
}

func (k *keys) done(h *hash) Key {
	key := h.key()
	h.buf, h.sum, h.file = h.buf[:0], [sha256.Size]byte{}, ""
	k.spare = append(k.spare, h)
	return key
}

// docs are all that have a page, entities without a file too.
func (k *keys) docs() []*model.Doc {
	docs := []*model.Doc{k.Site.Home}
	for _, a := range k.Site.Articles {
		docs = append(docs, &a.Doc)
		for _, s := range a.Sections {
			docs = append(docs, &s.Doc)
		}
	}
	for _, e := range k.Site.Entities {
		docs = append(docs, &e.Doc)
	}
	return append(docs, k.Site.Pages...)
}

// everything is what every key has.
func (k *keys) everything() Key {
	h, s := k.hash(), k.Site
	h.add(s.Settings)
	h.add(s.Kinds)
	h.doc(s.Home)
	for _, a := range s.Articles {
		h.doc(&a.Doc)
		own := *a
		own.Doc, own.Sections = model.Doc{}, nil
		h.add(own)
		for _, x := range a.Sections {
			h.doc(&x.Doc)
			own := *x
			own.Doc, own.Article = model.Doc{}, nil
			h.add(own)
		}
	}
	for _, e := range s.Entities {
		h.doc(&e.Doc)
		own := *e
		own.Doc = model.Doc{}
		h.add(own)
		for _, m := range k.mentions(e) {
			if d, t := s.Of(m); !inProse(d) { // lists and maps tell whom entities have to do with
				h.mention(d, t)
			}
		}
		h.string("") // no text's key: here they end
		h.flush()
	}
	for _, d := range s.Pages {
		h.doc(d)
	}
	for _, m := range s.Media {
		h.string(m.File)
		sum := sha256.Sum256(m.Body)
		h.buf = append(h.buf, sum[:]...)
		h.flush()
	}
	for _, page := range k.Pages {
		h.string(page.Path)
		h.string(string(page.Key))
		h.add(page.Brief)
		for _, s := range page.Splits {
			h.string(string(s.List))
			for _, part := range s.Parts {
				part.Page = nil
				h.add(part)
			}
		}
		h.flush()
	}
	return k.done(h)
}

// page is the key of a page. A kind of page whose view begins to show prose must leave the
// first case; one that stands in none depends on all prose.
func (k *keys) page(page *plan.Page) Key {
	switch page.Kind {
	case plan.Index, plan.Contents, plan.Timeline, plan.Map, plan.Graph, plan.AsOf, plan.Search, plan.Corrections, plan.NotFound:
		return k.rest
	}
	h := k.hash()
	switch page.Kind {
	case plan.Section:
		k.body(h, page.Doc)
		k.tagged(h, page.Section)
	case plan.Free:
		k.body(h, page.Doc)
	case plan.Article, plan.Parallel:
		h.keyed(once(k, k.articles, page.Article, func(h *hash) {
			k.article(h, page.Article)
			for _, s := range page.Article.Sections {
				k.tagged(h, s)
			}
		}))
	case plan.Home:
		h.keyed(k.rest)
		k.body(h, page.Doc)
		if len(k.Site.Articles) == 1 { // the page says how long it takes to read
			k.article(h, k.Site.Articles[0])
		}
	case plan.Entity, plan.Entries:
		if page.Entity == nil { // of the front page
			h.keyed(k.rest)
			break
		}
		h.keyed(once(k, k.entities, page.Entity, func(h *hash) { k.entity(h, page.Entity) }))
	case plan.Sources: // quotes from what names a source
		h.keyed(k.rest)
		h.keyed(k.citing())
	default: // translations are current or not, and of a kind to come nothing is known
		h.keyed(k.rest)
		h.keyed(k.all())
	}
	return k.with(k.done(h))
}

// once is a key that several outputs depend on, as all pages of a long list do: it is made
// once, or what it takes would grow as the square of the list.
func once[T comparable](k *keys, known map[T]Key, of T, add func(h *hash)) Key {
	x, ok := known[of]
	if !ok {
		h := k.hash()
		add(h)
		x = k.done(h)
		known[of] = x
	}
	return x
}

// entity adds what the pages of an entity may show.
func (k *keys) entity(h *hash, e *model.Entity) {
	k.body(h, &e.Doc)
	if b := k.Site.Backlinks.Of(e.Key); b != nil {
		h.int(len(b.Mentions))
		for _, m := range b.Mentions {
			d, t := k.Site.Of(m)
			h.mention(d, t)
			h.int(int(m.Start))
			h.int(int(m.End))
			h.keyed(k.text(t))
		}
		for _, e := range b.Events {
			k.named(h, e)
		}
	}
}

// bodies is the key of the bodies of docs.
func (k *keys) bodies(docs []*model.Doc) Key {
	h := k.hash()
	for _, d := range docs {
		k.body(h, d)
		h.flush()
	}
	return k.done(h)
}

// article adds the bodies of an article with its sections.
func (k *keys) article(h *hash, a *model.Article) {
	k.body(h, &a.Doc)
	for _, s := range a.Sections {
		k.body(h, &s.Doc)
	}
}

// others gives keys to what is no page. None of it shows prose but the books; the index
// for the search knows the keys of some of its files by itself, and the others have none, as all prose is in it.
func (k *keys) others() {
	for _, m := range k.Moved {
		k.of[m.Path] = k.plain
	}
	for _, e := range k.Editions {
		k.of[e.Feed()], k.of[e.Calendar()], k.of[e.Card("")] = k.plain, k.plain, k.rest
		for _, a := range k.Site.Articles {
			h := k.hash()
			k.article(h, a)
			k.of[e.FeedOf(a.Key)], k.of[e.Card(a.Key)], k.of[e.Book(a.Key)] = k.plain, k.plain, k.with(k.done(h))
		}
		for _, x := range k.Site.Entities {
			k.of[e.FeedOf(x.Key)] = k.plain
		}
	}
	k.of[plan.DataFolder], k.of[sitemap] = k.rest, k.rest
	for _, page := range k.Pages {
		for _, f := range cite.Formats() {
			k.of[path.Join(path.Dir(page.Path), f.File)] = k.plain
		}
	}
}

// body adds the bodies of a doc in all languages.
func (k *keys) body(h *hash, d *model.Doc) {
	for _, lang := range k.Site.Settings.Languages {
		if t := d.Texts.In(lang); t != nil {
			h.string(lang)
			h.keyed(k.text(t))
		}
	}
	if t := d.Original(k.Site.Settings.Default()); t != nil {
		h.keyed(k.text(t))
	}
}

// text is the key of a body with what stands in it: what its links lead to, and the headings
// that they lead to.
func (k *keys) text(t *model.Text) Key {
	return once(k, k.texts, t, func(h *hash) {
		h.string(t.File)
		h.string(t.Lang)
		k.content(h, t)
		for _, a := range k.Site.Anchors.Of(t) {
			h.anchor(&a)
			if a.Heading() == "" {
				continue
			}
			if n, ok := k.Lists.Find(a.Target); ok {
				for _, lang := range k.Site.Settings.Languages {
					if of := k.Lists.Docs[n].Texts.In(lang); of != nil {
						k.content(h, of)
					}
				}
			}
		}
	})
}

// content adds a body: by the bytes of its file, or as it is but for where its prose
// stands in the file.
func (k *keys) content(h *hash, t *model.Text) {
	if sum, ok := k.sum(t.File); ok {
		h.buf = append(h.buf, sum[:]...)
		return
	}
	own := t.Body
	own.Runs, own.Links = nil, nil
	h.add(own)
	h.flush()
}
