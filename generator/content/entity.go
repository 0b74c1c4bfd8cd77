package content

import (
	"maps"
	"slices"

	"dossier/generator/content/filename"
	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// entityKeys are keys in the files of entities, which no kind may be called.
var entityKeys = []string{
	"name", "aliases", "forms", "summary", "same_as", "relations", "draft", "link", "iso", "date", "date_text", "place",
	"type", "role", "lat", "lon", "approximate", "country", "accept", "sort", "sources", "mentions", "moved_from", languageKey,
}

var actorTypes = []string{"person", "organization", "armed-group", "government"}

func (c *config) entity(x *result, f file, front *front, body prose.Body) *model.Entity {
	kind, lang := f.key.Kind(), c.set.Default()
	declared := !slices.Contains(builtinKinds, kind)
	e := &model.Entity{Doc: doc(x, f, front, body, markdown.Phrase{})}
	if name := front.get("name"); name.written {
		e.Names, e.RichNames = front.phrases(name, lang)
		e.OneName = !name.IsMap
	}
	e.Aliases, e.Forms = front.lists(front.get("aliases"), lang), front.lists(front.get("forms"), lang)
	e.Sort = front.words(front.get("sort"), lang)
	for v := range front.get("same_as").entries() {
		if s := v.address(); s != "" {
			e.SameAs, e.SameAsPos = append(e.SameAs, s), append(e.SameAsPos, v.Pos)
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
		e.Role, e.Position = front.words(front.get("role"), lang), front.position() // the position for maps, where the country has no outline
	} else {
		e.Date, e.DateText = front.get("date").date(), front.words(front.get("date_text"), lang)
		e.DatePos = front.get("date").Pos
	}
	if kind == model.Events || declared {
		e.Place, e.PlaceText = c.eventPlace(front)
	}
	switch {
	case kind == model.Events:
		front.need("date", "2019-11-28")
		e.Type = front.get("type").choice("is not a type of event that index.md declares under event_types", c.set.EventTypeIDs())
	case kind == model.Actors || declared:
		e.Role = front.words(front.get("role"), lang)
		if kind == model.Actors {
			front.need("type", "person")
		}
		e.Type = front.get("type").choice("is not a type of actor: person, organization, armed-group or government", actorTypes)
	}
	if declared {
		e.Country = front.keys.oneTag(front.get("country"), model.Countries)
		e.Position = front.position()
	}
	if kind != model.Countries {
		e.Tags = c.tags(front)
	}
	e.Sources = front.sources(f.written)
	e.Unnamed = !front.get("mentions").flag(true)
	x.text.Title = e.Name(f.written, lang)
	x.text.Rich = withTitle(x.text.Rich, e.RichNames[f.written])
	if x.text.Summary == "" && body.HTML == "" {
		e.Whole = e.WholeIn(c.set.Languages)
	}
	return e
}

// country reads the code of a country and reports whether there is one, right or wrong.
// If the file's name is the id of a country with a code, the file need not repeat that.
func (c *config) country(e *model.Entity, f file, front *front) bool {
	v := front.get("iso")
	code := v.code()
	found, ok := iso3166.Lookup(code)
	if code == "" {
		found, ok = iso3166.Lookup(f.id)
	} else if !ok || len(code) > 3 {
		front.faults.Add(v.Pos, diag.UnknownEntity,
			"%q is not an ISO 3166-1 code such as KG; leave the key out for a territory without a code", code)
		found, ok = iso3166.Lookup(f.id)
		e.Unread = !ok
	}
	if ok {
		e.ISO = found.Alpha2
		fillCountry(e, found, c.set.Languages)
	}
	return ok || code != ""
}

// fillCountry adds the names in CLDR where the file has none.
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

// eventPlace reads an event's place: the id of a place, or words.
func (c *config) eventPlace(f *front) (*model.Tag, model.Words) {
	v := f.get("place")
	if s, isText := v.Scalar.(string); isText && v.written && filename.BadID(s, s) == "" && c.isKind(model.Places) {
		t := f.keys.tag(model.Places, s, v.Pos)
		return &t, nil
	}
	return nil, f.words(v, c.set.Default())
}

func (f *front) position() *model.Position {
	lat, okLat := f.get("lat").degrees(90)
	lon, okLon := f.get("lon").degrees(180)
	approximate := f.get("approximate").flag(false)
	if okLat != okLon {
		key, other := "lat", "lon"
		if okLat {
			key, other = other, key
		}
		if !f.get(key).written {
			f.faults.Add(f.at(), diag.MissingKey, "%q needs %q beside it", other, key)
		}
	}
	if !okLat || !okLon {
		return nil
	}
	return &model.Position{Lat: lat, Lon: lon, Approximate: approximate}
}

func (c *config) readRelation(f *front) (model.Relation, bool) {
	rel := model.Relation{When: f.get("when").date(), Note: f.words(f.get("note"), c.set.Default()), Sources: f.sources(c.set.Default())}
	kind, to := tie(c, f, "type")
	if kind == "" || to == nil {
		return rel, false
	}
	rel.Type, rel.To = kind, *to
	return rel, true
}

// tie reads which declared relation, under a key, to which entity; "" and nil for what is
// not written right.
func tie(c *config, f *front, key string) (kind string, to *model.Tag) {
	kind = f.get(key).text()
	f.need(key, "member-of")
	f.need("to", "csto")
	to = f.keys.oneTag(f.get("to"), "")
	f.finish()
	if kind != "" && !c.relation[kind] {
		f.faults.AddNearest(f.get(key).Pos, diag.UnknownEntity, kind, slices.Values(slices.Sorted(maps.Keys(c.relation))), "the relation %q is not declared in index.md", kind)
		return "", nil
	}
	return kind, to
}
