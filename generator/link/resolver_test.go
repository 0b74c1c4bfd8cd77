package link

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"weak"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
)

// world is a dossier that is edited: what an editor would have in files. A
// corpus is made of it anew each time, but for texts that stay as they are.
type world struct {
	t         *testing.T
	rng       *rand.Rand
	languages []string
	docs      map[model.Key]*page
	media     []string
	treaties  bool // whether there is such a kind
	texts     map[string]*model.Text
}

// page is a doc of a world with all that its front matter may say.
type page struct {
	prose          map[string]string // by language
	names          model.Words
	aliases, forms map[string][]string
	person, place  bool
	silent         bool // links nothing by itself
	tags           []model.Key
	related        []model.Key
	date           string
}

// What prose is made of: names that are common nouns elsewhere, that two
// entities have, that decline, and links of all kinds, some of them broken.
var (
	someNames   = strings.Fields("Kenya Spring Union May Turkey Guards Ossetia Putin Казахстан Союз Минск Мир")
	somePhrases = []string{
		"The spring came.", "a turkey and a union of guards", "In may it was.", "Spring Union met in South Ossetia.", "Vladimir Putin spoke.",
		"о мире и союзе", "В Казахстане и Минске.", "«Единый Союз»", "[[kenya]]", "[[e1]]", "[[e2|it]]", "[[s1#one]]", "[[a1/s2#two]]", "[[nowhere]]",
		"[x](#one)", "[x](../../media/m1.png)", "[x](../../actors/e1.md#two)", "[x](s2.md)", "[x](https://e.org/)", "![x](../../media/m2.png)", "[[actors/e3]]",
		"[x](../../actors/)", "[x](../../treaties/)", "[x](../../events/e3.ru.md)", "[x](s2.md#two)", "Kenyas and Turkeys.", "\n\n## One\n\n", "\n\n## Two\n\n",
	}
)

func newWorld(t *testing.T, seed uint64) *world {
	w := &world{t: t, rng: rand.New(rand.NewPCG(seed, 7)), languages: []string{"en", "ru"}, docs: map[model.Key]*page{}, texts: map[string]*model.Text{}}
	w.docs[""] = w.page()
	for _, key := range []model.Key{"articles/a1", "articles/a1/s1", "articles/a1/s2", "articles/a2", "articles/a2/s2", "pages/p", "actors/e1", "actors/e2", "events/e3", "places/e4"} {
		w.docs[key] = w.page()
	}
	return w
}

func (w *world) pick(from []string) string { return from[w.rng.IntN(len(from))] }

func (w *world) coin(n int) bool { return w.rng.IntN(n) == 0 }

func (w *world) page() *page {
	p := &page{prose: map[string]string{}, names: model.Words{}, aliases: map[string][]string{}, forms: map[string][]string{}}
	for _, lang := range w.languages {
		p.prose[lang], p.names[lang] = w.prose(), w.pick(someNames)
	}
	return p
}

func (w *world) prose() string {
	var words []string
	for range 1 + w.rng.IntN(9) {
		words = append(words, w.pick(somePhrases), w.pick(someNames))
	}
	return strings.Join(words, " ")
}

// edit changes one thing, as an editor would.
func (w *world) edit() {
	keys := slices.Sorted(maps.Keys(w.docs))
	key := keys[w.rng.IntN(len(keys))]
	p, lang := w.docs[key], w.pick(w.languages)
	switch w.rng.IntN(19) {
	case 0, 1, 2, 3:
		p.prose[lang] = w.prose()
	case 4:
		if lang != w.languages[0] {
			delete(p.prose, lang)
		}
	case 5:
		p.names[lang] = w.pick(someNames)
	case 6:
		p.aliases[lang] = append(p.aliases[lang][:len(p.aliases[lang]):len(p.aliases[lang])], w.pick(someNames)+" "+w.pick(someNames))
	case 7:
		p.aliases[lang] = nil
	case 8:
		p.forms[lang] = []string{w.pick([]string{"Kenyas", "Turkeys"})}
	case 9:
		p.person = !p.person
	case 10:
		p.place = !p.place
	case 11:
		p.silent = !p.silent
	case 12:
		w.docs[model.Key(w.pick([]string{"actors/e", "events/e", "places/e", "articles/a1/s", "articles/a2/s", "articles/a", "pages/p"})+fmt.Sprint(w.rng.IntN(5)))] = w.page()
	case 13:
		if key != "" {
			delete(w.docs, key)
		}
	case 14:
		w.media = [][]string{nil, {"media/m1.png"}, {"media/m1.png", "media/m2.png"}}[w.rng.IntN(3)]
	case 15:
		p.tags = append(p.tags[:len(p.tags):len(p.tags)], keys[w.rng.IntN(len(keys))])
		p.related = append(p.related[:len(p.related):len(p.related)], keys[w.rng.IntN(len(keys))])
	case 16:
		p.date = w.pick([]string{"", "2018", "2019-05", "2020/.."})
	case 17:
		w.treaties = !w.treaties
	case 18:
		w.languages = [][]string{{"en"}, {"en", "ru"}, {"ru", "en"}, {"en", "fr", "ru"}}[w.rng.IntN(4)]
		for _, p := range w.docs { // the default edition is always there
			if _, ok := p.prose[w.languages[0]]; !ok {
				p.prose[w.languages[0]] = "Minsk."
			}
		}
	}
}

