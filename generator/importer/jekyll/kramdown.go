package jekyll

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/importer/marked"
	"dossier/generator/importer/origin"
)

var (
	blockList = regexp.MustCompile(`^[ \t>]*\{:([^}\n:][^}\n]*|)\}[ \t]*$`)
	spanList  = regexp.MustCompile(`([)\]*_>]|[\x{F0000}-\x{10FFFD}])\{:([^{}=]{0,200}(?:=(?:"[^"\n]*"|'[^'\n]*')[^{}=]{0,200})*)\}`)
	options   = regexp.MustCompile(`\{::(?:options|nomarkdown)[^}]*/?\}|\{:/(?:nomarkdown|options)?\}`)
	hidden    = regexp.MustCompile(`(?s)\{::comment\}.*?\{:/(?:comment)?\}`)
	heading   = regexp.MustCompile(`^ {0,3}#{1,6}[ \t]|^ {0,3}(?:=+|-+)[ \t]*$`)
	listID    = regexp.MustCompile(`#([\pL\pN_:-]+)`)
	tocItem   = regexp.MustCompile(`^[ \t]*(?:[-*+]|1\.)[ \t]+\S.*$`)
	ending    = regexp.MustCompile(`(?m)^\^[ \t]*$`)
	abbr      = regexp.MustCompile(`(?m)^\*\[([^\]\n]+)\]:[ \t]*(.*)$`)
)

// kramdown turns what kramdown has beyond Dossier's Markdown: attribute lists, of
// which only the ids of headings are kept, the mark for a list of contents,
// comments, options and abbreviations.
func kramdown(t *marked.Text, n *origin.Notes) {
	t.S = hidden.ReplaceAllStringFunc(t.S, func(s string) string {
		n.Hide(t.Whole(s))
		return t.Hide(s)
	})
	t.S = options.ReplaceAllStringFunc(t.S, func(s string) string { n.Drop("%s", s); return "" })
	t.S = ending.ReplaceAllString(t.S, "")
	attributes(t, n)
	t.S = spanList.ReplaceAllStringFunc(t.S, func(s string) string {
		m := spanList.FindStringSubmatch(s)
		n.Drop("{:%s}", m[2])
		return m[1]
	})
	abbreviations(t, n)
}

// attributes takes the lines that are attribute lists.
func attributes(t *marked.Text, n *origin.Notes) {
	if !strings.Contains(t.S, "{:") {
		return
	}
	var out []string
	for _, line := range strings.Split(t.S, "\n") {
		m := blockList.FindStringSubmatch(line)
		if m == nil {
			out = append(out, line)
			continue
		}
		last := len(out) - 1
		switch id := listID.FindStringSubmatch(m[1]); {
		case strings.TrimSpace(m[1]) == "toc" || strings.HasPrefix(strings.TrimSpace(m[1]), "toc "):
			if last >= 0 && tocItem.MatchString(out[last]) {
				n.Drop("a list of contents, which Dossier makes by itself: %s", out[last])
				out = out[:last]
			}
			continue
		case id != nil && last >= 0 && heading.MatchString(out[last]):
			at := last
			if !strings.HasPrefix(strings.TrimSpace(out[at]), "#") && at > 0 { // it is underlined
				at--
			}
			out[at] = strings.TrimRight(out[at], " \t") + " {#" + id[1] + "}"
			n.Turn("{: #id} of a heading")
			continue
		}
		n.Drop("{:%s}", m[1])
	}
	t.S = strings.Join(out, "\n")
}

// abbreviations marks each word that is explained at the end of the text.
func abbreviations(t *marked.Text, n *origin.Notes) {
	all := abbr.FindAllStringSubmatch(t.S, -1)
	if all == nil {
		return
	}
	t.S = abbr.ReplaceAllString(t.S, "")
	sort.SliceStable(all, func(i, j int) bool { return len(all[i][1]) > len(all[j][1]) })
	for _, m := range all {
		n.Turn("*[abbreviation]")
		at := wordAt(t.S, m[1])
		if at < 0 {
			n.Drop("an abbreviation that the text does not use: %s, %s", m[1], m[2])
			continue
		}
		// Only the first: as in print, the reader is told once.
		title := strings.NewReplacer(`"`, "&quot;", "<", "&lt;").Replace(strings.TrimSpace(m[2]))
		t.S = t.S[:at] + t.Keep(`<abbr title="`+title+`">`+m[1]+`</abbr>`) + t.S[at+len(m[1]):]
	}
}

// wordAt is where a word stands by itself in a text, or -1.
func wordAt(s, word string) int {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for from := 0; ; {
		at := strings.Index(s[from:], word)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(word):])
		if !letter(before) && !letter(after) {
			return at
		}
		from = at + len(word)
	}
}
