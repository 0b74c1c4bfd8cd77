package cms

import (
	"slices"

	"dossier/generator/lookup"
	"dossier/generator/model"
)

// fields are those of a class of files: a field a key, and the text.
func (w *writer) fields(class lookup.Class) []any {
	out := w.fieldsOf(w.Keys(class, nil), w.Keys(lookup.Translation, nil))
	return append(out, object{
		{"name", "body"}, {"label", "text"}, {"widget", "richtext"}, {"modes", []string{"raw"}}, {"required", false}, {"i18n", true},
	})
}

// fieldsOf turns keys into fields. Prose are the keys that translations have, too.
func (w *writer) fieldsOf(keys, prose []lookup.Key) []any {
	var out []any
	for _, k := range keys {
		if k.Value == lookup.Named {
			continue
		}
		translated := k.Name == "description" || slices.ContainsFunc(prose, func(p lookup.Key) bool { return p.Name == k.Name && p.Value == lookup.Text })
		f := append(object{{"name", k.Name}}, w.widget(k)...)
		switch {
		case !k.Needed:
			f = append(f, pair{"required", false})
		case translated:
			f = append(f, pair{"required", w.Languages()[:1]})
		}
		out = append(out, append(f, pair{"i18n", translated}))
	}
	return out
}

// date is the shape of an EDTF date, to catch what cannot be one as it is typed; what
// is no date after all, check reports.
var date = []string{`^[-0-9XYSETPM./?~%\[\]{},]+$`, "an EDTF date, such as 2019, 2019-11, 2019-11-28 or 1992-05-15/.."}

// widget says what a key takes: the sort of field, and its settings.
func (w *writer) widget(k lookup.Key) object {
	one := w.single(k)
	switch widget := one[0].value; {
	case !k.Many:
		return one
	case widget == "relation" || widget == "select":
		return append(one, pair{"multiple", true})
	case k.Value == lookup.Fields:
		return append(object{{"widget", "list"}}, one[1:]...)
	case k.Value == lookup.Words && widget == "object":
		lists := []any{}
		for _, lang := range w.Languages() {
			lists = append(lists, object{{"name", lang}, {"widget", "list"}, {"required", false}})
		}
		return object{{"widget", "object"}, {"collapsed", "auto"}, {"fields", lists}}
	}
	return object{{"widget", "list"}}
}

// single is widget for one value.
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
	case lookup.Fields:
		return object{{"widget", "object"}, {"collapsed", "auto"}, {"fields", w.fieldsOf(k.Under, nil)}}
	case lookup.Words:
		return w.inLanguages()
	case lookup.ID:
		// Countries need no file, a place may be words, and an entity may be of any kind.
		if slices.Contains(w.Kinds(), k.Of) && k.Of != model.Countries && k.Name != "place" {
			return object{{"widget", "relation"}, {"collection", k.Of}, {"value_field", "{{slug}}"}, {"display_fields", []string{w.words("name")}}}
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

// inLanguages is a text in each language of the dossier.
func (w *writer) inLanguages() object {
	if len(w.Languages()) == 1 {
		return object{{"widget", "string"}}
	}
	var texts []any
	for _, lang := range w.Languages() {
		texts = append(texts, object{{"name", lang}, {"widget", "string"}, {"required", false}})
	}
	return object{{"widget", "object"}, {"collapsed", "auto"}, {"fields", texts}}
}
