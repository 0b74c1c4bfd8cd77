package link

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// matcher finds names in prose in one pass, whatever their number: a trie
// over words.
type matcher struct{ root *node }

type node struct {
	next   map[string]*node
	owners []model.Key // entities that have the name ending here
}

// newMatcher makes the matcher of an edition from the names, aliases and
// listed forms that entities have in its language, or in the default language
// when they have none.
func newMatcher(c *model.Corpus, lang string) *matcher {
	m := &matcher{root: &node{}}
	fallback := c.Settings.Default()
	for _, e := range c.Entities {
		m.add(e.Name(lang, fallback), e.Key)
		for _, list := range []map[string][]string{e.Aliases, e.Forms} {
			names, ok := list[lang]
			if !ok && lang != fallback && len(e.Names[lang]) == 0 {
				names = list[fallback]
			}
			for _, name := range names {
				m.add(name, e.Key)
			}
		}
	}
	return m
}

func (m *matcher) add(name string, owner model.Key) {
	n := m.root
	escaped := escape(name)
	for w := range words(escaped) {
		key := fold(escaped[w.start:w.end])
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[key] == nil {
			n.next[key] = &node{}
		}
		n = n.next[key]
	}
	if n != m.root && !slices.Contains(n.owners, owner) {
		n.owners = append(n.owners, owner)
	}
}

// escape writes a name as bodies have it.
func escape(name string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(name)
}

// span is a word: a run of letters, digits and marks, or one other character
// that is not white space. Offsets are in bytes.
type span struct{ start, end int }

// words yields the words of HTML text.
func words(s string) func(yield func(span) bool) {
	return func(yield func(span) bool) {
		for i := 0; i < len(s); {
			r, n := utf8.DecodeRuneInString(s[i:])
			start := i
			i += n
			if isWord(r) {
				for i < len(s) {
					r, n := utf8.DecodeRuneInString(s[i:])
					if !isWord(r) {
						break
					}
					i += n
				}
			} else if unicode.IsSpace(r) {
				continue
			}
			if !yield(span{start, i}) {
				return
			}
		}
	}
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// fold makes spellings equal that a reader takes for the same: the typewriter
// apostrophe and hyphens of different kinds.
func fold(word string) string {
	switch word {
	case "'", "‘":
		return "’"
	case "‑", "‐":
		return "-"
	}
	return strings.ReplaceAll(word, "\u00ad", "")
}

// token is a word of a body, with the run it begins in.
type token struct {
	span
	run    int
	joined bool // only white space parts it from the token before it
}

func tokens(b *model.Body) []token {
	var out []token
	for i, run := range b.Runs {
		first := true
		for w := range words(b.HTML[run.Start:run.End]) {
			w.start, w.end = w.start+run.Start, w.end+run.Start
			out = append(out, token{span: w, run: i, joined: !first || run.Joined})
			first = false
		}
	}
	return out
}

// find gives the longest name that begins at token i: how many tokens it has
// and who has it.
func (m *matcher) find(b *model.Body, toks []token, i int) (length int, owners []model.Key) {
	n := m.root
	for j := i; j < len(toks) && (j == i || toks[j].joined); j++ {
		n = n.next[fold(b.HTML[toks[j].start:toks[j].end])]
		if n == nil {
			break
		}
		if len(n.owners) > 0 {
			length, owners = j-i+1, n.owners
		}
	}
	return length, owners
}

// mentions links the first place where a text names each entity that no
// editor's link of that text leads to.
func (r *resolver) mentions(d *model.Doc, t *model.Text, links []model.Anchor) []model.Anchor {
	m := r.matchers[t.Lang]
	seen := map[model.Key]bool{d.Key: true}
	for _, a := range links {
		if a.URL == "" && a.File == "" && !seen[a.Target] {
			seen[a.Target] = true
			r.mention(a.Target, model.Mention{In: d, Text: t, Start: a.Start, End: a.End, Pos: a.Pos})
		}
	}
	var anchors []model.Anchor
	toks := tokens(&t.Body)
	for i := 0; i < len(toks); {
		length, owners := m.find(&t.Body, toks, i)
		if length == 0 {
			i++
			continue
		}
		start, end := toks[i].start, toks[i+length-1].end
		switch {
		case len(owners) > 1:
			r.ambiguous(t, toks[i], end, owners)
		case !seen[owners[0]]:
			seen[owners[0]] = true
			anchors = append(anchors, model.Anchor{Target: owners[0], Mention: true, Start: start, End: end, Label: -1, Pos: position(t, toks[i])})
			r.mention(owners[0], model.Mention{In: d, Text: t, Start: start, End: end, Pos: position(t, toks[i])})
		}
		i += length
	}
	return anchors
}

func (r *resolver) mention(key model.Key, m model.Mention) {
	b := r.backlinksOf(key)
	b.Mentions = append(b.Mentions, m)
}

// ambiguous reports a name with two owners, once an edition.
func (r *resolver) ambiguous(t *model.Text, first token, end int, owners []model.Key) {
	name := html.UnescapeString(t.Body.HTML[first.start:end])
	if id := t.Lang + " " + name; r.reported[id] {
		return
	} else {
		r.reported[id] = true
	}
	r.faults.Add(position(t, first), diag.AmbiguousName, "%q may be %s or %s, so it links to neither; write [[%s|%s]] or [[%s|%s]]",
		name, owners[0], owners[1], owners[0], name, owners[1], name)
}

// position is the address of a token. Within a run it counts the characters
// shown, which differ from those written only by escapes and typography.
func position(t *model.Text, tok token) diag.Pos {
	run := t.Body.Runs[tok.run]
	pos := run.Pos
	pos.Col += utf8.RuneCountInString(html.UnescapeString(t.Body.HTML[run.Start:tok.start]))
	return pos
}
