package link

import (
	"slices"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/names"
)

// Names is how an entity is looked for in the texts of a language.
type Names struct {
	Lang       string
	Borrowed   bool // it has no name of its own there: those of the default language are looked for
	Known      bool // how names change in the language
	Still      bool // they do not
	Forms      []Form
	Cut        []string // names of which there are too many forms to list
	CommonNoun []string // names that the texts have as common nouns, too
	Alike      []Alike  // by text
}

// Form is a form in which the entity is found.
type Form struct {
	Name   string // of which it is a form
	Text   string
	How    names.How
	Behind []string    // the words behind one of which alone it stands; nil: any
	Others []model.Key // entities that have the form, too, so that it links to none
}

// Alike are words of a text that begin like a name and are in no known form of
// it: the first place of each.
type Alike struct {
	Name, Text string
	Pos        diag.Pos
}

// NamesOf gives the names of an entity in each edition's language.
func NamesOf(c *model.Corpus, key model.Key) []Names {
	r := NewResolver()
	r.Resolve(c)
	docs, _ := documents(c)
	at := slices.IndexFunc(c.Entities, func(e *model.Entity) bool { return e.Key == key })
	fallback := c.Settings.Default()
	out := make([]Names, len(r.editions))
	for i, e := range r.editions {
		of := c.Entities[at]
		out[i] = Names{
			Lang: e.lang, CommonNoun: e.matcher.CommonNouns(at, e.common),
			Borrowed: of.Name(e.lang, "") == "" && of.Name(fallback, "") != "",
			Alike:    e.alike(docs, key, at),
		}
		out[i].Known, out[i].Still = e.matcher.Changes()
		var forms []names.Form
		forms, out[i].Cut = e.matcher.Forms(at)
		for _, f := range forms {
			form := Form{Name: f.Name, Text: f.Text, How: f.How, Behind: f.Behind}
			for _, other := range f.Others {
				form.Others = append(form.Others, c.Entities[other].Key)
			}
			out[i].Forms = append(out[i].Forms, form)
		}
	}
	return out
}

// alike looks through the texts in which the entity at an index would be linked.
func (e *edition) alike(docs []*model.Doc, key model.Key, at int) (out []Alike) {
	seeker := e.matcher.NewSeeker(at)
	seen := map[string]bool{}
	for _, d := range docs {
		t := d.Texts.In(e.lang)
		if t == nil || !d.Links || d.Key == key {
			continue
		}
		for _, a := range seeker.Read(&t.Body) {
			if !seen[a.Text] {
				seen[a.Text] = true
				out = append(out, Alike{a.Name, a.Text, t.Pos(a.Start, a.End)})
			}
		}
	}
	return out
}

// Entities are those that have an id, or are called so in any language, or have that
// ISO code; near is the id nearest to one that none has.
func Entities(c *model.Corpus, name string) (found []model.Key, near string) {
	docs, entities := documents(c)
	texts := jobsOf(c, docs)
	l := newLinker(newIndex(fromOf(c, docs, texts), docs, texts), docs, entities, c)
	name = norm.NFC.String(name)
	pages, _ := l.called(name)
	for _, page := range pages {
		if i, ok := l.entity(page); ok {
			found = append(found, c.Entities[i].Key)
		}
	}
	var ids []string
	for _, e := range c.Entities {
		if len(found) == 0 && e.ISO != "" && e.ISO == name {
			found = append(found, e.Key)
		}
		ids = append(ids, e.Key.ID(), string(e.Key))
	}
	if len(found) == 0 {
		near = diag.Nearest(name, slices.Values(ids))
	}
	return found, near
}