// doc makes a doc; its texts are the ones of the last corpus where they are
// equal, or, now and then, equal ones.
func (w *world) doc(key model.Key, p *page) model.Doc {
	file := func(lang string) string {
		name := string(key)
		switch {
		case key == "":
			name = "index"
		case strings.Count(name, "/") == 1 && key.Kind() == model.Articles:
			name += "/index"
		}
		if lang != w.languages[0] {
			name += "." + lang
		}
		return name + ".md"
	}
	d := model.Doc{Key: key, File: file(w.languages[0]), Links: !p.silent, Texts: model.Texts{}}
	for lang, src := range p.prose {
		id := file(lang) + lang + src
		if w.texts[id] == nil || w.coin(50) {
			w.texts[id] = text(w.t, file(lang), lang, src)
		}
		d.Texts.Set(w.texts[id])
	}
	return d
}

func (w *world) corpus() *model.Corpus {
	c := &model.Corpus{Settings: model.Settings{Languages: w.languages}, Kinds: []model.Kind{{ID: "events"}, {ID: "actors"}, {ID: "places"}}}
	if w.treaties {
		c.Kinds = append(c.Kinds, model.Kind{ID: "treaties"})
	}
	tags := func(keys []model.Key) (out []model.Tag) {
		for _, key := range keys {
			if w.docs[key] != nil && slices.ContainsFunc(c.Kinds, func(k model.Kind) bool { return k.ID == key.Kind() }) {
				out = append(out, model.Tag{Key: key})
			}
		}
		return out
	}
	var article *model.Article
	for _, key := range slices.Sorted(maps.Keys(w.docs)) {
		p, d := w.docs[key], w.doc(key, w.docs[key])
		switch kind := key.Kind(); {
		case key == "":
			c.Home = &d
		case kind == model.Pages:
			c.Pages = append(c.Pages, &d)
		case kind != model.Articles:
			e := &model.Entity{Doc: d, Names: p.names, Aliases: p.aliases, Forms: p.forms, Tags: tags(p.tags)}
			e.Date, _ = edtf.Parse(p.date)
			for _, to := range tags(p.related) {
				e.Relations = append(e.Relations, model.Relation{Type: "knows", To: to})
			}
			if p.person {
				e.Type = "person"
			}
			if p.place {
				e.Position = &model.Position{}
			}
			c.Entities = append(c.Entities, e)
		case strings.Count(string(key), "/") == 1:
			article = &model.Article{Doc: d, Authors: tags(p.tags)}
			c.Articles = append(c.Articles, article)
		case article != nil && strings.HasPrefix(string(key), string(article.Key)+"/"):
			article.Sections = append(article.Sections, &model.Section{Doc: d, Article: article, Tags: tags(p.tags)})
		}
	}
	for _, m := range w.media {
		c.Media = append(c.Media, model.Media{File: m})
	}
	return c
}

// outcome is what Resolve gives.
type outcome struct {
	site   *model.Site
	faults diag.List
}

func outcomeOf(site *model.Site, faults diag.List) outcome { return outcome{site, faults} }

// held is what a table has.
func held[K comparable, V any](t model.Table[K, V]) map[K]V {
	all := maps.Collect(t.All())
	maps.DeleteFunc(all, func(_ K, v V) bool { return reflect.ValueOf(&v).Elem().IsZero() })
	return all
}

