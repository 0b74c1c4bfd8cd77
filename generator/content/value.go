package content

import (
	"fmt"
	"iter"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/glyph"
	"dossier/generator/limits"
)

// value is what a key has, or one entry of that. Each way to read it reports what is written in
// another, and then gives what it gives for a key that is absent.
type value struct {
	frontmatter.Value
	key     string // as messages call it
	written bool   // it says something; so does any entry that is not empty
	faults  *diag.List
}

// entry is one of the values that a value is made of.
func (v value) entry(key string, x frontmatter.Value) value { return value{x, key, true, v.faults} }

// empty reports an entry of a list, or the words in one language, if they say nothing.
func (v value) empty() bool {
	if !v.IsEmpty() || v.Raw != "" && v.Scalar == nil {
		return false
	}
	v.faults.Add(v.Pos, diag.EmptyValue, "%q has an entry without a value%s; write one, or delete the entry", v.key, v.Unseen())
	return true
}

// text reads a scalar that must be text. It is a copy: otherwise the part that is
// kept would keep the whole file in memory.
func (v value) text() string {
	if v.Cut != "" && v.Scalar != nil {
		v.faults.Add(v.Pos, diag.WrongType, "%s", frontmatter.CommentCuts(v.Cut))
		return ""
	}
	s := strings.Clone(v.scalar())
	if turned := glyph.Turned(s); len(turned) > 0 {
		v.faults.Add(v.Pos, diag.NotUnderstood, "in %q %s", v.key, glyph.TurnFault(s, turned[0]))
		if sign, ends := glyph.StrayEnd(s[turned[0]:]); ends && strings.Index(s, sign) == turned[0] {
			v.faults.Mend(sign, "", true)
		}
		s = glyph.WithoutStrays(s, turned)
	}
	return s
}

// code is text for a value that has no # in it, so that a comment may follow it.
func (v value) code() string { return strings.Clone(v.word()) }

// word is code for a value that is not kept. Curly quotation marks around it are
// reported: they are no part of any id, and those of YAML are straight.
func (v value) word() string {
	s := v.scalar()
	if bare := frontmatter.Uncurled(s); bare != s {
		v.faults.Add(v.Pos, diag.WrongType, "YAML takes curly quotation marks for part of the value; did you mean %q?", bare)
		if frontmatter.IsPlain(bare) {
			v.faults.Mend(s, bare, true)
		}
		return ""
	}
	return s
}

// scalar is text for a value that is not kept.
func (v value) scalar() string {
	s, ok := v.Scalar.(string)
	switch {
	case !v.written:
	case ok && len(s) > limits.MaxNameBytes && v.key != fingerprintKey && tooLong(v.key, len(s)) != "":
		v.faults.Add(v.Pos, diag.TooLarge, "%s", tooLong(v.key, len(s)))
	case ok:
		return strings.TrimSpace(s)
	case v.Scalar == nil && v.Cut != "":
		v.faults.Add(v.Pos, diag.WrongType, "%s", frontmatter.CommentCuts(v.Cut))
	case v.IsList:
		v.faults.Add(v.Pos, diag.WrongType, "%q takes one value, not a list", v.key)
	case v.IsMap:
		v.faults.Add(v.Pos, diag.WrongType, "%q takes one value, not keys with values; put it in quotes if it is text with a colon", v.key)
	default:
		v.faults.Add(v.Pos, diag.WrongType, "YAML reads %s as %s; put it in quotes: %q", v.Raw, frontmatter.Reads(v.Scalar), v.Raw)
	}
	return ""
}

// tooLong says that the text of a key, of so many bytes, is not read, or "".
func tooLong(key string, size int) string {
	field, _, _ := strings.Cut(key, ".") // name.en
	switch isName := field == "name" || field == "inverse" || field == "group" || field == "inverse_group" || field == "role"; {
	case size > limits.MaxValueBytes && !isName:
		return fmt.Sprintf("%q has %d bytes; at most %d are read: move a long text into the prose", key, size, limits.MaxValueBytes)
	case size > limits.MaxNameBytes && isName:
		return fmt.Sprintf("%q has %d bytes; at most %d are read: shorten it", key, size, limits.MaxNameBytes)
	}
	return ""
}

// list gives the entries of a list.
func (v value) list() []frontmatter.Value {
	if v.written && !v.IsList {
		v.notAList()
	}
	return v.List
}

// entries are those of a list that say something; the others are reported.
func (v value) entries() iter.Seq[value] {
	return func(yield func(value) bool) {
		for _, x := range v.list() {
			if x := v.entry(v.key, x); !x.empty() && !yield(x) {
				return
			}
		}
	}
}

func (v value) notAList() {
	example := "[…]"
	if strings.HasPrefix(v.Raw, "-") {
		v.faults.Add(v.Pos, diag.WrongType, "%q takes a list; begin each of its lines with a dash and a space", v.key)
		return
	}
	if v.Raw != "" {
		example = "[" + v.Raw + "]"
	}
	v.faults.Add(v.Pos, diag.WrongType, "%q takes a list; write %s: %s", v.key, v.key, example)
}
