package importer

import (
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"dossier/generator/glyph"
	"dossier/generator/importer/marked"
	"dossier/generator/importer/origin"
)

var (
	brackets  = regexp.MustCompile(`\[\[[^\[\]\n]+(?:\n[^\[\]\n]+)?\]\]`)
	noteRef   = regexp.MustCompile(`\[\^([^\]\s]+)\](:?)`)
	noteDef   = regexp.MustCompile(`(?m)^ {0,3}\[\^([^\]\s]+)\]:`)
	autolink  = regexp.MustCompile(`<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>`)
	charRef   = regexp.MustCompile(`&#(?:[0-9]{1,8}|[xX][0-9A-Fa-f]{1,7});`)
	conflict  = regexp.MustCompile(`(?m)^<{7} `)
	unclosed  = regexp.MustCompile(`<!--`)
	toHashtag = regexp.MustCompile(`(^|[\s(])#([\pL\pN_][\pL\pN_/-]*)`)
)

// escape keeps what Dossier would take for markup of its own, which the text's
// program does not have or has not understood, as the signs that readers saw.
func escape(t *text) {
	s := t.body.S
	s = escapeBrackets(s)
	defined := map[string]bool{}
	for _, m := range noteDef.FindAllStringSubmatch(s, -1) {
		defined[strings.ToLower(m[1])] = true
	}
	s = noteRef.ReplaceAllStringFunc(s, func(m string) string {
		if label := noteRef.FindStringSubmatch(m)[1]; defined[strings.ToLower(label)] {
			return m
		}
		t.Notes.Mind("a footnote that is not defined: %s", m)
		return `\` + m
	})
	s = autolink.ReplaceAllStringFunc(s, func(m string) string {
		if onWeb(strings.Trim(m, "<>")) {
			return m
		}
		t.Notes.Turn("address that is no link")
		return t.body.Keep(marked.CodeSpan(strings.Trim(m, "<>")))
	})
	s = charRef.ReplaceAllStringFunc(s, func(m string) string {
		r, _ := utf8.DecodeRuneInString(marked.Unescape(m))
		if n := strings.Trim(m, "&#xX0;"); n != "" && r != utf8.RuneError && glyph.Forbidden(r) == "" {
			return m
		}
		t.Notes.Drop("a reference to no character: %s", m)
		return ""
	})
	if conflict.MatchString(s) {
		t.Notes.Mind("the text holds two versions that git could not join")
	}
	t.body.S = unclosed.ReplaceAllString(s, `\<!--`)
	t.body.WidenTables()
}

// escapeBrackets keeps [[words]] from being links; [[words]](address) is one of
// Markdown.
func escapeBrackets(s string) string {
	var b strings.Builder
	from := 0
	for _, m := range brackets.FindAllStringIndex(s, -1) {
		if m[1] < len(s) && s[m[1]] == '(' || m[0] > 0 && s[m[0]-1] == '\\' {
			continue
		}
		if words := s[m[0]+2 : m[1]-2]; marked.Defines(s, words) { // a link in brackets
			b.WriteString(s[from:m[0]] + `\[[` + words + `]\]`)
			from = m[1]
			continue
		}
		b.WriteString(s[from:m[0]] + `\[\[`)
		from = m[0] + 2
	}
	return b.String() + s[from:]
}

// hashtags of a vault become links to the entries that they are.
func (d *dossier) hashtags(t *text) {
	if d.Program != "obsidian" {
		return
	}
	t.body.S = toHashtag.ReplaceAllStringFunc(t.body.S, func(s string) string {
		m := toHashtag.FindStringSubmatch(s)
		p, ok := d.tagIDs[origin.Tag{Kind: "tags", Term: folded(strings.TrimRight(m[2], "/"))}]
		if !ok {
			return s
		}
		t.Notes.Turn("#tag, to a link")
		return m[1] + "[[" + path.Join(p.kind, p.id) + "|#" + m[2] + "]]"
	})
}
