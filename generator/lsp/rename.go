package lsp

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/lsp/buffer"
	"dossier/generator/lsp/protocol"
)

// prepareRename says what id a place names, which can be changed.
func (s answerer) prepareRename(params json.RawMessage) (any, error) {
	at, ok, err := s.decodePlace(params)
	if err != nil || !ok {
		return nil, err
	}
	key, ok := s.subject(&at)
	if !ok {
		return nil, fmt.Errorf("nothing is named here that has an id")
	}
	if s.now.File(key, "") == "" || key == "" {
		return nil, fmt.Errorf("this has no file of its own, and so no id that could be changed")
	}
	_, from, to, ok, _ := s.target(&at)
	switch {
	case !ok && at.token != nil:
		from, to = at.token.From, at.token.To
	case at.link != nil:
		from, to = at.link.Target, at.link.End
	}
	return protocol.PrepareRename{Range: s.span(at.text, from, to), Placeholder: key.ID()}, nil
}

// rename gives a page another id, as the command rename does: it moves its files of all
// editions, edits every reference, and notes the old id.
func (s answerer) rename(params json.RawMessage) (any, error) {
	p, err := decode[protocol.RenameParams](params)
	if err != nil {
		return nil, err
	}
	at, ok := s.placeOf(p.PositionParams)
	if !ok {
		return nil, nil
	}
	key, ok := s.subject(&at)
	file := s.now.File(key, "")
	if !ok || file == "" || key == "" {
		return nil, fmt.Errorf("nothing is named here that has an id")
	}
	if !slices.Contains(s.client.Capabilities.Workspace.WorkspaceEdit.ResourceOperations, "rename") {
		return nil, fmt.Errorf("this editor cannot rename files; run dossier rename %s %s", key, p.NewName)
	}
	edits, moves, faults, err := s.desk.Rename(s.ctx, string(key), p.NewName) // nobody reads meanwhile: see whenFresh
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("nothing is renamed while the content has errors, or would have them: %s", faults[0])
	}
	var texts []textEdits
	for _, e := range edits {
		texts = append(texts, textEdits{s.pathOf(e.File), s.differences(string(e.Before), string(e.After))})
	}
	var files []protocol.FileOperation
	for _, m := range moves {
		moved, err := s.moves(s.pathOf(m.From), s.pathOf(m.To))
		if err != nil {
			return nil, err
		}
		files = append(files, moved...)
	}
	return s.edit(texts, files), nil
}

// moves are the renames of a file, or of each file of a folder: editors that rename a
// folder lose the texts of it that are open.
func (s *files) moves(from, to string) (all []protocol.FileOperation, err error) {
	err = afero.Walk(s.dossier.Source, from, func(path string, info fs.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			all = append(all, protocol.FileOperation{Kind: "rename", OldURI: s.uri(path), NewURI: protocol.URI(to + strings.TrimPrefix(path, from))})
		}
		return err
	})
	return all, err
}

// near is how many lines may have been put in, or left out, in one place.
const near = 8

// differences are edits that make one text of another: lines that are put in or left out,
// and what has changed in the others.
func (s *files) differences(before, after string) []protocol.TextEdit {
	was := buffer.New(before)
	var edits []protocol.TextEdit
	at := 0
	change := func(old, text string) {
		from, until := buffer.Differ(old, text)
		edits = append(edits, protocol.TextEdit{Range: s.span(was, at+from, at+len(old)-until), NewText: text[from : len(text)-until]})
		at += len(old)
	}
	old, now := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	for len(old) > 0 && len(now) > 0 {
		put, left := slices.Index(now[:min(near, len(now))], old[0]), slices.Index(old[:min(near, len(old))], now[0])
		switch {
		case put == 0:
			at += len(old[0])
			old, now = old[1:], now[1:]
		case put > 0:
			change("", strings.Join(now[:put], ""))
			now = now[put:]
		case left > 0:
			change(strings.Join(old[:left], ""), "")
			old = old[left:]
		default:
			change(old[0], now[0])
			old, now = old[1:], now[1:]
		}
	}
	if len(old)+len(now) > 0 {
		change(strings.Join(old, ""), strings.Join(now, ""))
	}
	return edits
}
