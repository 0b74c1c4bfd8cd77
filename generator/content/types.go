package content

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// doc reads what all files have.
func doc(x *result, f file, front *front, body prose.Body, title markdown.Phrase) model.Doc {
	summary := front.prose("summary")
	x.text = &model.Text{
		File: f.path, Lang: f.written, Title: title.Plain, Summary: summary.Plain, Rich: richOf(title, summary),
		Body: body, HeadPos: front.place("title", "name"),
	}
	x.text.Head = prose.HeadHash(title.Typed, summary.Typed)
	return model.Doc{Key: f.key, File: f.path, Written: f.written, Links: front.get("link").flag(true), MovedFrom: front.movedFrom()}
}

// titled is doc for files that must have a title.
func titled(x *result, f file, front *front, body prose.Body, example string) model.Doc {
	title := front.prose("title")
	front.need("title", example)
	d := doc(x, f, front, body, title)
	d.Draft = front.get("draft").flag(false)
	if s := front.sub("retold", "{by: …, date: 2024-05-13}"); s != nil {
		d.Retold = &model.Retold{By: s.party("by", f.lang), Date: s.get("date").date()}
		s.finish()
	}
	return d
}

func freePage(x *result, f file, front *front, body prose.Body) *model.Doc {
	d := titled(x, f, front, body, "About this dossier")
	return &d
}

// sharedKeys must not stand in a translation: facts are written once.
var sharedKeys = []string{
	"date", "date_text", "part", "countries", "events", "actors", "sources", "source", "corrections", "draft", "link", "author", "published", "iso",
	"type", "role", "place", "relations", "same_as", "sort", "lat", "lon", "approximate", "country", "name", "aliases", "forms", "mentions",
	"languages", "base_url", "repository", "branch", "kinds", "map_note", "publisher", "editor", "report", "retold", "moved_from", languageKey,
}

// languageKey holds the language of an original, if that is not the default edition's.
const languageKey = "language"

// written is the language of an original's prose.
func (c *config) written(f file, front *front) string {
	v := front.get(languageKey)
	lang := v.code()
	if lang == "" || slices.Contains(c.set.Languages, lang) {
		return cmp.Or(lang, f.lang)
	}
	front.faults.AddNearest(v.Pos, diag.WrongType, lang, slices.Values(c.set.Languages), "%q is not among the languages of index.md", lang)
	return f.lang
}

// fingerprintKey holds the hashes of an original's blocks, as many as it has.
const fingerprintKey = "translates"

func translation(f file, front *front, body prose.Body) *model.Text {
	key := "summary"
	if f.class == homeFile {
		key = "description"
	}
	title, summary := front.prose("title"), front.prose(key)
	t := &model.Text{
		File: f.path, Lang: f.lang, Title: title.Plain, Summary: summary.Plain, Rich: richOf(title, summary),
		Body: body, HeadPos: front.place("title", "name"),
	}
	prints := front.get(fingerprintKey)
	t.Translates, t.TranslatesPos = strings.Fields(prints.text()), prints.Pos
	for _, x := range front.fields {
		if slices.Contains(sharedKeys, x.Key) {
			front.asked = append(front.asked, x.Key)
			front.faults.Add(x.Pos, diag.UnknownKey, "%q belongs in %s: facts are written once for all editions", x.Key, originalPath(f))
		}
	}
	return t
}

func article(x *result, f file, front *front, body prose.Body) *model.Article {
	a := &model.Article{
		Doc:       titled(x, f, front, body, "The year of the summit"),
		Authors:   front.keys.someTags(front.get("author"), model.Actors),
		Published: front.get("published").date(),
	}
	if s := front.sub("source", "{title: …, publisher: …, date: 2019-12-10}"); s != nil {
		src := s.source(f.lang)
		a.Source = &src
	}
	return a
}

func (c *config) section(x *result, f file, front *front, body prose.Body) *model.Section {
	s := &model.Section{
		Doc:      titled(x, f, front, body, "The summit"),
		Number:   f.order,
		Date:     front.get("date").date(),
		DateText: front.words(front.get("date_text"), c.set.Default()),
		Part:     front.words(front.get("part"), c.set.Default()),
		Authors:  front.keys.someTags(front.get("author"), model.Actors),
		Tags:     c.tags(front),
	}
	front.need("date", "2019-11-28")
	s.DatePos = front.get("date").Pos
	for _, m := range front.maps("corrections", "{date: 2020-01-15, text: …}") {
		s.Corrections = append(s.Corrections, c.correction(m))
	}
	s.Sources = front.sources(f.lang)
	return s
}

func (c *config) correction(f *front) model.Correction {
	x := model.Correction{Date: f.get("date").date(), Text: f.words(f.get("text"), c.set.Default())}
	f.need("date", "2020-01-15")
	f.needWords("text", c.set.Default(), "The date was wrong.")
	x.OfSource = f.get("corrects").choice("is not whose error a correction mends: source, or dossier", []string{"source", "dossier"}) == "source"
	x.Sources = f.sources(c.set.Default())
	f.finish()
	return x
}

// tags reads the lists of ids, of every kind.
func (c *config) tags(f *front) []model.Tag {
	n := 0
	for _, x := range f.fields {
		if c.isKind(x.Key) {
			n += len(x.Value.List)
		}
	}
	var tags []model.Tag
	if n > 0 {
		tags = make([]model.Tag, 0, n)
	}
	for _, k := range c.kinds {
		tags = f.keys.tags(f.get(k.ID), k.ID, tags)
	}
	return tags
}

// originalPath is the file that f translates.
func originalPath(f file) string {
	return fmt.Sprintf("%s.md", f.path[:len(f.path)-len("."+f.lang+".md")])
}
