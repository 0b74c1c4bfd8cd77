package dataset

import (
	"maps"
	"slices"

	"dossier/generator/model"
)

// whole writes all that the dossier says but for its prose.
type whole struct{ *dossier }

func (d whole) append(buf []byte, mark string, spill func([]byte) []byte) []byte {
	o := &object{buf, spill}
	s := &d.site.Settings
	o.open("", '{')
	d.titled(o, d.site.Home)
	o.texts("languages", s.Languages)
	o.text("base_url", s.BaseURL)
	o.date("published", s.Published)
	d.types(o)
	each(o, "articles", d.site.Articles, d.article)
	each(o, "entities", d.site.Entities, d.entity)
	each(o, "pages", d.site.Pages, func(o *object, p *model.Doc) {
		o.text("key", string(p.Key))
		d.titled(o, p)
		o.text("page", d.page(p.Key))
	})
	each(o, "sources", d.sources(), func(o *object, c cited) {
		d.source(o, &c.Source)
		o.texts("authors", keys(c.Authors))
		o.texts("pages", c.pages)
	})
	return o.end(mark)
}

// each adds a list of objects, each on a line.
func each[T any](o *object, name string, of []T, add func(*object, T)) {
	o.line()
	o.open(name, '[')
	for _, x := range of {
		o.line()
		o.open("", '{')
		add(o, x)
		o.close('}')
	}
	o.close(']')
}

// types are what kinds, relations and sorts of events are called.
func (d whole) types(o *object) {
	s := &d.site.Settings
	each(o, "kinds", d.site.Kinds, func(o *object, k model.Kind) {
		o.text("key", k.ID)
		o.words("name", k.Names)
		o.words("one", k.One)
		o.text("schema_type", k.SchemaType)
	})
	each(o, "relation_types", s.Relations, func(o *object, t model.RelationType) {
		o.text("key", t.ID)
		o.words("name", t.Name)
		o.words("inverse", t.Inverse)
	})
	each(o, "event_types", s.EventTypes, func(o *object, t model.EventType) {
		o.text("key", t.ID)
		o.words("name", t.Name)
	})
}

// languagesOf are those of a doc's texts.
func languagesOf(doc *model.Doc) []string {
	var out []string
	for _, t := range doc.Texts {
		out = append(out, t.Lang)
	}
	return out
}

// titled adds titles and summaries by language.
func (d whole) titled(o *object, doc *model.Doc) {
	langs := languagesOf(doc)
	o.said("title", langs, func(lang string) string { return doc.Texts.In(lang).Title })
	o.said("summary", langs, func(lang string) string { return doc.Texts.In(lang).Summary })
}

func (d whole) article(o *object, a *model.Article) {
	o.text("key", string(a.Key))
	d.titled(o, &a.Doc)
	o.date("published", a.Published)
	o.texts("authors", keys(a.Authors))
	if a.Source != nil {
		o.text("source", sourceKey(a.Source))
	}
	o.text("page", d.page(a.Key))
	each(o, "sections", a.Sections, d.section)
}

func (d whole) section(o *object, s *model.Section) {
	o.text("key", string(s.Key))
	d.titled(o, &s.Doc)
	o.date("date", s.Date)
	o.words("date_text", s.DateText)
	o.words("part", s.Part)
	o.texts("tags", keys(s.Tags))
	o.texts("authors", keys(s.Authors))
	o.texts("sources", sourceKeys(s.Sources))
	if len(s.Corrections) > 0 {
		o.open("corrections", '[')
		for _, c := range s.Corrections {
			o.open("", '{')
			o.date("date", c.Date)
			o.words("text", c.Text)
			if c.OfSource {
				o.text("corrects", "source")
			}
			o.texts("sources", sourceKeys(c.Sources))
			o.close('}')
		}
		o.close(']')
	}
	o.text("page", d.page(s.Key))
}

func (d whole) entity(o *object, e *model.Entity) {
	o.text("key", string(e.Key))
	o.text("type", e.Type)
	o.said("name", slices.Sorted(slices.Values(d.languages())), func(lang string) string { return d.name(e, lang) })
	d.aliases(o, e)
	o.said("summary", languagesOf(&e.Doc), func(lang string) string { return e.Texts.In(lang).Summary })
	o.words("role", e.Role)
	o.date("date", e.Date)
	o.words("date_text", e.DateText)
	o.text("iso_alpha3", alpha3(e))
	o.text("place", keyOf(e.Place))
	o.words("place_name", e.PlaceText)
	o.text("country", keyOf(e.Country))
	o.texts("tags", keys(e.Tags))
	if at := e.Position; at != nil {
		o.open("position", '{')
		o.degrees("latitude", at.Lat)
		o.degrees("longitude", at.Lon)
		o.flag("approximate", at.Approximate)
		o.close('}')
	}
	o.texts("same_as", e.SameAs)
	d.relationsOf(o, e)
	o.texts("sources", sourceKeys(e.Sources))
	o.text("page", d.page(e.Key))
}

func (d whole) aliases(o *object, e *model.Entity) {
	langs := slices.DeleteFunc(slices.Sorted(maps.Keys(e.Aliases)), func(lang string) bool { return len(e.Aliases[lang]) == 0 })
	if len(langs) == 0 {
		return
	}
	o.open("aliases", '{')
	for _, lang := range langs {
		o.texts(lang, e.Aliases[lang])
	}
	o.close('}')
}

func (d whole) relationsOf(o *object, e *model.Entity) {
	if len(e.Relations) == 0 {
		return
	}
	o.open("relations", '[')
	for i, key := range relationKeys(e) {
		r := &e.Relations[i]
		o.open("", '{')
		o.text("key", key)
		o.text("type", r.Type)
		o.text("to", string(r.To.Key))
		o.date("when", r.When)
		o.words("note", r.Note)
		o.texts("sources", sourceKeys(r.Sources))
		o.close('}')
	}
	o.close(']')
}

func (d whole) source(o *object, s *model.Source) {
	o.text("key", sourceKey(s))
	o.words("title", s.Title)
	o.text("author", s.Author)
	o.words("publisher", s.Publisher)
	o.words("about", s.About)
	o.text("type", s.Type)
	o.date("date", s.Date)
	o.text("url", s.URL)
	if len(s.Archived) > 0 {
		o.open("archived", '[')
		for _, a := range s.Archived {
			o.open("", '{')
			o.text("url", a.URL)
			o.date("date", a.Date)
			o.close('}')
		}
		o.close(']')
	}
	o.flag("gone", s.Dead)
	o.date("accessed", s.Accessed)
}
