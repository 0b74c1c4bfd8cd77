package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/glyph"
	"dossier/generator/limits"
	"dossier/generator/markdown"
	"dossier/generator/model"
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
func (f *front) get(key string) (frontmatter.Value, bool) {
	f.asked = append(f.asked, key)
	for _, x := range f.fields {
		if x.Key == key {
			v := x.Value
			return v, !isEmpty(v)
		}
	}
	return frontmatter.Value{}, false
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
	v, written := f.get(key)
	if written {
		return
	}
	f.missed = append(f.missed, key)
	if unseen(v) != "" {
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
		if isEmpty(x.Value) && slices.Contains(f.asked, x.Key) {
			if !slices.Contains(f.missed, x.Key) {
				f.faults.Add(x.Pos, diag.EmptyValue, "%q has no value%s; write one, or delete the key", x.Key, unseen(x.Value))
			}
			continue
		}
		if !slices.Contains(f.asked, x.Key) {
			f.faults.Add(x.Pos, diag.UnknownKey, "unknown key %q%s", x.Key, f.faults.DidYouMean(f.file, x.Key, slices.Values(f.asked)))
		}
	}
}

// text is a line of text.
func (f *front) text(key string) string {
	v, ok := f.get(key)
	if !ok {
		return ""
	}
	return f.string(key, v)
}

// string reads a scalar that must be text. It is a copy: otherwise the part that is
// kept would keep the whole file in memory.
func (f *front) string(key string, v frontmatter.Value) string {
	if v.Cut != "" && v.Scalar != nil {
		f.faults.Add(v.Pos, diag.WrongType, "%s", frontmatter.CommentCuts(v.Cut))
		return ""
	}
	s := strings.Clone(f.scalar(key, v))
	if turned := glyph.Turned(s); len(turned) > 0 {
		f.faults.Add(v.Pos, diag.NotUnderstood, "in %q %s", key, glyph.TurnFault(s, turned[0]))
		s = glyph.WithoutStrays(s, turned)
	}
	return s
}

// code is string for a value that has no # in it, so that a comment may follow it.
func (f *front) code(key string, v frontmatter.Value) string { return strings.Clone(f.word(key, v)) }

// word is code for a value that is not kept. Curly quotation marks around it are
// reported: they are no part of any id, and those of YAML are straight.
func (f *front) word(key string, v frontmatter.Value) string {
	s := f.scalar(key, v)
	if bare := uncurled(s); bare != s {
		f.faults.Add(v.Pos, diag.WrongType, "YAML takes curly quotation marks for part of the value; did you mean %q?", bare)
		return ""
	}
	return s
}

// uncurled is a text without the curly quotation marks around it.
func uncurled(s string) string {
	if s == "" || s[len(s)-1] < utf8.RuneSelf {
		return s
	}
	return strings.Trim(s, "“”„‟«»‘’‚")
}

// scalar is string for a value that is not kept.
func (f *front) scalar(key string, v frontmatter.Value) string {
	s, ok := v.Scalar.(string)
	switch {
	case ok && len(s) > limits.MaxNameBytes && key != fingerprintKey && tooLong(key, len(s)) != "":
		f.faults.Add(v.Pos, diag.TooLarge, "%s", tooLong(key, len(s)))
	case ok:
		return strings.TrimSpace(s)
	case v.Scalar == nil && v.Cut != "":
		f.faults.Add(v.Pos, diag.WrongType, "%s", frontmatter.CommentCuts(v.Cut))
	case v.IsList:
		f.faults.Add(v.Pos, diag.WrongType, "%q takes one value, not a list", key)
	case v.IsMap:
		f.faults.Add(v.Pos, diag.WrongType, "%q takes one value, not keys with values; put it in quotes if it is text with a colon", key)
	default:
		f.faults.Add(v.Pos, diag.WrongType, "YAML reads %s as %s; put it in quotes: %q", v.Raw, reads(v.Scalar), v.Raw)
	}
	return ""
}

// reads says how YAML 1.1 reads a plain scalar.
func reads(scalar any) string {
	switch v := scalar.(type) {
	case bool:
		if v {
			return "a truth value (true)"
		}
		return "a truth value (false)"
	case nil:
		return "nothing"
	}
	return fmt.Sprintf("the number %v", scalar)
}

// words is a text for readers, or one text per language.
func (f *front) words(key, lang string) model.Words {
	v, ok := f.get(key)
	if !ok {
		return nil
	}
	return f.wordsOf(key, v, lang)
}

func (f *front) wordsOf(key string, v frontmatter.Value, lang string) model.Words {
	plain, _ := f.phrases(key, v, lang)
	return plain
}

// lists is a list of texts, or one list per language.
func (f *front) lists(key, lang string) map[string][]string {
	v, ok := f.get(key)
	if !ok {
		return nil
	}
	if !v.IsMap {
		return map[string][]string{lang: f.names(key, v, lang)}
	}
	out := map[string][]string{}
	for _, x := range v.Map {
		out[strings.Clone(x.Key)] = f.names(key+"."+x.Key, x.Value, x.Key)
	}
	return out
}

// names are the texts of a list, as plain words.
func (f *front) names(key string, v frontmatter.Value, lang string) []string {
	if !v.IsList {
		f.notAList(key, v)
		return nil
	}
	var out []string
	for _, x := range v.List {
		if f.empty(key, x) {
			continue
		}
		if s := f.phrase(key, x, lang).Plain; s != "" {
			out = append(out, s)
		}
	}
	return out
}

// list gives the values of a list.
func (f *front) list(key string) []frontmatter.Value {
	v, ok := f.get(key)
	if !ok {
		return nil
	}
	if !v.IsList {
		f.notAList(key, v)
		return nil
	}
	return v.List
}

func (f *front) notAList(key string, v frontmatter.Value) {
	example := "[…]"
	if strings.HasPrefix(v.Raw, "-") {
		f.faults.Add(v.Pos, diag.WrongType, "%q takes a list; begin each of its lines with a dash and a space", key)
		return
	}
	if v.Raw != "" {
		example = "[" + v.Raw + "]"
	}
	f.faults.Add(v.Pos, diag.WrongType, "%q takes a list; write %s: %s", key, key, example)
}

// tags appends a list of ids of a kind, still as written.
func (f *front) tags(kind string, to []model.Tag) []model.Tag {
	for _, v := range f.list(kind) {
		if f.empty(kind, v) {
			continue
		}
		if s := f.word(kind, v); s != "" {
			to = append(to, f.tag(kind, s, v.Pos))
		}
	}
	return to
}

// tag is an unresolved reference; builder.resolve finds the entity.
func (f *front) tag(kind, written string, pos diag.Pos) model.Tag {
	return model.Tag{Key: f.keys.key(kind, norm.NFC.String(written)), Pos: pos}
}

// oneTag is one id of a kind ("" for any kind), still as written.
func (f *front) oneTag(key, kind string) *model.Tag {
	v, ok := f.get(key)
	if !ok {
		return nil
	}
	s := f.word(key, v)
	if s == "" {
		return nil
	}
	t := f.tag(kind, s, v.Pos)
	return &t
}
