// Package voice speaks for one edition: it gives interface words, dates, names,
// titles and summaries as readers of its language expect them.
//
// Nothing here knows of pages or addresses. So views and formats that are no
// pages, such as feeds, say the same things in the same words.
package voice

import (
	"html/template"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/worded"
)

// Voice words what an edition says.
type Voice struct {
	Lang     string
	fallback string // language of the default edition
	site     *model.Site
	set      *layout.Set
	dates    *dates
}

// dates word dates, each once: a site has few, and each in many lists.
type dates struct {
	*worded.Wording
	known sync.Map // words by EDTF
}

// New is the voice of a language's edition of a site.
func New(site *model.Site, set *layout.Set, lang string) *Voice {
	return &Voice{Lang: lang, fallback: site.Settings.Default(), site: site, set: set, dates: &dates{Wording: set.Dates(lang)}}
}

// LanguageName is a language's name in itself.
func LanguageName(lang string) string { return display.Self.Name(language.Make(lang)) }

// Words are the interface words for a key.
func (v *Voice) Words(key string) string { return v.set.Words(v.Lang, key) }

// Count words a number of things, in the plural form that it takes.
func (v *Voice) Count(key string, n int) string { return v.set.Count(v.Lang, key, n) }

// Position words a place on the globe in the voice's language.
func Position(v *Voice, lat, lon float64) string { return v.dates.Position(lat, lon) }

// Sections words a number of sections; "" for none.
func (v *Voice) Sections(n int) string {
	if n == 0 {
		return ""
	}
	return v.Count("sections.count", n)
}

// Fill are interface words with their arguments, each kept apart from them.
func (v *Voice) Fill(key string, args ...string) string {
	words := v.Words(key)
	for _, a := range args {
		words = strings.Replace(words, "{}", v.Apart(a), 1)
	}
	return words
}

// In are an editor's words in the edition's language, else in the default
// edition's.
func (v *Voice) In(words model.Words) string { return words.In(v.Lang, v.fallback) }

// Text is a doc's text in the edition.
func (v *Voice) Text(d *model.Doc) *model.Text { return d.In(v.Lang, v.fallback) }

// Foreign is the language of a text when it is not the edition's, else "".
func (v *Voice) Foreign(t *model.Text) string {
	if t.Lang == v.Lang {
		return ""
	}
	return t.Lang
}

// Name is an entity's name in the edition. It begins with a capital, as titles
// do.
func (v *Voice) Name(e *model.Entity) string { return Capital(e.Name(v.Lang, v.fallback), v.Lang) }

// NameHTML is Name as HTML when the name has emphasis, else "".
func (v *Voice) NameHTML(e *model.Entity) template.HTML {
	return capitalHTML(Marked(e.NameHTML(v.Lang, v.fallback)), v.Lang)
}

// OtherNames are an entity's names in further languages, by language; each name
// once.
func (v *Voice) OtherNames(e *model.Entity) []layout.Link {
	var names []layout.Link
	seen := []string{e.Name(v.Lang, v.fallback)}
	for _, lang := range v.site.Settings.Languages {
		if name := e.Names[lang]; name != "" && !slices.Contains(seen, name) {
			seen = append(seen, name)
			names = append(names, layout.Link{Text: name, HTML: template.HTML(e.RichNames[lang]), Lang: lang})
		}
	}
	return names
}

// Aliases are an entity's other names in the edition's language, each once.
func (v *Voice) Aliases(e *model.Entity) []string {
	var out []string
	for _, a := range e.Aliases[v.Lang] {
		if a != e.Name(v.Lang, v.fallback) && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// Marked is HTML with tags in it, or "".
func Marked(html string) template.HTML {
	if strings.IndexByte(html, '<') < 0 {
		return ""
	}
	return template.HTML(html)
}

// KindName is the plural name of a kind.
func (v *Voice) KindName(id string) string {
	for _, k := range v.site.Kinds {
		if k.ID == id && k.Names != nil {
			return v.In(k.Names)
		}
	}
	return v.Words("kind." + id)
}

// OneOfKind names the kind of an entity in the singular.
func (v *Voice) OneOfKind(e *model.Entity) string {
	if words, ok := v.set.Lookup(v.Lang, "kind."+e.Key.Kind()+".one"); ok {
		return words
	}
	return v.KindName(e.Key.Kind()) // a declared kind has no singular
}

// OneOf names what an entity is in the singular: its type for an actor, else
// its kind.
func (v *Voice) OneOf(e *model.Entity) string {
	if e.Type != "" {
		return v.Words("actor." + e.Type)
	}
	return v.OneOfKind(e)
}

// words gives a date in words.
func (x *dates) words(d edtf.Date) string {
	if text, ok := x.known.Load(d.String()); ok {
		return text.(string)
	}
	text := x.Format(d)
	x.known.Store(d.String(), text)
	return text
}

// Date words a date, as an editor's words have it when there are some; nil when
// there is neither.
func (v *Voice) Date(d edtf.Date, words model.Words) *layout.Date {
	text := v.In(words)
	if d.IsZero() && text == "" {
		return nil
	}
	datetime, _ := d.Datetime()
	if text == "" {
		return &layout.Date{Text: v.dates.words(d), Datetime: datetime, Dir: v.isolation()}
	}
	dir := v.writtenDir(words)
	if dir == "" && Turns(text, "ltr") {
		dir = "auto"
	}
	return &layout.Date{Text: text, Datetime: datetime, Dir: dir}
}

// writtenDir is the isolation of a date that an editor words.
func (v *Voice) writtenDir(words model.Words) string {
	lang := v.Lang
	if _, own := words[lang]; !own {
		lang = v.fallback
	}
	dir := layout.Direction(lang)
	if dir == "ltr" && layout.Direction(v.Lang) == dir {
		return ""
	}
	return dir
}

// Years words the years under which something is listed; dated is false for
// what has none.
func (v *Voice) Years(years edtf.Listing, dated bool) string {
	if !dated {
		return v.Words("part.undated")
	}
	return isolate(v.dates.Listing(years), v.isolation())
}

// Correction words a correction.
func (v *Voice) Correction(c model.Correction) layout.Correction {
	return layout.Correction{Date: v.Date(c.Date, nil), Text: v.In(c.Text)}
}

// LastCorrected is the date of the last of some corrections; nil when there is
// none.
func (v *Voice) LastCorrected(list []model.Correction) *layout.Date {
	return v.Date(model.Last(edtf.Date{}, list), nil)
}

// Source credits a source. Its authors are those it names itself, else the
// given ones.
func (v *Voice) Source(s model.Source, authors []layout.Link) layout.Source {
	if s.Author != "" {
		authors = []layout.Link{{Text: s.Author}}
	}
	return layout.Source{Authors: authors, Title: v.In(s.Title), Publisher: v.In(s.Publisher), Date: v.Date(s.Date, nil), URL: s.URL}
}
