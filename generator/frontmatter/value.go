package frontmatter

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dossier/generator/glyph"
)

// IsEmpty reports whether a value says nothing. An empty list does: it says "none".
func (v Value) IsEmpty() bool {
	if v.IsList || v.IsMap || v.Cut != "" {
		return false
	}
	s, isText := v.Scalar.(string)
	return v.Scalar == nil || isText && (strings.TrimSpace(s) == "" || glyph.Unseen(s))
}

// Unseen is what a message about an empty value adds if the value has characters that
// nobody can see.
func (v Value) Unseen() string {
	if s, _ := v.Scalar.(string); strings.TrimSpace(s) != "" {
		return " that can be seen"
	}
	return ""
}

// Uncurled is a text without the curly quotation marks around it.
func Uncurled(s string) string {
	if s == "" || s[len(s)-1] < utf8.RuneSelf {
		return s
	}
	return strings.Trim(s, "“”„‟«»‘’‚")
}

// Reads says how YAML 1.1 reads a plain scalar.
func Reads(scalar any) string {
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
