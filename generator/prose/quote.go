package prose

import (
	"bytes"
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quote is the sentence around some words of a body, as HTML text without
// tags. Before and After begin or end with dots where the sentence was cut.
type Quote struct{ Before, Words, After string }

// quoteReach is how many bytes of a sentence a quote shows on either side of
// its words; longer sentences are cut between words.
const quoteReach = 160

// quoteContext is how many bytes of a text on either side are looked at: more
// than a quote shows, to see where a sentence ends.
const quoteContext = 3 * quoteReach

// Quote gives the sentence around the words between two offsets of the HTML.
// When the offsets are equal they lie inside the tag of an editor's link, and
// the words are the link's. Labels are names for the links that have no words,
// in their order; dots stand for what is left out.
func (b Body) Quote(start, end int, labels []Insert, dots string) Quote {
	q := b.sentence(start, end, labels, quoteContext)
	before, after := cutStart(q.Before, quoteReach), cutEnd(q.After, quoteReach)
	if q.Before == before && q.After == after {
		return q // as most sentences
	}
	shut, open := Halves(before + q.Words + after)
	if q.Before != before {
		before = open + dots + before
	}
	if q.After != after {
		after += dots + shut
	}
	return Quote{before, q.Words, after}
}

// Sentence is Quote, and cuts nothing.
func (b Body) Sentence(start, end int, labels []Insert) Quote {
	return b.sentence(start, end, labels, len(b.HTML))
}

// sentence is the sentence around some words, of which it looks at so many bytes on
// either side.
func (b Body) sentence(start, end int, labels []Insert, context int) Quote {
	html := b.HTML
	if start == end {
		if open := strings.IndexByte(html[start:], '>'); open >= 0 {
			start += open + 1
			end = start + max(0, strings.Index(html[start:], "</a>"))
		}
	}
	before, labels := labelled(html, b.blockStart(start), start, start, labels)
	words, labels := labelled(html, start, end, end+1, labels)
	if len(before) > context && strings.IndexByte(before, '<') < 0 {
		before = before[len(before)-context:]
	}
	before = sentenceStart(untag(before, len(before)))
	blockEnd := end + blockEnd(html[end:])
	after, _ := labelled(html, end, blockEnd, blockEnd, labels)
	q := Quote{Words: untag(words, len(words))}
	known := before + q.Words
	q.Before, q.After = before, sentenceEnd(known+untag(after, context), len(known))
	return q
}

// Whole reports whether the quote reads as a sentence: an item of a list, a cell
// of a table or a heading may have a name and little else, and so may a sentence.
func (q Quote) Whole() bool {
	says := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if !strings.ContainsFunc(q.Before, says) && !strings.ContainsFunc(q.After, says) {
		return false
	}
	begin, end := strings.TrimLeft(strings.TrimPrefix(q.Before, "&quot;"), beforeStart), trimMarks(q.After)
	if begin == "" || end == "" { // else the words need not be looked at
		text := q.Before + q.Words + q.After
		begin, end = strings.TrimLeft(strings.TrimPrefix(text, "&quot;"), beforeStart), trimMarks(text)
	}
	first, _ := utf8.DecodeRuneInString(begin)
	last, _ := utf8.DecodeLastRuneInString(end)
	return !unicode.IsLower(first) && (isEnd(last) || strings.ContainsRune(":;：", last) && q.After != "")
}

// leastTold is how many letters and other signs a sentence has that says something of
// its subject. A sign of Chinese, Japanese or Korean counts as two.
const leastTold = 72

// Tells reports whether the sentence stands better for the text that it is of than the text's
// summary: a short one, or one that leads to a list, does not when the summary says more.
func (q Quote) Tells(summary string) bool {
	if summary == "" {
		return true
	}
	least := signs(leastTold, summary)
	if signs(least, q.Before, q.Words, q.After) < least {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(trimMarks(q.Before + q.Words + q.After))
	return !strings.ContainsRune(":：", last)
}

// signs is how much texts say, as far as that asks for: no more than enough.
func signs(enough int, texts ...string) (n int) {
	const wide = 0x1100 // the first of the scripts that count twice
	for _, text := range texts {
		for _, r := range text {
			if n++; r >= wide && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
				n++
			}
			if n >= enough {
				return enough
			}
		}
	}
	return n
}

// labelled is a part of some HTML with the labels that lie in it, before an
// offset, and gives those that come later.
func labelled(html string, from, to, before int, labels []Insert) (string, []Insert) {
	for len(labels) > 0 && labels[0].At < from {
		labels = labels[1:]
	}
	if len(labels) == 0 || labels[0].At >= before {
		return html[from:to], labels
	}
	var out strings.Builder
	for ; len(labels) > 0 && labels[0].At < before; labels = labels[1:] {
		out.WriteString(html[from:labels[0].At])
		out.WriteString(labels[0].Text)
		from = labels[0].At
	}
	out.WriteString(html[from:to])
	return out.String(), labels
}

// partEnds mark where cells and list items end, for AppendPlain.
var partEnds = strings.NewReplacer("</td>", " · ", "</th>", " · ", "</li>", " · ")

// AppendPlain appends the words of a block as plain text, without white space around them. Cells
// of a table and items of a list, which only their places part, are parted by dots.
// Labels are the names, as HTML, of the body's links without words, by offset.
func (b *Body) AppendPlain(to []byte, block int, labels []Insert) []byte {
	x, start := b.Blocks[block], len(to)
	first, _ := slices.BinarySearchFunc(labels, int(x.Start), func(i Insert, at int) int { return cmp.Compare(i.At, at) })
	part, _ := b.fill(int(x.Start), int(x.End), labels[first:])
	parts := strings.Contains(part, "</t") || strings.Contains(part, "</li>")
	if parts {
		part = partEnds.Replace(part)
	}
	to = appendUntagged(to, part, len(part))
	words := bytes.TrimSpace(to[start:])
	if parts {
		fields := slices.CompactFunc(bytes.Fields(words), func(a, b []byte) bool { return string(a) == "·" && string(b) == "·" })
		words = bytes.Trim(bytes.Join(fields, []byte(" ")), "· ")
	}
	if bytes.IndexByte(words, '&') >= 0 {
		words = []byte(html.UnescapeString(string(words)))
	}
	return append(to[:start], words...)
}

// blockStart is where the innermost block around an offset begins.
func (b Body) blockStart(at int) int {
	top, _ := slices.BinarySearchFunc(b.Blocks, at, func(x Block, at int) int { return cmp.Compare(int(x.Start), at) })
	for from := at; from > 0; top-- { // a top-level block begins with its tag, so once is enough
		to := from
		from = 0
		if top > 0 {
			from = int(b.Blocks[top-1].Start)
		}
		if open := lastBlock(b.HTML[from:to]); open >= 0 {
			open += from
			return min(at, open+strings.IndexByte(b.HTML[open:], '>')+1) // no later, even inside the tag
		}
	}
	return 0
}

// lastBlock is where the last tag of a block begins in html; -1 when there is
// none.
func lastBlock(html string) int {
	last := -1
	for i := 0; ; i++ {
		open := strings.IndexByte(html[i:], '<')
		if open < 0 {
			return last
		}
		if i += open; isBlock(html[i+1:]) {
			last = i
		}
	}
}

// blockEnd is where the block at the beginning of html ends.
func blockEnd(html string) int {
	for i := 0; ; {
		open := strings.IndexByte(html[i:], '<')
		if open < 0 {
			return len(html)
		}
		if i += open + 1; isBlock(html[i:]) {
			return i - 1
		}
	}
}

// isBlock reports whether a tag, given from after its "<", is of an element
// that ends a sentence.
func isBlock(tag string) bool {
	tag = strings.TrimPrefix(tag, "/")
	n := 0
	for n < len(tag) && 'a' <= tag[n] && tag[n] <= 'z' {
		n++
	}
	switch tag[:n] {
	case "p", "li", "td", "th", "h", "div", "pre", "ul", "ol", "table", "blockquote", "hr", "tr":
		return true
	}
	return false
}

// untag drops tags and folds white space; footnote marks go with their tags.
// It may leave out what follows the first so many bytes of the text.
func untag(html string, enough int) string {
	if strings.IndexByte(html, '<') < 0 {
		return strings.ReplaceAll(html[:min(len(html), enough)], "\n", " ")
	}
	var room [512]byte
	return string(appendUntagged(room[:0], html, enough))
}

// appendUntagged is untag, but that it appends.
func appendUntagged(to []byte, html string, enough int) []byte {
	enough += len(to)
	for html != "" && len(to) < enough {
		open := strings.IndexByte(html, '<')
		if open < 0 {
			open = len(html)
		}
		for line := html[:open]; line != ""; {
			text, rest, wrapped := strings.Cut(line, "\n")
			to = append(to, text...)
			if wrapped {
				to = append(to, ' ')
			}
			line = rest
		}
		html = html[open:]
		if strings.HasPrefix(html, "<sup") {
			if end := strings.Index(html, "</sup>"); end >= 0 {
				html = html[end:]
			}
		}
		shut := strings.IndexByte(html, '>')
		if shut < 0 {
			break
		}
		html = html[shut+1:]
	}
	return to
}
