package content

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
)

// doc starts the part that all files share.
func doc(x *result, f file, front *front, body model.Body, title markdown.Phrase) model.Doc {
	summary := front.prose("summary")
	x.text = &model.Text{File: f.path, Lang: f.written, Title: title.Plain, Summary: summary.Plain, Rich: richOf(title, summary), Body: body, HeadPos: front.place("title", "name")}
	x.text.Head = headHash(title, summary)
	return model.Doc{Key: f.key, File: f.path, Written: f.written, Links: front.flag("link", true)}
}

// titled is doc for files whose title is required.
func titled(x *result, f file, front *front, body model.Body, example string) model.Doc {
	title := front.prose("title")
	front.need("title", example)
	d := doc(x, f, front, body, title)
	d.Draft = front.flag("draft", false)
	return d
}

func freePage(x *result, f file, front *front, body model.Body) *model.Doc {
	d := titled(x, f, front, body, "About this dossier")
	return &d
}

// sharedKeys may not stand in a translation: facts are written once.
var sharedKeys = []string{
	"date", "date_text", "countries", "events", "actors", "sources", "source", "corrections", "draft", "link",
	"author", "published", "iso", "type", "role", "place", "relations", "same_as", "lat", "lon", "approximate",
	"country", "name", "aliases", "forms", "mentions", "languages", "base_url", "repository", "branch", "kinds",
	"map_note", languageKey,
}

// languageKey names the language in which a text was written first, when that
// is not the default edition's.
const languageKey = "language"

// written is the language of an original's prose.
func (c *config) written(f file, front *front) string {
	v, ok := front.get(languageKey)
	if !ok {
		return f.lang
	}
	lang := front.code(languageKey, v)
	if lang == "" || slices.Contains(c.set.Languages, lang) {
		return cmp.Or(lang, f.lang)
	}
	front.faults.Add(v.Pos, diag.WrongType, "%q is not among the languages of index.md%s", lang, diag.DidYouMean(lang, slices.Values(c.set.Languages)))
	return f.lang
}

// fingerprintKey holds the hashes of an original's blocks, as many as it has.
const fingerprintKey = "translates"

func translation(f file, front *front, body model.Body) *model.Text {
	key := "summary"
	if f.class == homeFile {
		key = "description"
	}
	title, summary := front.prose("title"), front.prose(key)
	t := &model.Text{File: f.path, Lang: f.lang, Title: title.Plain, Summary: summary.Plain, Rich: richOf(title, summary), Body: body, HeadPos: front.place("title", "name")}
	t.Translates = strings.Fields(front.text(fingerprintKey))
	v, _ := front.get(fingerprintKey)
	t.TranslatesPos = v.Pos
	for _, x := range front.fields {
		if slices.Contains(sharedKeys, x.Key) {
			front.asked = append(front.asked, x.Key)
			front.faults.Add(x.Pos, diag.UnknownKey, "%q belongs in %s: facts are written once for all editions", x.Key, originalPath(f))
		}
	}
	return t
}

func article(x *result, f file, front *front, body model.Body) *model.Article {
	a := &model.Article{
		Doc:       titled(x, f, front, body, "The year of the summit"),
		Authors:   front.someTags("author", model.Actors),
		Published: front.date("published"),
	}
	if s := front.sub("source", "{title: …, publisher: …, date: 2019-12-10}"); s != nil {
		src := sourceOf(s, f.lang)
		a.Source = &src
		s.finish()
	}
	return a
}

// someTags is one id or a list of ids.
func (f *front) someTags(key, kind string) []model.Tag {
	if v, ok := f.get(key); ok && !v.IsList {
		if t := f.oneTag(key, kind); t != nil {
			return []model.Tag{*t}
		}
		return nil
	}
	var out []model.Tag
	for _, v := range f.list(key) {
		if f.empty(key, v) {
			continue
		}
		if s := f.word(key, v); s != "" {
			out = append(out, f.tag(kind, s, v.Pos))
		}
	}
	return out
}

func sourceOf(f *front, lang string) model.Source {
	return model.Source{
		Title: f.words("title", lang), Author: f.prose("author").Plain, Publisher: f.words("publisher", lang),
		Date: f.date("date"), URL: f.address("url"),
	}
}

