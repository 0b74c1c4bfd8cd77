package link

import (
	"html"
	"unicode/utf8"

	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
)

// hit is a word of a text with which a name may begin.
type hit struct {
	token
	entry *entry
}

// hits walks over a text once. It also teaches the matcher which names are
// common words in this dossier's prose.
func (m *matcher) hits(b *model.Body) []hit {
	var out []hit
	for c := (cursor{b: b}); ; {
		t, ok := c.next()
		if !ok {
			return out
		}
		word := b.HTML[t.start:t.end]
		if !m.filter.passes(word, t.word) {
			continue
		}
		if e := m.entry(word); e != nil && e.starts {
			out = append(out, hit{t, e})
		}
	}
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
	var at place
	end := -1 // of the name before
	m.steps = 0
	for _, h := range r.hits[t] {
		if h.start < end {
			continue
		}
		found := m.find(&t.Body, h.token, h.entry)
		if m.steps > markdown.MaxNameSteps {
			r.faults.Add(at.of(t, h.token), diag.TooLarge, "it takes more than %d steps to look for names in this text; give the entities shorter names, or write link: false here", markdown.MaxNameSteps)
			break
		}
		if found.length == 0 {
			continue
		}
		before := end
		end = found.last.end
		if len(found.owners) == 1 && seen[found.owners[0]] || m.doubtful(&t.Body, found, before) {
			continue
		}
		if len(found.owners) > 1 {
			r.ambiguous(t, found, at.of(t, found.first))
			continue
		}
		key := found.owners[0]
		seen[key] = true
		pos := at.of(t, found.first)
		anchors = append(anchors, model.Anchor{Target: key, Mention: true, Start: h.start, End: end, Label: -1, Pos: pos})
		r.mention(key, model.Mention{In: d, Text: t, Start: h.start, End: end, Pos: pos})
	}
	return anchors
}

func (r *resolver) mention(key model.Key, m model.Mention) {
	b := r.backlinksOf(key)
	b.Mentions = append(b.Mentions, m)
}

// ambiguity is a name with several owners in an edition.
type ambiguity struct {
	lang string
	node int32
}

// ambiguous reports a name with several owners, once an edition.
func (r *resolver) ambiguous(t *model.Text, found match, pos diag.Pos) {
	id := ambiguity{t.Lang, found.node}
	if r.reported[id] {
		return
	}
	r.reported[id] = true
	name, owners := html.UnescapeString(t.Body.HTML[found.first.start:found.last.end]), found.owners
	r.faults.Add(pos, diag.AmbiguousName, "%q may be %s or %s, so it links to neither; write [[%s|%s]] or [[%s|%s]]",
		name, owners[0], owners[1], owners[0], name, owners[1], name)
}

// place turns tokens into addresses. Within a run it counts the characters
// shown, which differ from those written only by escapes and typography. Asked
// for tokens in their order it reads the text once.
type place struct {
	run, at, col int
}

func (p *place) of(t *model.Text, tok token) diag.Pos {
	run := t.Body.Runs[tok.run]
	if p.at < run.Start || p.run != tok.run {
		*p = place{tok.run, run.Start, run.Pos.Col}
	}
	p.col += utf8.RuneCountInString(html.UnescapeString(t.Body.HTML[p.at:tok.start]))
	p.at = tok.start
	pos := run.Pos
	pos.Col = p.col
	return pos
}
