package lsp

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"dossier/generator/lookup"
	"dossier/generator/lsp/protocol"
	"dossier/generator/model"
)

// maxItems is how many suggestions are sent at once. The editor asks again when more is
// typed.
const maxItems = 100

// suggestions are those for one place.
type suggestions struct {
	answerer
	at       place
	from, to int // what they take the place of
	items    []protocol.CompletionItem
	more     bool
}

// completion suggests what may be written in a place.
func (s answerer) completion(params json.RawMessage) (any, error) {
	at, ok, err := s.decodePlace(params)
	if err != nil {
		return nil, err
	}
	c := suggestions{answerer: s, at: at, items: []protocol.CompletionItem{}}
	switch {
	case !ok:
	case at.token != nil:
		c.inFront()
	case at.link != nil && at.link.Wiki:
		c.inLink()
	default:
		c.inMark()
	}
	return protocol.CompletionList{IsIncomplete: c.more, Items: c.items}, nil
}

// typed is what stands before the cursor of what is suggested for.
func (c *suggestions) typed() string { return c.at.text.String()[c.from:max(c.from, c.at.offset)] }

// add suggests a text. What the editor compares with what was typed is match, or the
// text.
func (c *suggestions) add(kind int, label, detail, text, match, about string) {
	item := protocol.CompletionItem{
		Label: label, Kind: kind, Detail: detail, SortText: fmt.Sprintf("%04d", len(c.items)), FilterText: cmp.Or(match, text),
		TextEdit: &protocol.TextEdit{Range: c.span(c.at.text, c.from, c.to), NewText: text},
	}
	if about != "" {
		item.Documentation = &protocol.MarkupContent{Kind: "markdown", Value: about}
	}
	c.items = append(c.items, item)
}

// inFront suggests keys and values of front matter.
func (c *suggestions) inFront() {
	k := c.at.token
	c.from, c.to = k.From, max(k.To, c.at.offset)
	if _, end := c.at.text.Line(c.at.text.LineOf(c.at.offset)); c.to > end { // an edit stays in one line
		c.to = end
	}
	if c.from > c.at.offset || c.at.text.LineOf(c.from) != c.at.text.LineOf(c.at.offset) {
		c.from, c.to = c.at.offset, c.at.offset
	}
	if k.IsKey {
		c.keys(c.now.Keys(c.at.class, k.Path))
		return
	}
	key, ok := c.now.Key(c.at.class, k.Path)
	if !ok {
		return
	}
	switch key.Value {
	case lookup.Fields:
		if k.InList { // an entry that begins with its first key
			c.keys(key.Under)
		}
	case lookup.ID:
		c.pages(key)
	case lookup.Party:
		c.pages(lookup.Key{Of: model.Actors})
	case lookup.Date:
		for _, d := range c.now.Dates(c.typed(), c.at.name, c.at.lang, maxItems) {
			c.value(protocol.ItemConstant, d.Date, strings.Trim(d.Words+" · "+d.Of, " ·"), c.typed())
		}
	case lookup.Flag:
		c.words(protocol.ItemValue, "true", "false")
	case lookup.Choice:
		c.words(protocol.ItemEnumMember, key.Among...)
	case lookup.Language:
		c.words(protocol.ItemEnumMember, c.now.Languages()...)
	case lookup.Relation:
		c.words(protocol.ItemEnumMember, c.now.Relations()...)
	case lookup.Code:
		c.words(protocol.ItemEnumMember, lookup.Codes()...)
	}
}

// words suggests some words.
func (c *suggestions) words(kind int, all ...string) {
	there := c.listed()
	for _, w := range all {
		if !there[w] {
			c.value(kind, w, "", "")
		}
	}
}

// listed are the other entries of the list that something is suggested for. Lists of
// the same name further down may be several.
func (c *suggestions) listed() map[string]bool {
	if len(c.at.token.Path) > 1 {
		return nil
	}
	return c.at.front.Listed(c.at.text, c.at.token)
}

// value suggests a value, in quotation marks where YAML would read another without
// them.
func (c *suggestions) value(kind int, value, detail, match string) {
	text := value
	if !c.at.token.Quoted && strings.ContainsAny(value[:1], "[{-%?~") {
		text = `"` + value + `"`
	}
	c.add(kind, value, detail, text, match, "")
}

