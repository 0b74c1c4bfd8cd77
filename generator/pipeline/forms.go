package pipeline

import (
	"context"
	"slices"

	"dossier/generator/limits"
	"dossier/generator/link"
	"dossier/generator/model"
)

// Names is how an entity is looked for in the texts of a language.
type Names = link.Names

// MaxName is how many bytes a name may have.
const MaxName = limits.MaxNameBytes

// Dossier answers questions about the names of a content folder's entities.
type Dossier struct {
	Languages []string // the first is the default edition's
	Kinds     []string // ids
	Errors    int      // how many the content has: what they stand in may be missing
	corpus    *model.Corpus
	content   string
}

// Open reads a content folder, drafts too, whatever its faults.
func Open(ctx context.Context, cfg Config) (*Dossier, error) {
	cfg.Drafts = true
	corpus, faults, err := once(cfg.rooted()).corpus(ctx, nil)
	if err != nil {
		return nil, err
	}
	d := &Dossier{Languages: corpus.Settings.Languages, Errors: len(faults.Errors()), corpus: corpus, content: cfg.Content}
	for _, k := range corpus.Kinds {
		d.Kinds = append(d.Kinds, k.ID)
	}
	return d, nil
}

// Entities are the keys of those that an id, a name or an alias may mean; near is
// the nearest id when there is none.
func (d *Dossier) Entities(name string) (keys []string, near string) {
	found, near := link.Entities(d.corpus, name)
	for _, key := range found {
		keys = append(keys, string(key))
	}
	return keys, near
}

// Unnamed is the file that keeps the names of an entity, or else of a kind, from
// being looked for; "" if none does.
func (d *Dossier) Unnamed(key string) string {
	if i := d.index(key); i >= 0 && d.corpus.Entities[i].Unnamed {
		return d.File(key)
	}
	if d.corpus.Unnamed(model.Key(key).Kind()) {
		return fileIn(d.content, "index.md")
	}
	return ""
}

// File is the content file of an entity; "" for a country that has none.
func (d *Dossier) File(key string) string {
	if e := d.corpus.Entities[d.index(key)]; e.File != "" {
		return fileIn(d.content, e.File)
	}
	return ""
}

func (d *Dossier) index(key string) int {
	return slices.IndexFunc(d.corpus.Entities, func(e *model.Entity) bool { return string(e.Key) == key })
}

// Names gives an entity's names in each edition's language.
func (d *Dossier) Names(key string) []Names { return d.within(link.NamesOf(d.corpus, model.Key(key))) }

// Would gives what Names would give, in one language, of an entity with a name, of a
// kind ("": none), of a person or of something else.
func (d *Dossier) Would(name, language, kind string, person bool) []Names {
	c := *d.corpus
	c.Settings.Languages = d.Languages
	if !slices.Contains(d.Languages, language) {
		c.Settings.Languages = append(slices.Clone(d.Languages), language)
	}
	e := &model.Entity{Names: model.Words{language: name}}
	if person {
		e.Type = "person"
	}
	e.Key = model.Key(kind + "/?") // no id is spelled so
	c.Entities = append(slices.Clone(c.Entities), e)
	all := d.within(link.NamesOf(&c, e.Key))
	return slices.DeleteFunc(all, func(n Names) bool { return n.Lang != language })
}

// within makes addresses below the content folder relative to the working
// directory.
func (d *Dossier) within(all []Names) []Names {
	for _, n := range all {
		for i := range n.Alike {
			n.Alike[i].Pos.File = fileIn(d.content, n.Alike[i].Pos.File)
		}
	}
	return all
}
