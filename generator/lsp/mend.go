package lsp

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/lsp/protocol"
)

// codeAction offers what mends the faults of a range: the edits that they suggest.
func (s answerer) codeAction(params json.RawMessage) (any, error) {
	p, err := decode[protocol.CodeActionParams](params)
	if err != nil {
		return nil, err
	}
	actions := []protocol.CodeAction{}
	path, _ := s.path(p.TextDocument.URI)
	doc, known := s.docs[path], s.shown[path]
	if doc == nil || known == nil || known.version != doc.version || !wanted(p.Context.Only) {
		return actions, nil
	}
	src := []byte(doc.text.String())
	for i, d := range known.faults {
		if !overlap(known.as[i].Range, p.Range) {
			continue
		}
		if from, to, ok := d.Fix.Range(src); ok {
			actions = append(actions, protocol.CodeAction{
				Title: mending(d.Fix), Kind: protocol.QuickFix, Diagnostics: known.as[i : i+1], IsPreferred: d.Fix.Certain,
				Edit: s.edit([]textEdits{{doc.path, []protocol.TextEdit{{Range: s.span(doc.text, from, to), NewText: d.Fix.New}}}}, nil),
			})
		}
	}
	return actions, nil
}

// wanted reports whether quick fixes are among the kinds that are asked for; no kind
// means all.
func wanted(only []string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(kind string) bool {
		return kind == "" || kind == protocol.QuickFix || strings.HasPrefix(protocol.QuickFix, kind+".")
	})
}

// mending words a fix.
func mending(f diag.Fix) string {
	if f.New == "" {
		return fmt.Sprintf("Delete %q", diag.Words(f.Old))
	}
	return fmt.Sprintf("Write %q", diag.Words(f.New))
}

// overlap reports whether ranges have a place in common, be it an end.
func overlap(a, b protocol.Range) bool { return !before(a.End, b.Start) && !before(b.End, a.Start) }

func before(a, b protocol.Position) bool {
	return a.Line < b.Line || a.Line == b.Line && a.Character < b.Character
}

// textEdits are those of one file.
type textEdits struct {
	path  string
	edits []protocol.TextEdit
}

// edit makes an edit of texts, and then of files, in the form that the editor knows.
func (s *files) edit(texts []textEdits, files []protocol.FileOperation) *protocol.WorkspaceEdit {
	// Neovim 0.7 knows them, and says so only of the operations on files.
	if can := s.client.Capabilities.Workspace.WorkspaceEdit; !can.DocumentChanges && len(can.ResourceOperations) == 0 {
		e := &protocol.WorkspaceEdit{Changes: map[string][]protocol.TextEdit{}}
		for _, t := range texts {
			e.Changes[s.uri(t.path)] = t.edits
		}
		return e
	}
	e := &protocol.WorkspaceEdit{}
	for _, t := range texts {
		change := protocol.TextDocumentEdit{Edits: t.edits}
		change.TextDocument.URI = s.uri(t.path)
		if doc := s.docs[t.path]; doc != nil {
			change.TextDocument.Version = &doc.version
		}
		e.DocumentChanges = append(e.DocumentChanges, change)
	}
	for _, f := range files {
		e.DocumentChanges = append(e.DocumentChanges, f)
	}
	return e
}
