package content

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/frontmatter"
	"dossier/generator/glyph"
	"dossier/generator/limits"
	"dossier/generator/markdown"
	"dossier/generator/model"
)

// front reads a mapping of front matter key by key. A key that nothing asked
// for by the time of finish is unknown: the code that reads a file is the
// list of keys it may have.
type front struct {
	file   string
	fields []frontmatter.Field
	asked  []string
	missed []string // keys that were reported as missing
	keys   keys
	faults *diag.List
	in     diag.Pos // of the mapping; zero at the top level
	unread bool     // it could not be read, and says nothing

	lang    string // of the file
	parsers map[string]*markdown.Parser
}

// at is where a fault of the mapping as a whole is reported.
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

// place is where the value of the first of some keys is that the file has.
func (f *front) place(keys ...string) diag.Pos {
	for _, x := range f.fields {
		if slices.Contains(keys, x.Key) {
			return x.Value.Pos
		}
	}
	return diag.Pos{File: f.file}
}

// need reports key as missing when it is, with an example of its value.
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
	look := diag.Nearest(key, func(yield func(string) bool) {
		for _, x := range f.fields {
			if x.Key != key && !yield(x.Key) {
				return
			}
		}
	})
	if look != "" {
		f.faults.Add(f.at(), diag.MissingKey, "the key %q is missing; %q looks like it", key, look)
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

// text is a line of words.
func (f *front) text(key string) string {
	v, ok := f.get(key)
	if !ok {
		return ""
	}
	return f.string(key, v)
}

// string is a scalar that must be text. It is a copy: what is kept must not
// hold on to all that stands around it.
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

// code is string for what has no # in it: a remark may stand behind it.
func (f *front) code(key string, v frontmatter.Value) string { return strings.Clone(f.word(key, v)) }

// word is an id or the like, and is not kept. No such thing has quotation marks:
// those of YAML are straight.
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

// scalar is string for what is not kept.
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

// reads says what YAML 1.1 takes a plain scalar for.
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

// tag is an unresolved reference; resolve turns it into one that holds.
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

// wholeYear is the only plain number that may stand for a date: YAML reads a
// leading zero as octal.
var wholeYear = regexp.MustCompile(`^-?[1-9][0-9]{3}$`)

// date is an EDTF date; zero when absent or faulty.
func (f *front) date(key string) edtf.Date {
	v, ok := f.get(key)
	if !ok {
		return edtf.Date{}
	}
	s, isText := v.Scalar.(string)
	if _, isInt := v.Scalar.(int); isInt && wholeYear.MatchString(v.Raw) {
		s, isText = v.Raw, true
	}
	if !isText {
		f.string(key, v)
		return edtf.Date{}
	}
	d, err := edtf.Parse(strings.Clone(moment(s)))
	if err != nil {
		f.badDate(s, err, v.Pos)
		return edtf.Date{}
	}
	return d
}

func (f *front) badDate(s string, err error, pos diag.Pos) {
	if bare := uncurled(s); bare != s {
		if _, err := edtf.Parse(bare); err == nil {
			f.faults.Add(pos, diag.BadDate, "%q is not a date: YAML takes curly quotation marks for part of the value; did you mean %q?", s, bare)
			return
		}
	}
	why, hint := err.Error(), ""
	if pe, ok := err.(*edtf.ParseError); ok {
		why = pe.Msg
		if pe.Suggestion != "" {
			why, _, _ = strings.Cut(why, ", as in ") // the suggestion is the better example
			hint = fmt.Sprintf("; did you mean %q?", pe.Suggestion)
		}
	}
	f.faults.Add(pos, diag.BadDate, "%q is not a date: %s%s", s, why, hint)
}

// flag is true or false.
func (f *front) flag(key string, otherwise bool) bool {
	v, ok := f.get(key)
	if !ok {
		return otherwise
	}
	b, ok := v.Scalar.(bool)
	if !ok {
		f.faults.Add(v.Pos, diag.WrongType, "%q is true or false, without quotation marks or other words; it is %q", key, v.Raw)
		return otherwise
	}
	return b
}
