package dataset

import (
	"slices"
	"strings"

	"dossier/generator/model"
)

const someKeys = ": keys, with spaces between them"

// tables makes the tables.
type tables struct{ *dossier }

// all are all of them. The first has what the others name.
func (d tables) all() []*table {
	return []*table{d.entities(), d.relations(), d.events(), d.articles(), d.sections(), d.cited()}
}

// keyColumn is the column that names a row.
func keyColumn(about string) column {
	return column{name: "key", kind: "string", about: about, required: true}
}

func (d tables) entities() *table {
	return &table{
		name: "entities", says: d.Say("search.names"), about: "Countries, events, actors and all other things that have a page.", key: "key",
		foreign: []foreign{{"country", "entities"}},
		columns: slices.Concat(
			[]column{keyColumn("kind and id"), {name: "kind", kind: "string", about: "what it is: the folder of its file", required: true},
				{name: "type", kind: "string", about: "of an actor or an event: of which sort it is"}},
			d.inLanguages("name", "its name"), d.inLanguages("aliases", "other names, with | between them"),
			dateColumns("date", "of an event when it was, of anything else its lifetime or since when it is there"),
			[]column{
				{name: "iso_alpha3", kind: "string", about: "of a country: its code of three letters (ISO 3166-1)"},
				{name: "country", kind: "string", about: "of a place: the country that it lies in"},
				{name: "latitude", kind: "number", about: "degrees, WGS 84"}, {name: "longitude", kind: "number", about: "degrees, WGS 84"},
				{name: "position_approximate", kind: "boolean", about: "whether the position is approximate"},
				{name: "same_as", kind: "string", about: "addresses of the same thing elsewhere, with spaces between them"},
				{name: "tags", kind: "string", about: "what it is tagged with" + someKeys},
				{name: "page", kind: "string", about: "the path of its page, from the site's root", required: true},
			}),
		rows: func(w *writer) {
			for _, e := range d.site.Entities {
				w.text(string(e.Key))
				w.text(e.Key.Kind())
				w.text(e.Type)
				for _, lang := range d.languages() {
					w.text(d.name(e, lang))
				}
				for _, lang := range d.languages() {
					w.text(strings.Join(e.Aliases[lang], " | "))
				}
				w.date(e.Date)
				w.text(alpha3(e))
				w.text(keyOf(e.Country))
				w.position(e.Position)
				w.list(e.SameAs)
				w.list(keys(e.Tags))
				w.text(d.page(e.Key))
				w.end()
			}
		},
	}
}

// position adds the three cells of one.
func (w *writer) position(at *model.Position) {
	if at == nil {
		w.text("")
		w.text("")
		w.text("")
		return
	}
	w.degrees(at.Lat)
	w.degrees(at.Lon)
	w.flag(at.Approximate, true)
}

func (d tables) relations() *table {
	return &table{
		name: "relations", says: d.Say("graph.table"), about: "Who stands in which relation to whom, and when.", key: "key",
		foreign: []foreign{{"from", "entities"}, {"to", "entities"}},
		columns: slices.Concat(
			[]column{keyColumn("both ends and the type; a second one of these ends in :2"),
				{name: "from", kind: "string", about: "the entity that has the relation", required: true},
				{name: "type", kind: "string", about: "the type of the relation, read from this end", required: true},
				{name: "to", kind: "string", about: "the entity at the other end", required: true}},
			dateColumns("when", "when it holds"), d.inLanguages("note", "a note"),
			[]column{{name: "sources", kind: "string", about: "what it rests on: keys of sources, with spaces between them"}}),
		rows: func(w *writer) {
			for _, e := range d.site.Entities {
				for i, key := range relationKeys(e) {
					r := &e.Relations[i]
					w.text(key)
					w.text(string(e.Key))
					w.text(r.Type)
					w.text(string(r.To.Key))
					w.date(r.When)
					for _, lang := range d.languages() {
						w.text(r.Note[lang])
					}
					w.list(sourceKeys(r.Sources))
					w.end()
				}
			}
		},
	}
}

func (d tables) events() *table {
	return &table{
		name: "events", says: d.Say("kind.events"), about: "The events by date.", key: "key",
		foreign: []foreign{{"key", "entities"}, {"place", "entities"}},
		columns: slices.Concat(
			[]column{keyColumn("the key of the entity"), {name: "type", kind: "string", about: "of which sort it is"}},
			d.inLanguages("name", "its name"), dateColumns("date", "when it was"), d.inLanguages("date_text", "the date in the editors' own words, where they have some"),
			[]column{{name: "place", kind: "string", about: "where it was"}}, d.inLanguages("place_name", "what the place is called"),
			[]column{{name: "tags", kind: "string", about: "countries, actors and others that it is tagged with" + someKeys},
				{name: "page", kind: "string", about: "the path of its page, from the site's root", required: true}}),
		rows: func(w *writer) {
			for _, e := range d.Lists.ByDate {
				w.text(string(e.Key))
				w.text(e.Type)
				for _, lang := range d.languages() {
					w.text(d.name(e, lang))
				}
				w.date(e.Date)
				for _, lang := range d.languages() {
					w.text(e.DateText[lang])
				}
				w.text(keyOf(e.Place))
				for _, lang := range d.languages() {
					w.text(d.placeName(e, lang))
				}
				w.list(keys(e.Tags))
				w.text(d.page(e.Key))
				w.end()
			}
		},
	}
}

