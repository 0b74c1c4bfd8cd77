package lsp

import (
	"encoding/json"
	"strings"

	"dossier/generator/lookup"
	"dossier/generator/lsp/protocol"
)

// hover says what stands behind a place: the preview of a page, a date in words, or
// what the handbook says of a key.
func (s answerer) hover(params json.RawMessage) (any, error) {
	at, ok, err := s.decodePlace(params)
	if err != nil || !ok {
		return nil, err
	}
	says := ""
	from, to := 0, 0
	t, f, e, ok, err := s.target(&at)
	if err != nil {
		return nil, err
	}
	if ok && t.File == "" {
		about, _ := s.now.About(t.Key, at.lang)
		says, from, to = hoverOf(about, s.headingOf(t, at.lang)), f, e
	} else if at.token != nil {
		from, to = at.token.From, at.token.To
		key, path, known := s.key(&at)
		switch {
		case at.token.IsKey:
			says = lookup.Explain(at.class, path)
		case known && key.Value == lookup.Date:
			says = s.now.Date(at.word(), at.lang)
		}
	}
	if name, end, _, marks := at.text.MarkAt(at.offset); says == "" && at.token == nil && marks {
		from, to = name, end
		for _, s := range s.now.Sources(at.name, at.lang) {
			if s.ID == at.text.String()[from:to] {
				says = escaped(s.Words)
			}
		}
	}
	if says == "" {
		return nil, nil
	}
	r := s.span(at.text, from, to)
	return protocol.Hover{Contents: protocol.MarkupContent{Kind: "markdown", Value: says}, Range: &r}, nil
}

// headingOf is the words of the heading that a reference leads to; "" when it leads to
// none.
func (s answerer) headingOf(t lookup.Target, lang string) string {
	if t.Heading != "" {
		for _, h := range s.now.Headings(t.Key, lang) {
			if h.ID == t.Heading {
				return h.Text
			}
		}
	}
	return ""
}

// hoverOf is the preview of a page in Markdown.
func hoverOf(a lookup.About, heading string) string {
	title := "**" + escaped(a.Title) + "**"
	if heading != "" {
		title += " § " + escaped(heading)
	}
	facts := []string{}
	for _, f := range []string{a.Kind, a.Date, a.Of} {
		if f != "" {
			facts = append(facts, escaped(f))
		}
	}
	parts := []string{title}
	if len(facts) > 0 {
		parts = append(parts, strings.Join(facts, " · "))
	}
	if a.Summary != "" {
		parts = append(parts, escaped(a.Summary))
	}
	return strings.Join(parts, "\n\n")
}

// escaped is plain text as Markdown.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `_`, `\_`, "`", "\\`", `[`, `\[`, `]`, `\]`, `<`, `&lt;`, `#`, `\#`).Replace(s)
}

// inlayHint words the dates of front matter, which are in EDTF.
func (s answerer) inlayHint(params json.RawMessage) (any, error) {
	p, err := decode[protocol.RangeParams](params)
	if err != nil {
		return nil, err
	}
	at, ok := s.placeOf(protocol.PositionParams{TextDocument: p.TextDocument, Position: p.Range.Start})
	hints := []protocol.InlayHint{}
	if !ok {
		return hints, nil
	}
	end := s.offset(at.text, p.Range.End)
	for i := range at.front.Tokens {
		k := &at.front.Tokens[i]
		if k.IsKey || k.To < at.offset || k.From > end {
			continue
		}
		key, ok := s.now.Key(at.class, k.Path)
		word := at.text.String()[k.From:k.To]
		if !ok || key.Value != lookup.Date {
			continue
		}
		if words := s.now.Date(word, at.lang); words != "" && words != word {
			behind := k.To
			if k.Quoted {
				behind++
			}
			hints = append(hints, protocol.InlayHint{Position: s.span(at.text, behind, behind).Start, Label: words, PaddingLeft: true})
		}
	}
	return hints, nil
}
