package obsidian

import (
	"regexp"
	"strings"

	"dossier/generator/importer/marked"
	"dossier/generator/importer/origin"
)

// maxEmbedded is how much of another note a note shows; of a longer one there is a
// link, as it would hide the text that it stands in.
const maxEmbedded = 20_000

var (
	embed     = regexp.MustCompile(`(?m)^!\[\[([^\[\]\n|]+)(?:\|[^\[\]\n]*)?\]\][ \t]*$`)
	anyLevel  = regexp.MustCompile(`^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*$`)
	hereLink  = regexp.MustCompile(`\[\[#([^\[\]\n]+)\]\]`)
	footnote  = regexp.MustCompile(`\[\^([^\]\s]+)\]`)
	queryCode = regexp.MustCompile("(?m)^[ \t]*(```+|~~~+)[ \t]*(dataview|dataviewjs|query|tasks|base|tracker|kanban|button|ad-[a-z]+)[ \t]*\n(?s:.*?)\n[ \t]*(?:```+|~~~+)[ \t]*$")
)

// embeds writes the notes that stand in a body, ![[note]] on a line of its own, as
// quotations under a link to them. What they embed themselves becomes links.
func (r *reader) embeds(d *origin.Doc, body string) string {
	return embed.ReplaceAllStringFunc(body, func(s string) string {
		target := strings.TrimSpace(embed.FindStringSubmatch(s)[1])
		note, part, _ := strings.Cut(target, "#")
		of := r.find(d, note)
		if of == nil || picture.MatchString(note) || of == d && part == "" {
			return s
		}
		words := strings.TrimSpace(partOf(of.Body, part))
		if first, rest, _ := strings.Cut(words, "\n"); anyLevel.MatchString(first) && sameWords(strings.TrimLeft(first, " #"), of.Title) {
			words = strings.TrimSpace(rest) // the link says it
		}
		if words == "" || len(words) > maxEmbedded {
			return s
		}
		d.Notes.Turn("![[note]], to a quotation")
		words = hereLink.ReplaceAllString(words, "[["+strings.ReplaceAll(note, "$", "$$")+"#$1]]")
		words = footnote.ReplaceAllString(words, "[^"+strings.ReplaceAll(strings.Join(strings.Fields(note), "-"), "$", "$$")+"-$1]")
		words = embed.ReplaceAllStringFunc(words, func(s string) string {
			if picture.MatchString(embed.FindStringSubmatch(s)[1]) {
				return s
			}
			return strings.TrimPrefix(s, "!")
		})
		lines := strings.Split("[["+strings.TrimSuffix(strings.TrimSuffix(target, part), "#")+"|"+of.Title+"]]\n\n"+words, "\n")
		for i, line := range lines {
			if m := anyLevel.FindStringSubmatch(line); m != nil { // a heading there is none of this text
				line = "**" + strings.ReplaceAll(m[2], "**", "") + "**"
			}
			lines[i] = strings.TrimRight("> "+line, " ")
		}
		return "\n" + strings.Join(lines, "\n") + "\n"
	})
}

// partOf is what a link into a note means: all of it, a heading with what stands
// below it, or a block with an id.
func partOf(body, part string) string {
	part = part[strings.LastIndexByte(part, '#')+1:] // of headings inside each other the last
	if part == "" {
		return body
	}
	lines := strings.Split(body, "\n")
	id, isBlock := strings.CutPrefix(part, "^")
	for i, line := range lines {
		if isBlock {
			rest, found := strings.CutSuffix(strings.TrimRight(line, " \t"), "^"+id)
			if !found {
				continue
			}
			from := i
			for strings.TrimSpace(rest) == "" && from > 0 && strings.TrimSpace(lines[from-1]) == "" { // behind a block of more lines
				from--
			}
			for from > 0 && strings.TrimSpace(lines[from-1]) != "" && !listStart.MatchString(lines[from]) {
				from--
			}
			return strings.Join(append(lines[from:i:i], rest), "\n")
		}
		m := anyLevel.FindStringSubmatch(line)
		if m == nil || !sameWords(m[2], part) {
			continue
		}
		to := i + 1
		for ; to < len(lines); to++ {
			if next := anyLevel.FindStringSubmatch(lines[to]); next != nil && len(next[1]) <= len(m[1]) {
				break
			}
		}
		return strings.Join(lines[i:to], "\n")
	}
	return ""
}

var listStart = regexp.MustCompile(`^[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]`)

func sameWords(a, b string) bool {
	bare := func(s string) string {
		return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t#^|:%*_`[]\\", r) }), " "))
	}
	return bare(a) == bare(b)
}

// queries hides the blocks that plugins execute: their code says nothing to readers.
func queries(body string, t func(string) string) string {
	return queryCode.ReplaceAllStringFunc(body, t)
}

// breaks makes each end of a line in a paragraph one that is seen, as Obsidian shows
// it unless its setting says otherwise.
func (r *reader) breaks(t *marked.Text) {
	if r.strict {
		return
	}
	lines := strings.Split(t.S, "\n")
	for i := 0; i+1 < len(lines); i++ {
		a, b := lines[i], lines[i+1]
		quoteA, quoteB := quoted.FindString(a), quoted.FindString(b)
		restA, restB := a[len(quoteA):], b[len(quoteB):]
		if strings.Count(quoteA, ">") != strings.Count(quoteB, ">") || strings.HasSuffix(a, "  ") || strings.HasSuffix(a, `\`) ||
			!r.isWords(t, listStart.ReplaceAllString(restA, "")) || strings.HasPrefix(restA, "[!") || listStart.MatchString(restB) || !r.isWords(t, restB) {
			continue
		}
		lines[i] = strings.TrimRight(a, " \t") + `\`
	}
	t.S = strings.Join(lines, "\n")
}

var (
	quoted   = regexp.MustCompile(`^(?:[ \t]*>)*[ \t]?`)
	noWords  = regexp.MustCompile(`^[ \t]*(?:#{1,6}[ \t]|\||[-*_=]{3,}[ \t]*$|\[[^\]]+\]:|<|\$\$|=+[ \t]*$)`)
	ofTables = regexp.MustCompile(`^[ \t]*\|?[ \t:]*-{2,}[ \t:|-]*$|[^\\]\|`)
)

// isWords reports a line of a paragraph.
func (r *reader) isWords(t *marked.Text, line string) bool {
	if strings.TrimSpace(line) == "" || noWords.MatchString(line) || ofTables.MatchString(line) {
		return false
	}
	first := t.Whole(string([]rune(strings.TrimSpace(line))[0]))
	return !strings.HasPrefix(first, "<!--") && !strings.Contains(first, "\n") && !strings.HasPrefix(first, "```") && !strings.HasPrefix(first, "~~~")
}
