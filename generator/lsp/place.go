package lsp

import (
	"encoding/json"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/lookup"
	"dossier/generator/lsp/buffer"
	"dossier/generator/lsp/protocol"
	"dossier/generator/model"
)

// place is where in a content file a cursor is.
type place struct {
	*document
	name   string // of the file, below the content folder
	lang   string
	class  lookup.Class
	offset int

	front buffer.Front
	token *buffer.Token // in front matter; else nil
	link  *buffer.Link  // in prose; else nil
}

// placeOf finds the place of a position; ok is false where the server knows nothing.
func (s answerer) placeOf(p protocol.PositionParams) (at place, ok bool) {
	path, _ := s.path(p.TextDocument.URI)
	doc := s.docs[path]
	if doc == nil || s.named(path) == "" {
		return place{}, false
	}
	at = place{document: doc, name: s.named(path), offset: s.offset(doc.text, p.Position), front: doc.text.Front()}
	at.lang, at.class = s.now.Lang(at.name), s.now.Class(at.name)
	if at.class == lookup.Other {
		return place{}, false
	}
	if at.offset < at.front.Body {
		at.token = at.front.At(at.offset)
	} else if link, ok := doc.text.LinkAt(at.offset); ok {
		at.link = &link
	}
	return at, true
}

// decodePlace is placeOf for parameters.
func (s answerer) decodePlace(params json.RawMessage) (at place, ok bool, err error) {
	p, err := decode[protocol.PositionParams](params)
	if err != nil {
		return place{}, false, err
	}
	at, ok = s.placeOf(p)
	return at, ok, nil
}

// word is what a token says.
func (at *place) word() string { return at.text.String()[at.token.From:at.token.To] }

// key is the key of front matter that the token is of, or that it is.
func (s answerer) key(at *place) (k lookup.Key, path []string, ok bool) {
	path = at.token.Path
	if at.token.IsKey {
		path = append(path[:len(path):len(path)], at.word())
	}
	k, ok = s.now.Key(at.class, path)
	return k, path, ok
}

// target is what the place names, and where it does; ok is false when it names
// nothing. If the place was typed in since the dossier was read, the error is
// errBehind.
func (s answerer) target(at *place) (t lookup.Target, from, to int, ok bool, err error) {
	read := at.text
	if s.behind(s.changes) {
		if s.now.open[at.path] == nil {
			return t, 0, 0, false, errBehind
		}
		read = s.now.open[at.path].text
	}
	start := at.offset // of what has an address
	switch {
	case at.token != nil && at.token.IsKey:
		return t, 0, 0, false, nil
	case at.token != nil:
		start, from, to = at.token.Start(), at.token.From, at.token.To
	case at.link != nil:
		start, from, to = at.link.From, at.link.From, at.link.To
	default:
		from, to = at.offset, at.offset
	}
	moved, same := read.Moved(at.text, start, to)
	if !same {
		return t, 0, 0, false, errBehind
	}
	line, col := read.Address(start + moved)
	pos := diag.Pos{File: at.name, Line: line, Col: col}
	if at.token != nil || at.link != nil {
		t, ok = s.now.Target(pos)
		return t, from, to, ok, nil
	}
	key, pos, chars, ok := s.now.Mention(pos)
	return lookup.Target{Key: key}, read.At(pos.Line, pos.Col) - moved, read.At(pos.Line, pos.Col+chars) - moved, ok, nil
}

// subject is target, or else the page that the file itself is about, where its title or
// name stands. The dossier must be read with the text as it stands.
func (s answerer) subject(at *place) (key model.Key, ok bool) {
	if t, _, _, ok, _ := s.target(at); ok && t.File == "" {
		return t.Key, true
	}
	if at.token != nil && len(at.token.Path) > 0 && (at.token.Path[0] == "title" || at.token.Path[0] == "name") ||
		at.token != nil && at.token.IsKey && len(at.token.Path) == 0 && (at.word() == "title" || at.word() == "name") {
		return s.now.KeyOf(at.name)
	}
	return "", false
}

// read is the text of a file of the content folder, as the editor has it or else as it
// is on the disk; nil if it cannot be read any more.
func (s *files) read(name string) *buffer.Text {
	path := s.pathOf(name)
	if doc := s.docs[path]; doc != nil {
		return doc.text
	}
	src, err := afero.ReadFile(s.dossier.Source, path)
	if err != nil {
		return nil
	}
	return buffer.New(string(src))
}
