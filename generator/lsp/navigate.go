package lsp

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"dossier/generator/lookup"
	"dossier/generator/lsp/buffer"
	"dossier/generator/lsp/protocol"
	"dossier/generator/model"
)

// maxSymbols is how many pages a search for symbols gives.
const maxSymbols = 200

// definition leads to the file of what a place names, in the place's language, and to
// the heading if it names one.
func (s answerer) definition(params json.RawMessage) (any, error) {
	at, ok, err := s.decodePlace(params)
	if err != nil || !ok {
		return nil, err
	}
	t, _, _, ok, err := s.target(&at)
	if err != nil || !ok {
		return nil, err
	}
	if t.File != "" {
		return protocol.Location{URI: s.uri(s.pathOf(t.File))}, nil
	}
	file := s.now.File(t.Key, at.lang)
	if file == "" {
		return nil, nil
	}
	return protocol.Location{URI: s.uri(s.pathOf(file)), Range: s.heading(file, t, at.lang)}, nil
}

// heading is where the heading that a reference leads to stands in a file; its
// beginning when it leads to none, or that is not found.
func (s answerer) heading(file string, t lookup.Target, lang string) protocol.Range {
	text := s.read(file)
	if text == nil || t.Heading == "" {
		return protocol.Range{}
	}
	all := s.now.Headings(t.Key, lang)
	found := text.Headings(text.Front().Body)
	for i, h := range all {
		if h.ID != t.Heading {
			continue
		}
		for _, f := range found { // its words; else, where they are not plain, its place
			if words, _, _ := strings.Cut(text.String()[f.From:f.To], " {#"); words == h.Text {
				return s.span(text, f.From, f.To)
			}
		}
		if len(found) == len(all) {
			return s.span(text, found[i].From, found[i].To)
		}
	}
	return protocol.Range{}
}

// references are the places that name what a place names, or what the file is about.
func (s answerer) references(params json.RawMessage) (any, error) {
	p, err := decode[protocol.ReferenceParams](params)
	if err != nil {
		return nil, err
	}
	out := []protocol.Location{}
	at, ok := s.placeOf(p.PositionParams)
	if !ok {
		return out, nil
	}
	key, ok := s.subject(&at)
	if !ok {
		return out, nil
	}
	if file := s.now.File(key, ""); file != "" && p.Context.IncludeDeclaration {
		out = append(out, protocol.Location{URI: s.uri(s.pathOf(file))})
	}
	name := ""
	var text *buffer.Text
	var front buffer.Front
	for _, r := range s.now.References(key) { // those of a file come together
		if r.File != name || text == nil {
			if name, text = r.File, s.read(r.File); text == nil {
				continue
			}
			front = text.Front()
		}
		from, to := stretch(text, &front, r)
		out = append(out, protocol.Location{URI: s.uri(s.pathOf(r.File)), Range: s.span(text, from, to)})
	}
	return out, nil
}

// stretch is the stretch of a text that a reference takes.
func stretch(text *buffer.Text, front *buffer.Front, r lookup.Ref) (from, to int) {
	from = text.At(r.Line, r.Col)
	if r.Chars > 0 {
		return from, text.At(r.Line, r.Col+r.Chars)
	}
	if from < front.Body {
		if k := front.At(from); k != nil {
			return k.From, k.To
		}
		return from, text.WordAt(from)
	}
	if l, ok := text.LinkAt(from); ok && l.From == from {
		return l.From, l.To
	}
	return from, text.WordAt(from)
}

// documentSymbol is the outline of a file: its title and, under that, its headings.
func (s answerer) documentSymbol(params json.RawMessage) (any, error) {
	p, err := decode[protocol.DocumentParams](params)
	if err != nil {
		return nil, err
	}
	at, ok := s.placeOf(protocol.PositionParams{TextDocument: p.TextDocument})
	if !ok {
		return []protocol.DocumentSymbol{}, nil
	}
	title := protocol.DocumentSymbol{Name: filepath.Base(at.path), Kind: protocol.SymbolFile}
	title.Range = s.span(at.text, 0, len(at.text.String()))
	for i := range at.front.Tokens {
		k := &at.front.Tokens[i]
		if words := at.text.String()[k.From:k.To]; words != "" && (k.Is("title") || k.Is("name") || k.Is("name", at.lang)) {
			title.Name, title.SelectionRange = words, s.span(at.text, k.From, k.To)
			break
		}
	}
	if about, ok := s.now.KeyOf(at.name); ok {
		a, _ := s.now.About(about, at.lang)
		title.Detail = a.Kind
	}
	title.Children = s.outline(at.text, at.text.Headings(at.front.Body), len(at.text.String()))
	if !s.client.Capabilities.TextDocument.DocumentSymbol.Hierarchical {
		return flat(nil, at.uri, "", []protocol.DocumentSymbol{title}), nil
	}
	return []protocol.DocumentSymbol{title}, nil
}

// outline puts headings under those of a higher level. A heading goes on to the next
// that is not under it, the last one to an offset.
func (s answerer) outline(text *buffer.Text, headings []buffer.Heading, to int) []protocol.DocumentSymbol {
	var out []protocol.DocumentSymbol
	for i := 0; i < len(headings); {
		h, end := headings[i], to
		next := i + 1
		for next < len(headings) && headings[next].Level > h.Level {
			next++
		}
		if next < len(headings) {
			end, _ = text.Line(headings[next].Line)
		}
		from, _ := text.Line(h.Line)
		words, _, _ := strings.Cut(text.String()[h.From:h.To], " {#")
		if words == "" {
			words = "#"
		}
		out = append(out, protocol.DocumentSymbol{
			Name: words, Kind: protocol.SymbolString, Range: s.span(text, from, end), SelectionRange: s.span(text, h.From, h.To),
			Children: s.outline(text, headings[i+1:next], end),
		})
		i = next
	}
	return out
}

// flat is an outline for editors that know no tree.
func flat(to []protocol.SymbolInformation, uri, in string, symbols []protocol.DocumentSymbol) []protocol.SymbolInformation {
	for _, x := range symbols {
		to = append(to, protocol.SymbolInformation{Name: x.Name, Kind: x.Kind, ContainerName: in, Location: protocol.Location{URI: uri, Range: x.Range}})
		to = flat(to, uri, x.Name, x.Children)
	}
	return to
}

// symbols finds pages by their ids and names.
func (s answerer) symbols(params json.RawMessage) (any, error) {
	p, err := decode[protocol.SymbolParams](params)
	if err != nil {
		return nil, err
	}
	out := []protocol.SymbolInformation{}
	for _, x := range s.now.Symbols(p.Query, s.now.Languages()[0], maxSymbols) {
		kind := protocol.SymbolClass
		switch x.Key.Kind() {
		case model.Articles, model.Pages:
			kind = protocol.SymbolModule
		case model.Events:
			kind = protocol.SymbolEvent
		}
		out = append(out, protocol.SymbolInformation{Name: x.Name, Kind: kind, ContainerName: x.Of, Location: protocol.Location{URI: s.uri(s.pathOf(x.File))}})
	}
	return out, nil
}