func (c *config) section(x *result, f file, front *front, body model.Body) *model.Section {
	s := &model.Section{
		Doc:      titled(x, f, front, body, "The summit"),
		Number:   f.order,
		Date:     front.date("date"),
		DateText: front.words("date_text", c.set.Default()),
		Authors:  front.someTags("author", model.Actors),
		Tags:     c.tags(front),
	}
	front.need("date", "2019-11-28")
	v, _ := front.get("date")
	s.DatePos = v.Pos
	for _, m := range front.maps("corrections", "{date: 2020-01-15, text: …}") {
		s.Corrections = append(s.Corrections, c.correction(m))
	}
	for _, v := range front.list("sources") {
		if front.empty("sources", v) {
			continue
		}
		if !v.IsMap {
			s.Sources = append(s.Sources, model.Source{Title: front.wordsOf("sources", v, f.lang)})
			continue
		}
		m := front.mapping(v)
		s.Sources = append(s.Sources, sourceOf(m, f.lang))
		m.finish()
	}
	return s
}

func (c *config) correction(f *front) model.Correction {
	x := model.Correction{Date: f.date("date"), Text: f.words("text", c.set.Default())}
	f.need("date", "2020-01-15")
	f.needWords("text", c.set.Default(), "The date was wrong.")
	f.finish()
	return x
}

// tags are the lists of ids of every kind.
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
		tags = f.tags(k.ID, tags)
	}
	return tags
}

// entityKeys are the keys of entities that are not kinds.
var entityKeys = []string{
	"name", "aliases", "forms", "summary", "same_as", "relations", "draft", "link", "iso", "date", "date_text", "place",
	"type", "role", "lat", "lon", "approximate", "country", "accept", languageKey,
}

var actorTypes = []string{"person", "organization", "armed-group", "government"}

func (c *config) entity(x *result, f file, front *front, body model.Body) *model.Entity {
	kind, lang := f.key.Kind(), c.set.Default()
	declared := !slices.Contains(builtinKinds, kind)
	e := &model.Entity{Doc: doc(x, f, front, body, markdown.Phrase{})}
	if name, ok := front.get("name"); ok {
		e.Names, e.RichNames = front.phrases("name", name, lang)
	}
	e.Aliases, e.Forms = front.lists("aliases", lang), front.lists("forms", lang)
	for _, v := range front.list("same_as") {
		if front.empty("same_as", v) {
			continue
		}
		if s := front.webAddress("same_as", v); s != "" {
			e.SameAs = append(e.SameAs, s)
		}
	}
	for _, m := range front.maps("relations", "{type: member-of, to: csto, when: 1992-05-15/..}") {
		if rel, ok := c.readRelation(m); ok {
			e.Relations = append(e.Relations, rel)
		}
	}
	if kind != model.Countries || !c.country(e, f, front) {
		front.needWords("name", lang, "The summit of 2019")
	}
	if kind == model.Countries {
		e.Position = front.position() // for maps, where the country has no outline
	}
	if kind != model.Countries {
		e.Date, e.DateText = front.date("date"), front.words("date_text", lang)
		v, _ := front.get("date")
		e.DatePos = v.Pos
	}
	if kind == model.Events || declared {
		e.Place, e.PlaceText = c.eventPlace(front)
	}
	if kind == model.Events {
		front.need("date", "2019-11-28")
	}
	if kind == model.Actors || declared {
		e.Role = front.words("role", lang)
	}
	if kind == model.Actors || declared {
		e.Type = front.actorType(kind == model.Actors)
	}
	if declared {
		e.Country = front.oneTag("country", model.Countries)
		e.Position = front.position()
	}
	if kind != model.Countries {
		e.Tags = c.tags(front)
	}
	e.Unnamed = !front.flag("mentions", true)
	x.text.Title = e.Name(f.written, lang)
	x.text.Rich = withTitle(x.text.Rich, e.RichNames[f.written])
	return e
}

