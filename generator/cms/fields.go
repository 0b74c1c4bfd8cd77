package cms

import (
	"slices"

	"dossier/generator/lookup"
	"dossier/generator/model"
)

// fields are those of a class of files: a field a key, and the text.
func (w *writer) fields(class lookup.Class) []any {
	prose := w.Keys(lookup.Translation, nil)
	if class == lookup.Home {
		prose = append(prose, lookup.Key{Name: "description"})
	}
	var out []any
	for _, k := range w.Keys(class, nil) {
		translated := slices.ContainsFunc(prose, func(p lookup.Key) bool { return p.Name == k.Name && p.Value == k.Value && k.Value == lookup.Text })
		if f, ok := w.field(class, k.Name, k, translated); ok {
			out = append(out, f)
		} else if k.Value != lookup.Named {
			w.left = append(w.left, names[class]+" "+k.Name)
		}
	}
	return append(out, object{
		{"name", "body"}, {"label", "text"}, {"widget", "richtext"}, {"modes", []string{"raw"}}, {"required", false}, {"i18n", true},
	})
}

// names are what classes are called in a remark.
var names = map[lookup.Class]string{
	lookup.Home: "index.md", lookup.Article: "articles", lookup.Section: "sections", lookup.Country: "countries", lookup.Event: "events",
	lookup.Actor: "actors", lookup.Declared: "declared kinds", lookup.FreePage: "pages",
}

// field is that of a key at a path of keys; there is none for a key whose values the
// CMS would lose.
func (w *writer) field(class lookup.Class, at string, k lookup.Key, translated bool) (f object, ok bool) {
	widget, ok := w.widget(class, at, k)
	f = append(object{{"name", k.Name}}, widget...)
	switch {
	case !k.Needed:
		f = append(f, pair{"required", false})
	case translated:
		f = append(f, pair{"required", w.Languages()[:1]})
	}
	return append(f, pair{"i18n", translated}), ok
}

// date is the shape of an EDTF date, to catch what cannot be one as it is typed; what
// is no date after all, check reports.
var date = []string{`^[-0-9XYSE./?~%\[\]{}, ]+$`, "an EDTF date, such as 2019, 2019-11, 2019-11-28 or 1992-05-15/.."}

// widget says what a key takes: the sort of field, and its settings.
func (w *writer) widget(class lookup.Class, at string, k lookup.Key) (object, bool) {
	seen := w.seen[place{class, at}]
	entries := w.seen[place{class, at + "[]"}]
	switch {
	case k.Value == lookup.Named:
		return nil, false
	case k.Value == lookup.Words:
		return w.inLanguages(k, seen)
	case k.Value == lookup.Fields:
		under := seen
		if k.Many {
			under, at = entries, at+"[]"
		}
		fields, ok := w.fieldsUnder(class, at, k.Under)
		f := object{{"widget", "object"}, {"collapsed", "auto"}, {"fields", fields}}
		if k.Many {
			f[0].value = "list"
			ok = ok && seen.only(list)
		}
		return f, ok && under.only(mapping)
	case !k.Many:
		return w.single(k), seen.only(text)
	}
	f := w.single(k)
	if seen == text { // what takes a list takes one of its entries, too
		return f, true
	}
	if widget := f[0].value; widget != "relation" && widget != "select" {
		f = object{{"widget", "list"}}
	} else {
		f = append(f, pair{"multiple", true})
	}
	return f, seen.only(list) && entries.only(text)
}

// fieldsUnder are the fields of a mapping; all of them, or it is not for the CMS.
func (w *writer) fieldsUnder(class lookup.Class, at string, keys []lookup.Key) (out []any, ok bool) {
	for _, k := range keys {
		f, ok := w.field(class, at+"."+k.Name, k, false)
		if !ok {
			return nil, false
		}
		out = append(out, f)
	}
	return out, true
}

// single is the field for one value that is written as a text.
func (w *writer) single(k lookup.Key) object {
	switch k.Value {
	case lookup.Date:
		return object{{"widget", "string"}, {"pattern", date}}
	case lookup.Number:
		return object{{"widget", "number"}, {"value_type", "float"}, {"step", 0.0001}}
	case lookup.Address:
		return object{{"widget", "string"}, {"type", "url"}}
	case lookup.Flag: // a switch would write what nobody has said
		return object{{"widget", "select"}, {"options", []any{true, false}}}
	case lookup.Choice:
		return choice(k.Among)
	case lookup.Code:
		return choice(lookup.Codes())
	case lookup.Relation:
		return choice(w.Relations())
	case lookup.Language:
		if !k.Many {
			return choice(w.Languages())
		}
	case lookup.ID:
		// Countries need no file, a place may be words, and an entity may be of any kind.
		if slices.Contains(w.Kinds(), k.Of) && k.Of != model.Countries && k.Name != "place" {
			return object{{"widget", "relation"}, {"collection", k.Of}, {"value_field", "{{slug}}"}, {"display_fields", []string{"{{slug}}"}}}
		}
	}
	if k.Name == "summary" || k.Name == "description" {
		return object{{"widget", "text"}}
	}
	return object{{"widget", "string"}}
}

func choice(among []string) object {
	if len(among) == 0 { // nothing to choose from is no list of choices
		return object{{"widget", "string"}}
	}
	return object{{"widget", "select"}, {"options", among}}
}

// inLanguages is the field for words: one text, or one for each language, as the
// dossier writes them; where it does neither, as suits its number of languages.
func (w *writer) inLanguages(k lookup.Key, seen form) (object, bool) {
	one, whole := "string", text
	if k.Many {
		one, whole = "list", list
	}
	switch {
	case seen == whole, seen == 0 && len(w.Languages()) == 1:
		return object{{"widget", one}}, true
	case !seen.only(mapping):
		return nil, false
	}
	var texts []any
	for i, lang := range w.Languages() {
		texts = append(texts, object{{"name", lang}, {"widget", one}, {"required", k.Needed && i == 0}})
	}
	return object{{"widget", "object"}, {"collapsed", "auto"}, {"fields", texts}}, true
}
