package content

import (
	"fmt"
	"net/url"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/glyph"
	"dossier/generator/limits"
)

// isEmpty reports whether a value says nothing. An empty list does: it says "none".
func isEmpty(v frontmatter.Value) bool {
	if v.IsList || v.IsMap || v.Cut != "" {
		return false
	}
	s, isText := v.Scalar.(string)
	return v.Scalar == nil || isText && (strings.TrimSpace(s) == "" || glyph.Unseen(s))
}

// unseen is what a message about an empty value adds if the value has characters that
// nobody can see.
func unseen(v frontmatter.Value) string {
	if s, _ := v.Scalar.(string); strings.TrimSpace(s) != "" {
		return " that can be seen"
	}
	return ""
}

// empty reports an entry of a list, or the words in one language, if they say nothing.
func (f *front) empty(key string, v frontmatter.Value) bool {
	if !isEmpty(v) || v.Raw != "" && v.Scalar == nil {
		return false
	}
	f.faults.Add(v.Pos, diag.EmptyValue, "%q has an entry without a value%s; write one, or delete the entry", key, unseen(v))
	return true
}

// megabytes reads a number of megabytes and gives bytes. For a wrong value it gives the
// most, so that no file is reported because of it.
func (f *front) megabytes(key string, otherwise int) int {
	v, ok := f.get(key)
	if !ok {
		return otherwise
	}
	n, ok := v.Scalar.(int)
	if !ok || n < 1 || n > limits.MaxMediaLimit {
		f.faults.Add(v.Pos, diag.WrongType, "%q is a number of megabytes from 1 to %d, such as 50; it is %q", key, limits.MaxMediaLimit, v.Raw)
		return limits.MaxMediaLimit << 20
	}
	return n << 20
}

// degrees is a number from -limit to limit.
func (f *front) degrees(key string, limit float64) (float64, bool) {
	v, ok := f.get(key)
	if !ok {
		return 0, false
	}
	var n float64
	switch x := v.Scalar.(type) {
	case int:
		n = float64(x)
	case float64:
		n = x
	default:
		f.faults.Add(v.Pos, diag.WrongType, "%q is a number of degrees, such as 42.87; it is %q", key, v.Raw)
		return 0, false
	}
	if !(n >= -limit && n <= limit) {
		f.faults.Add(v.Pos, diag.WrongType, "%q is between -%v and %v degrees; it is %s", key, limit, limit, v.Raw)
		return 0, false
	}
	return n, true
}

// address is an absolute web address.
func (f *front) address(key string) string {
	v, ok := f.get(key)
	if !ok {
		return ""
	}
	return f.webAddress(key, v)
}

func (f *front) webAddress(key string, v frontmatter.Value) string {
	s := f.code(key, v)
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.ContainsAny(s, " \"<>\\") {
		f.faults.Add(v.Pos, diag.UnsafeLink, "%q takes a web address that begins with https://; it is %q", key, s)
		return ""
	}
	return s
}

// maps reads a list of mappings and gives a front for each.
func (f *front) maps(key, example string) []*front {
	var out []*front
	if v, ok := f.get(key); ok && !v.IsList {
		f.faults.Add(v.Pos, diag.WrongType, "%q takes a list of keys with values; write %s: [%s]", key, key, example)
		return nil
	}
	for _, v := range f.list(key) {
		if f.empty(key, v) {
			continue
		}
		if !v.IsMap {
			f.faults.Add(v.Pos, diag.WrongType, "an entry of %q is keys with values, such as %s", key, example)
			continue
		}
		out = append(out, f.mapping(v))
	}
	return out
}

// sub gives a front for the mapping under key, or nil.
func (f *front) sub(key, example string) *front {
	v, ok := f.get(key)
	if !ok {
		return nil
	}
	if !v.IsMap {
		f.faults.Add(v.Pos, diag.WrongType, "%q takes keys with values, such as %s", key, example)
		return nil
	}
	return f.mapping(v)
}

// mapping gives a front for the mapping v.
func (f *front) mapping(v frontmatter.Value) *front {
	return &front{file: f.file, fields: v.Map, keys: f.keys, faults: f.faults, in: v.Pos, lang: f.lang, parsers: f.parsers}
}

// needWords is need for words. They are needed in the language of the default edition,
// whose words the others show where they have none.
func (f *front) needWords(key, lang, example string) {
	f.need(key, example)
	v, ok := f.get(key)
	if !ok || !v.IsMap {
		return
	}
	for _, x := range v.Map {
		if s, isText := x.Value.Scalar.(string); x.Key == lang && (!isText || s != "" && !glyph.Unseen(s)) {
			return
		}
	}
	f.faults.Add(v.Pos, diag.MissingKey, "%q has no words in %q, the language of the default edition; add %s: …", key, lang, lang)
}

// tooLong says that the text of a key, of so many bytes, is not read, or "".
func tooLong(key string, size int) string {
	field, _, _ := strings.Cut(key, ".") // name.en
	switch isName := field == "name" || field == "inverse" || field == "role"; {
	case size > limits.MaxValueBytes && !isName:
		return fmt.Sprintf("%q has %d bytes; at most %d are read: move a long text into the prose", key, size, limits.MaxValueBytes)
	case size > limits.MaxNameBytes && isName:
		return fmt.Sprintf("%q has %d bytes; at most %d are read: shorten it", key, size, limits.MaxNameBytes)
	}
	return ""
}