// differences says in what two outcomes of one corpus differ.
func differences(a, b outcome) string {
	var out []string
	for _, x := range []struct {
		what string
		a, b any
	}{
		{"anchors", held(a.site.Anchors), held(b.site.Anchors)}, {"backlinks", held(a.site.Backlinks), held(b.site.Backlinks)},
		{"relations", a.site.Relations, b.site.Relations}, {"faults", a.faults, b.faults}, {"corpus", a.site.Corpus, b.site.Corpus},
		{"numbers", a.site.Numbered, b.site.Numbered},
	} {
		if !reflect.DeepEqual(x.a, x.b) {
			out = append(out, fmt.Sprintf("%s:\n%v\n%v", x.what, x.a, x.b))
		}
	}
	return strings.Join(out, "\n")
}

// TestResolverForgetsNothing: over any history of edits a resolver gives what a
// new one gives, and leaves what it gave before as it was.
func TestResolverForgetsNothing(t *testing.T) {
	anchors, faults, kept := 0, 0, 0
	seeds := uint64(25)
	if testing.Short() {
		seeds = 5
	}
	for seed := range seeds {
		w, r := newWorld(t, seed), NewResolver()
		var was, wasNew outcome
		for step := range 60 {
			for range w.rng.IntN(3) {
				w.edit()
			}
			before := r.found
			c := w.corpus()
			got, want := outcomeOf(r.Resolve(c)), outcomeOf(Resolve(c))
			if d := differences(got, want); d != "" {
				t.Fatalf("history %d, step %d: the resolver gives, and a new one gives, %s", seed, step, d)
			}
			if was.site != nil {
				if d := differences(was, wasNew); d != "" {
					t.Fatalf("history %d, step %d: the site before is no longer as it was: %s", seed, step, d)
				}
			}
			was, wasNew = got, want
			anchors, faults = anchors+len(held(got.site.Anchors)), faults+len(got.faults)
			for text, f := range r.found {
				if before[text] == f {
					kept++
				}
			}
		}
	}
	if anchors < 1000 || faults < 1000 || kept < 1000 {
		t.Errorf("%d texts with anchors, %d faults, %d texts kept: the histories test little", anchors, faults, kept)
	}
}

// TestResolverReadsWhatChanged: a text that is the same, among names that are
// the same, keeps its anchors.
func TestResolverReadsWhatChanged(t *testing.T) {
	c := corpus(t, "Putin and Kenya, [at length](https://e.org/), [here](#part).\n\n## Part")
	r := NewResolver()
	first, _ := r.Resolve(c)
	same := c.Articles[0].Sections[0].Texts.In("en")
	next := *c
	home := *c.Home
	home.Texts = model.Texts{text(t, "index.md", "en", "Kenya, now.")}
	next.Home = &home
	second, _ := r.Resolve(&next)
	if len(second.Anchors.Of(home.Texts.In("en"))) != 1 || first.Anchors.Of(home.Texts.In("en")) != nil {
		t.Error("the new text is not read")
	}
	if &first.Anchors.Of(same)[0] != &second.Anchors.Of(same)[0] {
		t.Error("the old text is read again")
	}
}

// TestResolverLetsGo: nothing of a corpus before the last is kept.
func TestResolverLetsGo(t *testing.T) {
	r := NewResolver()
	var texts []weak.Pointer[model.Text]
	func() {
		c := corpus(t, "Putin and [[kenya]].")
		r.Resolve(c)
		for _, d := range c.Docs() {
			texts = append(texts, weak.Make(d.Texts.In("en")))
		}
	}()
	r.Resolve(corpus(t, "Putin and [[kenya]]."))
	runtime.GC()
	for _, p := range texts {
		if d := p.Value(); d != nil {
			t.Errorf("%s is kept", d.File)
		}
	}
	runtime.KeepAlive(r)
}

// TestProcessors: how many processors read the texts does not show. There are
// many batches of them, whose common nouns decide about names in the others.
func TestProcessors(t *testing.T) {
	w := newWorld(t, 1)
	for _, article := range []string{"articles/a1/s", "articles/a2/s"} {
		for i := range 150 {
			w.docs[model.Key(fmt.Sprint(article, i))] = w.page()
		}
	}
	for i := range 10 {
		w.docs[model.Key(fmt.Sprint("actors/e", i))] = w.page()
	}
	c := w.corpus()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := outcomeOf(Resolve(c))
	for _, n := range []int{2, 3, 8} {
		runtime.GOMAXPROCS(n)
		if d := differences(one, outcomeOf(Resolve(c))); d != "" {
			t.Errorf("one processor, and %d: %s", n, d)
		}
	}
	if anchors := held(one.site.Anchors); len(anchors) < 500 || len(one.faults) < 500 {
		t.Errorf("%d texts with anchors, %d faults", len(anchors), len(one.faults))
	}
}