// country reads the code of a country and reports whether there is one, right
// or wrong; a file named like a country that has one need not repeat it.
func (c *config) country(e *model.Entity, f file, front *front) bool {
	code := ""
	if v, ok := front.get("iso"); ok {
		code = front.code("iso", v)
	}
	found, ok := iso3166.Lookup(code)
	if code == "" {
		found, ok = iso3166.Lookup(f.id)
	} else if !ok || len(code) > 3 {
		v, _ := front.get("iso")
		front.faults.Add(v.Pos, diag.UnknownEntity, "%q is not an ISO 3166-1 code such as KG; leave the key out for a territory without a code", code)
		found, ok = iso3166.Lookup(f.id)
		e.Unread = !ok
	}
	if ok {
		e.ISO, e.Flag = found.Alpha2, found.Flag()
		fillCountry(e, found, c.set.Languages)
	}
	return ok || code != ""
}

// fillCountry adds CLDR's names where the file has none.
func fillCountry(e *model.Entity, c iso3166.Country, languages []string) {
	names, aliases := model.Words{}, map[string][]string{}
	for _, lang := range languages {
		names[lang] = c.Name(lang)
		aliases[lang] = c.Aliases(lang)
		if own, ok := e.Names[lang]; ok && own != names[lang] {
			aliases[lang] = append([]string{names[lang]}, aliases[lang]...)
		}
	}
	maps.Copy(names, e.Names)
	for lang, list := range e.Aliases {
		aliases[lang] = append(slices.Clone(list), aliases[lang]...)
	}
	e.Names, e.Aliases = names, aliases
}

func (f *front) actorType(needed bool) string {
	if needed {
		f.need("type", "person")
	}
	v, ok := f.get("type")
	if !ok {
		return ""
	}
	t := f.code("type", v)
	if t != "" && !slices.Contains(actorTypes, t) {
		f.faults.Add(v.Pos, diag.WrongType, "%q is not a type of actor: person, organization, armed-group or government%s", t, diag.DidYouMean(t, slices.Values(actorTypes)))
		return ""
	}
	return t
}

// eventPlace is an event's place: the id of a place, or words.
func (c *config) eventPlace(f *front) (*model.Tag, model.Words) {
	v, ok := f.get("place")
	if !ok {
		return nil, nil
	}
	if s, isText := v.Scalar.(string); isText && badID(s, s) == "" && c.isKind(model.Places) {
		t := f.tag(model.Places, s, v.Pos)
		return &t, nil
	}
	return nil, f.wordsOf("place", v, c.set.Default())
}

func (f *front) position() *model.Position {
	lat, okLat := f.degrees("lat", 90)
	lon, okLon := f.degrees("lon", 180)
	approximate := f.flag("approximate", false)
	if okLat != okLon {
		key, other := "lat", "lon"
		if okLat {
			key, other = other, key
		}
		if _, written := f.get(key); !written {
			f.faults.Add(f.at(), diag.MissingKey, "%q needs %q beside it", other, key)
		}
	}
	if !okLat || !okLon {
		return nil
	}
	return &model.Position{Lat: lat, Lon: lon, Approximate: approximate}
}

func (c *config) readRelation(f *front) (model.Relation, bool) {
	rel := model.Relation{Type: f.text("type"), When: f.date("when"), Note: f.words("note", c.set.Default())}
	f.need("type", "member-of")
	f.need("to", "csto")
	to := f.oneTag("to", "")
	f.finish()
	if rel.Type != "" && !c.relation[rel.Type] {
		v, _ := f.get("type")
		f.faults.Add(v.Pos, diag.UnknownEntity, "the relation %q is not declared in index.md%s", rel.Type, f.faults.DidYouMean(f.file, rel.Type, sortedKeys(c.relation)))
		return rel, false
	}
	if rel.Type == "" || to == nil {
		return rel, false
	}
	rel.To = *to
	return rel, true
}

// originalPath is the file that f translates.
func originalPath(f file) string {
	return fmt.Sprintf("%s.md", f.path[:len(f.path)-len("."+f.lang+".md")])
}

// sortedKeys gives the keys of a set in order; they are only sorted when asked for.
func sortedKeys(set map[string]bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, key := range slices.Sorted(maps.Keys(set)) {
			if !yield(key) {
				return
			}
		}
	}
}