// keys suggests the keys that are not there yet.
func (c *suggestions) keys(all []lookup.Key) {
	there := c.at.front.Keys(c.at.text, c.at.token)
	_, end := c.at.text.Line(c.at.text.LineOf(c.to))
	colon := ": "
	if strings.HasPrefix(strings.TrimLeft(c.at.text.String()[c.to:end], " \"'"), ":") || c.at.token.Quoted {
		colon = ""
	}
	for _, needed := range []bool{true, false} {
		for _, k := range all {
			if k.Needed != needed || there[k.Name] {
				continue
			}
			path := append(c.at.token.Path[:len(c.at.token.Path):len(c.at.token.Path)], k.Name)
			c.add(protocol.ItemProperty, k.Name, "", k.Name+colon, k.Name, lookup.Explain(c.at.class, path))
		}
	}
}

// pages suggests ids for a key.
func (c *suggestions) pages(key lookup.Key) {
	found, more := c.now.Matches(c.typed(), key.Of, c.at.lang, maxItems)
	c.more = more || c.typed() == ""
	isTag := key.Of == key.Name && !c.at.token.InList // a list, of which nothing is there
	there := c.listed()
	for _, m := range found {
		text := m.Written
		if there[text] {
			continue
		}
		if isTag {
			text = "[" + text + "]"
		}
		c.page(m, text)
	}
}

// page suggests a page.
func (c *suggestions) page(m lookup.Match, text string) {
	kind := protocol.ItemReference
	switch m.Key.Kind() {
	case model.Articles, model.Pages:
		kind = protocol.ItemFile
	case model.Events:
		kind = protocol.ItemEvent
	}
	label := m.Written
	if m.Name != "" {
		label = m.Name + " (" + m.Written + ")"
	}
	c.add(kind, label, strings.Trim(m.Title+" · "+m.Kind, " ·"), text, cmp.Or(m.Name, c.byID(m)), hoverOf(m.About, ""))
}

// byID is the part of an id that begins with what was typed.
func (c *suggestions) byID(m lookup.Match) string {
	if typed := strings.ToLower(c.typed()); !strings.HasPrefix(m.Written, typed) {
		if n := strings.Index(m.Written, typed); n >= 0 {
			return m.Written[n:]
		}
		return m.Key.ID()
	}
	return m.Written
}

// inLink suggests what [[…]] may name: a page, or one of its headings.
func (c *suggestions) inLink() {
	l := c.at.link
	switch {
	case l.Heading >= 0 && c.at.offset >= l.Heading && c.at.offset <= l.HeadingEnd:
		c.from, c.to = l.Heading, l.HeadingEnd
		if !l.Closed {
			c.to = c.at.offset
		}
		c.headings(strings.TrimSpace(c.at.text.String()[l.Target:l.End]))
	case c.at.offset >= l.Target && c.at.offset <= l.End:
		c.from, c.to = l.Target, l.End
		if !l.Closed {
			c.to = c.at.offset
		}
		found, more := c.now.Matches(c.typed(), lookup.AnyPage, c.at.lang, maxItems)
		c.more = more || c.typed() == ""
		worded := l.Closed && strings.Contains(c.at.text.String()[c.to:l.To], "|")
		for _, m := range found {
			text := m.Written
			if m.Name != "" && !worded && l.Heading < 0 {
				text += "|" + m.Name
			}
			c.page(m, text+c.closing())
		}
	}
}

// inMark suggests the sources of the file in [^…].
func (c *suggestions) inMark() {
	from, to, closed, ok := c.at.text.MarkAt(c.at.offset)
	if !ok {
		return
	}
	c.from, c.to = from, to
	end := "]"
	if closed {
		end = ""
	}
	for _, s := range c.now.Sources(c.at.name, c.at.lang) {
		c.add(protocol.ItemReference, s.ID, s.Words, s.ID+end, s.ID, "")
	}
}

// closing is what a link lacks at its end.
func (c *suggestions) closing() string {
	if c.at.link.Closed {
		return ""
	}
	return "]]"
}

// headings suggests those of a page, or of the text itself when that has no name.
func (c *suggestions) headings(of string) {
	if of == "" {
		for _, h := range c.at.text.Headings(c.at.front.Body) {
			words, id, _ := strings.Cut(c.at.text.String()[h.From:h.To], " {#")
			c.heading(lookup.Heading{ID: strings.TrimSuffix(id, "}"), Text: words, Level: h.Level})
		}
		return
	}
	if key, ok := c.now.Called(of); ok {
		for _, h := range c.now.Headings(key, c.at.lang) {
			c.heading(h)
		}
	}
}

func (c *suggestions) heading(h lookup.Heading) {
	text := h.Text
	if strings.ContainsAny(text, "|[]#*_`") {
		if text = h.ID; text == "" {
			return
		}
	}
	c.add(protocol.ItemText, h.Text, strings.Repeat("#", h.Level), text+c.closing(), text, "")
}
