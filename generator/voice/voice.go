// Package voice speaks for one edition: it gives interface words, dates, names,
// titles and summaries as readers of its language expect them.
//
// Nothing here knows of pages or addresses. So views and formats that are no
// pages, such as feeds, say the same things in the same words.
package voice

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dossier/generator/layout"
	"dossier/generator/model"
)

// Voice words what an edition says.
type Voice struct {
	Lang     string
	fallback string // language of the default edition
	site     *model.Site
	set      *layout.Set
	dates    *dates
}

// New is the voice of a language's edition of a site.
func New(site *model.Site, set *layout.Set, lang string) *Voice {
	return &Voice{Lang: lang, fallback: site.Settings.Default(), site: site, set: set, dates: newDates(set, lang)}
}

// LanguageName is a language's name in itself.
func LanguageName(lang string) string { return display.Self.Name(language.Make(lang)) }

// Locale is a language with the country where most speak it, as "en_US"; "" when
// that is not known.
func Locale(lang string) string {
	tag := language.Make(lang)
	base, _ := tag.Base()
	region, sure := tag.Region()
	if sure == language.No {
		return ""
	}
	return base.String() + "_" + region.String()
}

// Words are the interface words for a key.
func (v *Voice) Words(key string) string { return v.set.Words(v.Lang, key) }

// Said is something in words. Lang is their language when it is not the edition's:
// where English stands in for interface words, and the default edition's for an
// editor's.
type Said struct{ Text, Lang string }

// Link are the words as layouts have them where there may be a link.
func (s Said) Link() layout.Link { return layout.Link{Text: s.Text, Lang: s.Lang} }

// Join puts several together. They are in the language of all of them, or in the
// edition's.
func Join(all []Said, between string) Said {
	var texts []string
	lang := ""
	for i, s := range all {
		texts = append(texts, s.Text)
		if i == 0 {
			lang = s.Lang
		} else if s.Lang != lang {
			lang = ""
		}
	}
	return Said{strings.Join(texts, between), lang}
}

// Say is Fill, with the language of the words.
func (v *Voice) Say(key string, args ...any) Said {
	return Said{v.Fill(key, args...), v.set.LangOf(v.Lang, key)}
}

// Count words a number of things, in the plural form that it takes.
func (v *Voice) Count(key string, n int) Said {
	text, lang := v.set.Count(v.Lang, key, n)
	return Said{text, lang}
}

// Position words a place on the globe in the voice's language.
func Position(v *Voice, lat, lon float64) string { return v.dates.Position(lat, lon) }

// Sections words a number of sections; "" for none.
func (v *Voice) Sections(n int) Said {
	if n == 0 {
		return Said{}
	}
	return v.Count("sections.count", n)
}

// Fill are interface words with their arguments: numbers, and texts, which are
// kept apart from them.
func (v *Voice) Fill(key string, args ...any) string {
	rest, lang := v.Words(key), cmp.Or(v.set.LangOf(v.Lang, key), v.Lang)
	var out []byte
	for _, a := range args {
		text := ""
		switch a := a.(type) {
		case int:
			text = v.set.Number(lang, a)
		case string:
			text = v.Apart(a)
		default:
			panic(fmt.Sprintf("voice: %v is no argument of words", a))
		}
		if before, after, ok := strings.Cut(rest, "{}"); ok {
			out, rest = append(append(out, before...), text...), after
		}
	}
	return string(append(out, rest...))
}

// MarkedWords are interface words in lang as HTML, which says when they are not.
func MarkedWords(v *Voice, lang, key string) template.HTML {
	words, of := html.EscapeString(v.set.Words(lang, key)), v.set.LangOf(lang, key)
	if of == "" {
		return template.HTML(words)
	}
	return template.HTML(`<span lang="` + of + `" dir="auto">` + words + `</span>`)
}

// Number writes a number in the edition's digits.
func (v *Voice) Number(n int) string { return v.set.Number(v.Lang, n) }

// SayIn are an editor's words in the edition's language, else in the default
// edition's, else in the first that they are in.
func (v *Voice) SayIn(words model.Words) Said {
	text, ok := words[v.Lang]
	switch {
	case ok || len(words) == 0:
		return Said{Text: text}
	case words[v.fallback] != "":
		return Said{words[v.fallback], v.fallback}
	}
	lang := slices.Min(slices.Collect(maps.Keys(words)))
	return Said{words[lang], lang}
}

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

// NameLang is the language of Name when it is not the edition's, else "".
func (v *Voice) NameLang(e *model.Entity) string {
	if t := e.Texts.In(v.Lang); t != nil && t.Title != "" || e.OneName {
		return ""
	}
	return v.SayIn(e.Names).Lang
}

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
func (v *Voice) KindName(id string) Said {
	for _, k := range v.site.Kinds {
		if k.ID == id && k.Names != nil {
			return v.SayIn(k.Names)
		}
	}
	return v.Say("kind." + id)
}

// OneOfKind names the kind of an entity in the singular; one that is listed with countries may
// be called otherwise.
func (v *Voice) OneOfKind(e *model.Entity) Said {
	kind := e.Key.Kind()
	if kind == model.Countries && len(e.Role) > 0 {
		return v.SayIn(e.Role)
	}
	if _, ok := v.set.Lookup(v.Lang, "kind."+kind+".one"); ok {
		return v.Say("kind." + kind + ".one")
	}
	for _, k := range v.site.Kinds {
		if k.ID == kind && k.One[v.Lang] != "" {
			return v.SayIn(k.One)
		}
	}
	return v.KindName(kind) // nearer than a singular in another language
}

// OneOf names what an entity is in the singular: the type of an actor or an event,
// else its kind.
func (v *Voice) OneOf(e *model.Entity) Said {
	if types := &v.site.Settings; e.Key.Kind() == model.Events && e.Type != "" {
		return v.SayIn(types.EventTypes[types.EventType(e.Type)-1].Name)
	}
	if e.Type != "" {
		return v.Say("actor." + e.Type)
	}
	return v.OneOfKind(e)
}
