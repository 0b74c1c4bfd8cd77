package content

import (
	"slices"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/glyph"
	"dossier/generator/markdown"
)

// front reads a mapping of front matter key by key. When finish is called, a key that
// was not asked for is reported as unknown: so the code that reads a file defines the
// keys that it may have.
type front struct {
	file   string
	fields []frontmatter.Field
	asked  []string
	missed []string // keys that were reported as missing
	keys   keys
	faults *diag.List
	in     diag.Pos // where the mapping stands; zero at the top level
	unread bool     // it could not be read, and is empty

	lang    string // of the file
	parsers map[string]*markdown.Parser
}

// at gives the address of a fault of the mapping as a whole.
func (f *front) at() diag.Pos {
	if f.in.Line > 0 {
		return f.in
	}
	return diag.Pos{File: f.file, Line: 1, Col: 1}
}

// get gives the value of key; an empty value counts as absent.
func (f *front) get(key string) value {
	f.asked = append(f.asked, key)
	for i := range f.fields {
		if x := &f.fields[i]; x.Key == key {
			return value{x.Value, key, !x.Value.IsEmpty(), f.faults}
		}
	}
	return value{key: key, faults: f.faults}
}

// place gives the address of the value of the first key in the file that is among keys.
func (f *front) place(keys ...string) diag.Pos {
	for _, x := range f.fields {
		if slices.Contains(keys, x.Key) {
			return x.Value.Pos
		}
	}
	return diag.Pos{File: f.file}
}

// need reports key if it is missing, with an example of its value.
func (f *front) need(key, example string) {
	v := f.get(key)
	if v.written {
		return
	}
	f.missed = append(f.missed, key)
	if v.Value.Unseen() != "" {
		f.faults.Add(v.Pos, diag.MissingKey, "%q holds nothing that can be seen; write, for example, %s: %s", key, key, example)
		return
	}
	similar := diag.Nearest(key, func(yield func(string) bool) {
		for _, x := range f.fields {
			if x.Key != key && !yield(x.Key) {
				return
			}
		}
	})
	if similar != "" {
		f.faults.Add(f.at(), diag.MissingKey, "the key %q is missing; %q looks like it", key, similar)
		return
	}
	f.faults.Add(f.at(), diag.MissingKey, "the key %q is missing; write, for example, %s: %s", key, key, example)
}

// finish reports the keys that nothing asked for, and those without a value.
func (f *front) finish() {
	for _, x := range f.fields {
		if x.Value.IsEmpty() && slices.Contains(f.asked, x.Key) {
			if !slices.Contains(f.missed, x.Key) {
				f.faults.Add(x.Pos, diag.EmptyValue, "%q has no value%s; write one, or delete the key", x.Key, x.Value.Unseen())
			}
			continue
		}
		if !slices.Contains(f.asked, x.Key) {
			f.faults.AddNearest(x.Pos, diag.UnknownKey, x.Key, slices.Values(f.asked), "unknown key %q", x.Key)
		}
	}
}

// maps reads a list of mappings and gives a front for each.
func (f *front) maps(key, example string) []*front {
	var out []*front
	v := f.get(key)
	if v.written && !v.IsList {
		f.faults.Add(v.Pos, diag.WrongType, "%q takes a list of keys with values; write %s: [%s]", key, key, example)
		return nil
	}
	for v := range v.entries() {
		if !v.IsMap {
			f.faults.Add(v.Pos, diag.WrongType, "an entry of %q is keys with values, such as %s", key, example)
			continue
		}
		out = append(out, f.mapping(v.Value))
	}
	return out
}

// sub gives a front for the mapping under key, or nil.
func (f *front) sub(key, example string) *front {
	v := f.get(key)
	if !v.written {
		return nil
	}
	if !v.IsMap {
		f.faults.Add(v.Pos, diag.WrongType, "%q takes keys with values, such as %s", key, example)
		return nil
	}
	return f.mapping(v.Value)
}

// mapping gives a front for the mapping v.
func (f *front) mapping(v frontmatter.Value) *front {
	return &front{file: f.file, fields: v.Map, keys: f.keys, faults: f.faults, in: v.Pos, lang: f.lang, parsers: f.parsers}
}

// needWords is need for words. They are needed in the language of the default edition,
// whose words the others show where they have none.
func (f *front) needWords(key, lang, example string) {
	f.need(key, example)
	v := f.get(key)
	if !v.IsMap {
		return
	}
	for _, x := range v.Map {
		if s, isText := x.Value.Scalar.(string); x.Key == lang && (!isText || s != "" && !glyph.Unseen(s)) {
			return
		}
	}
	f.faults.Add(v.Pos, diag.MissingKey, "%q has no words in %q, the language of the default edition; add %s: …", key, lang, lang)
}