func (d tables) placeName(e *model.Entity, lang string) string {
	if e.Place != nil {
		return d.name(d.Lists.Entity(e.Place.Key), lang)
	}
	return e.PlaceText[lang]
}

func (d tables) articles() *table {
	return &table{
		name: "articles", says: d.Say("home.articles"), about: "The articles, newest first.", key: "key",
		foreign: []foreign{{"source", "sources"}},
		columns: slices.Concat(
			[]column{keyColumn("the key")}, d.inLanguages("title", "its title"), dateColumns("published", "when it was published"),
			[]column{{name: "authors", kind: "string", about: "who wrote it" + someKeys},
				{name: "source", kind: "string", about: "the publication that it retells"},
				{name: "page", kind: "string", about: "the path of its page, from the site's root", required: true}}),
		rows: func(w *writer) {
			for _, a := range d.site.Articles {
				w.text(string(a.Key))
				d.titles(w, &a.Doc)
				w.date(a.Published)
				w.list(keys(a.Authors))
				if a.Source != nil {
					w.text(sourceKey(a.Source))
				} else {
					w.text("")
				}
				w.text(d.page(a.Key))
				w.end()
			}
		},
	}
}

// titles adds a title for each language.
func (d tables) titles(w *writer, of *model.Doc) {
	for _, lang := range d.languages() {
		title := ""
		if t := of.Texts.In(lang); t != nil {
			title = t.Title
		}
		w.text(title)
	}
}

func (d tables) sections() *table {
	return &table{
		name: "sections", says: d.Say("kind.sections"), about: "The sections of the articles, in reading order.", key: "key",
		foreign: []foreign{{"article", "articles"}},
		columns: slices.Concat(
			[]column{keyColumn("the key"), {name: "article", kind: "string", about: "the article that it is part of", required: true},
				{name: "number", kind: "integer", about: "its place in the article, from 1", required: true}},
			d.inLanguages("title", "its title"), dateColumns("date", "of what it tells"), d.inLanguages("date_text", "the date in the editors' own words, where they have some"),
			[]column{{name: "tags", kind: "string", about: "what it is tagged with" + someKeys},
				{name: "authors", kind: "string", about: "who wrote it, when that is not the article's author" + someKeys},
				{name: "sources", kind: "string", about: "what it rests on: keys of sources, with spaces between them"},
				{name: "corrections", kind: "integer", about: "how many times it was corrected", required: true},
				{name: "page", kind: "string", about: "the path of its page, from the site's root", required: true}}),
		rows: func(w *writer) {
			for _, a := range d.site.Articles {
				for i, s := range a.Sections {
					w.text(string(s.Key))
					w.text(string(a.Key))
					w.number(i + 1)
					d.titles(w, &s.Doc)
					w.date(s.Date)
					for _, lang := range d.languages() {
						w.text(s.DateText[lang])
					}
					w.list(keys(s.Tags))
					w.list(keys(s.Authors))
					w.list(sourceKeys(s.Sources))
					w.number(len(s.Corrections))
					w.text(d.page(s.Key))
					w.end()
				}
			}
		},
	}
}

func (d tables) cited() *table {
	return &table{
		name: "sources", says: d.Say("sources"), about: "What the dossier rests on.", key: "key",
		columns: slices.Concat(
			[]column{keyColumn("made of the address or, where there is none, of title, publisher and date")},
			d.inLanguages("title", "its title"), []column{{name: "author", kind: "string", about: "who wrote it, in words"}, {name: "authors", kind: "string", about: "who wrote it" + someKeys}},
			d.inLanguages("publisher", "who published it"), d.inLanguages("about", "what it reports, where its title is not known"), dateColumns("date", "when it was published"),
			[]column{{name: "type", kind: "string", about: "what its editors say it is: document or publication"}, {name: "url", kind: "string", about: "its address"},
				{name: "archived", kind: "string", about: "addresses of archived copies, with spaces between them"}, {name: "gone", kind: "boolean", about: "what was at the address is gone", required: true}, {name: "accessed", kind: "string", about: "when an editor last saw it: EDTF"},
				{name: "pages", kind: "string", about: "the articles, sections and entities that rest on it" + someKeys}}),
		rows: func(w *writer) {
			for _, c := range d.sources() {
				w.text(sourceKey(&c.Source))
				for _, lang := range d.languages() {
					w.text(c.Title[lang])
				}
				w.text(c.Author)
				w.list(keys(c.Authors))
				for _, lang := range d.languages() {
					w.text(c.Publisher[lang])
				}
				for _, lang := range d.languages() {
					w.text(c.About[lang])
				}
				w.date(c.Date)
				w.text(c.Type)
				w.text(c.URL)
				var copies []string
				for _, a := range c.Archived {
					copies = append(copies, a.URL)
				}
				w.list(copies)
				w.flag(c.Dead, true)
				w.text(c.Accessed.String())
				w.list(c.pages)
				w.end()
			}
		},
	}
}
