package lookup

import (
	"path"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// Value is what a key takes.
type Value int

// The values of keys.
const (
	Text Value = iota
	Number
	Address  // of the web
	Words    // a text, or one for each language
	Date     // EDTF
	Flag     // true or false
	ID       // an id of the kind in Of; "" of any kind
	Party    // an actor's id, or words
	Language // a tag of the dossier's languages
	Choice   // one of some words
	Code     // a code of warnings
	Relation // a declared relation
	Fields   // further keys
	Named    // a mapping with keys of the editor's own, each with further keys
)

// Key is a key of front matter.
type Key struct {
	Name   string
	Value  Value
	Needed bool
	Many   bool     // a list of such values
	Of     string   // kind of an ID
	Among  []string // of a Choice
	Under  []Key    // of Fields and Named
}

// Schema says which keys front matter may have, by what sort of file it stands in.
type Schema struct {
	settings *model.Settings
	declared []model.Kind // and the three that are always there
}

// edition is the language in a file's name; "" of an original.
func (d *Schema) edition(file string) string {
	lang := strings.TrimPrefix(path.Ext(strings.TrimSuffix(file, ".md")), ".")
	if slices.Contains(d.settings.Languages, lang) {
		return lang
	}
	return ""
}

// Class is what sort of file front matter stands in.
type Class int

// The classes of files. Other is a file that is not the dossier's.
const (
	Other Class = iota
	Home
	Article
	Section
	Country
	Event
	Actor
	Declared // an entity of a declared kind
	FreePage
	Translation
)

// Class says what sort a file is, by its path.
func (d *Schema) Class(file string) Class {
	parts := strings.Split(file, "/")
	top := parts[0]
	isKind := slices.ContainsFunc(d.declared, func(k model.Kind) bool { return k.ID == top })
	switch {
	case path.Ext(file) != ".md":
		return Other
	case d.edition(file) != "":
		return Translation
	case file == "index.md":
		return Home
	case top == model.Articles && len(parts) == 3:
		if parts[2] == "index.md" {
			return Article
		}
		return Section
	case len(parts) != 2:
		return Other
	case top == model.Pages:
		return FreePage
	case top == model.Countries:
		return Country
	case top == model.Events:
		return Event
	case top == model.Actors:
		return Actor
	case isKind:
		return Declared
	}
	return Other
}

// Keys are those of a file that stand under other keys; none when there are none to
// name.
func (d *Schema) Keys(class Class, under []string) []Key {
	keys := d.keysOf(class)
	for len(under) > 0 {
		k, ok := find(keys, under[0])
		if !ok {
			return nil
		}
		under = under[1:]
		switch k.Value {
		case Fields:
			keys = k.Under
		case Named:
			if len(under) == 0 {
				return nil // the editor's own
			}
			keys, under = k.Under, under[1:]
		case Words:
			return d.languages()
		default:
			return nil
		}
	}
	return keys
}

// Key finds the key that a path of keys ends in.
func (d *Schema) Key(class Class, path []string) (Key, bool) {
	if len(path) == 0 {
		return Key{}, false
	}
	last := len(path) - 1
	return find(d.Keys(class, path[:last]), path[last])
}

func find(keys []Key, name string) (Key, bool) {
	i := slices.IndexFunc(keys, func(k Key) bool { return k.Name == name })
	if i < 0 {
		return Key{}, false
	}
	return keys[i], true
}

// languages are the keys of words.
func (d *Schema) languages() []Key {
	var keys []Key
	for _, lang := range d.settings.Languages {
		keys = append(keys, Key{Name: lang})
	}
	return keys
}

// Kinds are the ids of the kinds of entities.
func (d *Schema) Kinds() []string {
	var ids []string
	for _, k := range d.declared {
		ids = append(ids, k.ID)
	}
	return ids
}

// Languages are those of the dossier.
func (d *Schema) Languages() []string { return d.settings.Languages }

// Relations are the ids of the declared relations.
func (d *Schema) Relations() []string {
	var ids []string
	for _, r := range d.settings.Relations {
		ids = append(ids, r.ID)
	}
	return ids
}

func text(names ...string) []Key { return keys(Text, names...) }

func keys(v Value, names ...string) []Key {
	var out []Key
	for _, name := range names {
		bare := strings.TrimSuffix(name, "*")
		out = append(out, Key{Name: bare, Value: v, Needed: bare != name})
	}
	return out
}

// many are keys that take a list.
func many(keys []Key) []Key {
	for i := range keys {
		keys[i].Many = true
	}
	return keys
}

func source() []Key {
	archived := slices.Concat(keys(Address, "url*"), keys(Date, "date"))
	return slices.Concat(keys(Words, "title", "publisher", "about"), text("author"), keys(Address, "url"), keys(Date, "date", "accessed"), text("lang"),
		[]Key{{Name: "type", Value: Choice, Among: model.SourceTypes}, {Name: "status", Value: Choice, Among: []string{"live", "dead"}}, {Name: "archived", Value: Fields, Many: true, Under: archived}})
}

// sources are those of something, with further keys.
func sources(more ...Key) []Key {
	return []Key{{Name: "sources", Value: Fields, Many: true, Under: slices.Concat(more, source())}}
}

func retold() []Key {
	return []Key{{Name: "retold", Value: Fields, Under: slices.Concat(keys(Party, "by"), keys(Date, "date"))}}
}

// tags are the lists of ids, of every kind.
func (d *Schema) tags() []Key {
	var out []Key
	for _, k := range d.declared {
		out = append(out, Key{Name: k.ID, Value: ID, Many: true, Of: k.ID})
	}
	return out
}

// keysOf are the keys of a class. docs/writing.md explains them; a test compares.
func (d *Schema) keysOf(class Class) []Key {
	byAuthor := []Key{{Name: "author", Value: ID, Many: true, Of: model.Actors}}
	accepts := many(keys(Code, "accept"))
	all := slices.Concat(accepts, many(text("moved_from")))
	titled := slices.Concat(text("title*", "summary"), all)
	shown := slices.Concat(retold(), keys(Language, "language"), keys(Flag, "draft", "link"))
	switch class {
	case Home:
		return slices.Concat(settings(), accepts)
	case Article:
		return slices.Concat(titled, byAuthor, keys(Date, "published"), []Key{{Name: "source", Value: Fields, Under: source()}}, shown)
	case Section:
		corrects := Key{Name: "corrects", Value: Choice, Among: []string{"source", "dossier"}}
		correction := slices.Concat(keys(Date, "date*"), keys(Words, "text*"), []Key{corrects}, sources())
		return slices.Concat(titled, keys(Date, "date*"), keys(Words, "date_text", "part"), byAuthor, d.tags(),
			[]Key{{Name: "corrections", Value: Fields, Many: true, Under: correction}}, sources(text("id")...), shown)
	case FreePage:
		return slices.Concat(titled, shown)
	case Translation:
		return slices.Concat(text("title", "summary", "translates"), accepts)
	case Country, Event, Actor, Declared:
		return slices.Concat(d.entity(class), all)
	}
	return nil
}

// settings are the keys of the front page's file.
func settings() []Key {
	name := keys(Words, "name*")
	return slices.Concat(text("title*", "description"), many(keys(Language, "languages")), keys(Address, "base_url", "repository"), text("branch", "report"),
		keys(Party, "editor", "publisher"), keys(Date, "published"),
		[]Key{
			{Name: "kinds", Value: Named, Under: slices.Concat(name, keys(Words, "one"), text("schema_type"), keys(Flag, "mentions"))},
			{Name: "relations", Value: Named, Under: slices.Concat(name, keys(Words, "inverse*", "group", "inverse_group"))},
			{Name: "event_types", Value: Named, Under: slices.Concat(name, keys(Words, "many"))},
			{Name: "map", Value: Fields, Under: slices.Concat(keys(Relation, "relation*"), []Key{{Name: "to", Value: ID, Of: AnyEntity, Needed: true}})},
		},
		keys(Words, "map_note"), keys(Number, "media_limit"), keys(Flag, "keep_metadata"))
}

// entity are the keys of an entity's file.
func (d *Schema) entity(class Class) []Key {
	relation := slices.Concat(keys(Relation, "type*"), []Key{{Name: "to", Value: ID, Of: AnyEntity, Needed: true}}, keys(Date, "when"), keys(Words, "note"), sources())
	all := slices.Concat(keys(Words, "name*"), many(keys(Words, "aliases", "forms")), text("summary"), keys(Words, "sort"), keys(Flag, "mentions"), many(keys(Address, "same_as")),
		[]Key{{Name: "relations", Value: Fields, Many: true, Under: relation}}, sources(text("id")...), keys(Language, "language"), keys(Flag, "link"))
	position := slices.Concat(keys(Number, "lat", "lon"), keys(Flag, "approximate"))
	dated := slices.Concat(keys(Date, "date"), keys(Words, "date_text"))
	place := []Key{{Name: "place", Value: ID, Of: model.Places}}
	switch class {
	case Country:
		all[0].Needed = false // one that has a code has a name
		return slices.Concat(all, text("iso"), keys(Words, "role"), position)
	case Event:
		types := Key{Name: "type", Value: Choice, Among: d.settings.EventTypeIDs()}
		dated[0].Needed = true
		return slices.Concat(all, dated, place, []Key{types}, d.tags())
	case Actor:
		types := Key{Name: "type", Value: Choice, Among: []string{"person", "organization", "armed-group", "government"}, Needed: true}
		return slices.Concat(all, []Key{types}, keys(Words, "role"), dated, d.tags())
	}
	return slices.Concat(all, dated, place, keys(Words, "role"), []Key{{Name: "country", Value: ID, Of: model.Countries}}, position, d.tags())
}

// Codes are those of warnings, which a file may accept.
func Codes() []string {
	var out []string
	for code := range diag.Spelled(diag.Warnings()) {
		out = append(out, code)
	}
	return out
}
