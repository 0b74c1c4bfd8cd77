package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/prose"
)

// previous is the token before t, when only white space parts them.
func previous(b *prose.Body, t token) (token, bool) {
	run, end := t.run, t.start
	for {
		r := b.Runs[run]
		if n := len(strings.TrimRightFunc(b.HTML[r.Start:end], isBlank)); n > 0 {
			end = int(r.Start) + n
			break
		}
		if !r.Joined || run == 0 {
			return token{}, false
		}
		run--
		end = int(b.Runs[run].End)
	}
	// A word is found again from its beginning, as the walk forward finds it.
	begin := int(b.Runs[run].Start)
	start := end
	for start > begin {
		if c := b.HTML[start-1]; c < utf8.RuneSelf && ascii[c] == letter {
			start--
			continue
		}
		c, n := utf8.DecodeLastRuneInString(b.HTML[begin:start])
		if start < end && !isWord(c) && !isHidden(c) || isSolid(c) && start < end {
			break
		}
		start -= n
		if !isWord(c) && !isHidden(c) || isSolid(c) {
			break
		}
	}
	if b.HTML[end-1] == ';' {
		if i := strings.LastIndexByte(b.HTML[max(begin, end-8):end], '&'); i >= 0 {
			start = max(begin, end-8) + i
		}
	}
	c, _ := utf8.DecodeRuneInString(b.HTML[start:])
	out := token{start: start, end: end, run: run, joined: true, word: isWord(c)}
	out.spaced = start == begin && run > 0 && int(b.Runs[run-1].End) < start
	if start > begin {
		before, _ := utf8.DecodeLastRuneInString(b.HTML[:start])
		out.spaced = unicode.IsSpace(before)
	}
	return out, true
}

// starts reports whether a sentence begins at t.
func (s *surroundings) starts(t token) bool {
	prev, ok := previous(s.b, t)
	if !ok {
		return startsBlock(s.b.HTML[:s.b.Runs[t.run].Start])
	}
	switch w := s.word(prev); w {
	case "!", "?", "…", "։", "“", "«", "„", "‘", "(", "[", "&quot;", "—", "•":
		return true
	case ".":
		abbr, ok := previous(s.b, prev)
		return !ok || !abbr.word || utf8.RuneCountInString(s.word(abbr)) > 1 && !s.idiom.isShort(s.word(abbr))
	}
	return false
}

// begins reports whether a noun would have a capital, too, at t: where a sentence
// or a longer quotation begins. A quotation of nothing but the words up to last is
// a title: партия «Яблоко».
func (s *surroundings) begins(t, last token) bool {
	opening := ""
	if prev, ok := previous(s.b, t); ok {
		opening = s.word(prev)
	} else {
		before := visible(s.b.HTML[:s.b.Runs[t.run].Start])
		r, n := utf8.DecodeLastRuneInString(before)
		opening = before[len(before)-n:]
		if n == 0 || !isQuote(r) {
			return s.starts(t)
		}
	}
	if opening != "“" && opening != "«" && opening != "„" {
		return s.starts(t)
	}
	html := s.b.HTML[last.end:]
	for strings.HasPrefix(html, "</") {
		_, html, _ = strings.Cut(html, ">")
	}
	shut, _ := utf8.DecodeRuneInString(html)
	return !strings.ContainsRune("»”“", shut) && s.starts(t)
}

// visible is some HTML less the inline markup that it ends with.
func visible(html string) string {
	for {
		html = strings.TrimRightFunc(html, unicode.IsSpace)
		open := strings.LastIndexByte(html, '<')
		if open < 0 || html[len(html)-1] != '>' || !isInline(html[open:]) {
			return html
		}
		html = html[:open]
	}
}

// isInline reports a tag that begins or ends no block.
func isInline(tag string) bool {
	name := strings.TrimLeft(tag[1:len(tag)-1], "/")
	if i := strings.IndexByte(name, ' '); i >= 0 {
		name = name[:i]
	}
	return slices.Contains([]string{"a", "em", "strong", "del", "code", "img", "sup"}, name)
}

// startsBlock reports whether the HTML so far ends with a block's beginning or
// the end of a sentence, whatever inline markup there is.
func startsBlock(html string) bool {
	html = visible(html)
	if html == "" || html[len(html)-1] == '>' {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(html)
	return strings.ContainsRune(".!?…“«։", last)
}
