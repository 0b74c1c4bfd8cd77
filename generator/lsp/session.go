package lsp

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"dossier/generator/lsp/buffer"
	"dossier/generator/lsp/protocol"
	"dossier/generator/pipeline"
)

// encodings are those of positions, the ones that cost least first.
var encodings = []struct {
	name string
	enc  buffer.Encoding
}{{"utf-8", buffer.UTF8}, {"utf-16", buffer.UTF16}, {"utf-32", buffer.UTF32}}

// initialize opens the dossier and says what the server can do.
func (s *server) initialize(params json.RawMessage) (any, error) {
	p, err := decode[protocol.InitializeParams](params)
	if err != nil {
		return nil, err
	}
	s.begun, s.client = true, p
	encoding := "utf-16"
	for _, e := range encodings {
		if slices.Contains(p.Capabilities.General.PositionEncodings, e.name) {
			encoding, s.enc = e.name, e.enc
			break
		}
	}
	if s.dossier, err = s.cfg.Open(root(p)); err != nil {
		s.show(err)
	} else {
		s.desk, s.opened = pipeline.NewDesk(s.dossier), true
	}
	return protocol.InitializeResult{
		ServerInfo: protocol.ServerInfo{Name: "dossier", Version: s.cfg.Version},
		Capabilities: protocol.ServerCapabilities{
			PositionEncoding: encoding,
			TextDocumentSync: protocol.TextDocumentSync{OpenClose: true, Change: 2, Save: true},
			CompletionProvider: protocol.CompletionProvider{
				TriggerCharacters: []string{"[", "{", "#", "/", "^"},
			},
			HoverProvider: true, DefinitionProvider: true, ReferencesProvider: true, DocumentSymbolProvider: true,
			WorkspaceSymbolProvider: true, InlayHintProvider: true,
			CodeActionProvider: protocol.CodeActionProvider{CodeActionKinds: []string{protocol.QuickFix}},
			RenameProvider:     map[string]bool{"prepareProvider": true},
		},
	}, nil
}

// root is the folder that an editor has opened; "" when it says none.
func root(p protocol.InitializeParams) string {
	uris := []string{p.RootURI}
	for _, f := range p.WorkspaceFolders {
		uris = append([]string{f.URI}, uris...)
		break
	}
	for _, uri := range uris {
		if dir, ok := protocol.Path(uri); ok {
			return dir
		}
	}
	return p.RootPath
}

// initialized reads the dossier for the first time, and asks to be told of changes on
// the disk.
func (s *server) initialized(json.RawMessage) (any, error) {
	if s.desk == nil {
		return nil, nil
	}
	if s.client.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		s.sent++
		s.write(protocol.Request(s.sent, "client/registerCapability", protocol.RegistrationParams{Registrations: []protocol.Registration{{
			ID: "files", Method: "workspace/didChangeWatchedFiles",
			Options: protocol.WatchOptions{Watchers: []protocol.Watcher{{GlobPattern: "**/*"}}},
		}}}))
	}
	s.touch("", 0)
	s.start()
	return nil, nil
}

// watches reports that the editor tells of changes on the disk.
func (s *files) watches() bool {
	return s.client.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration
}

// show shows a failure to the person, once for as long as it stays the same.
func (s *server) show(err error) {
	if err.Error() == s.told {
		return
	}
	s.told = err.Error()
	s.notify("window/showMessage", protocol.ShowMessageParams{Type: 1, Message: "dossier: " + s.told})
}

// path is the path of a document, spelt as that of the content folder is; ok is false
// when it is no file of the content or layouts folder.
func (s *files) path(uri string) (path string, ok bool) {
	path, ok = protocol.Path(uri)
	if !ok || !s.opened {
		return "", false
	}
	for _, dir := range []string{s.dossier.Content, s.dossier.Layouts} {
		real, err := filepath.EvalSymlinks(dir)
		if err != nil {
			real = dir
		}
		for _, as := range []string{dir, real} {
			if rel, err := filepath.Rel(as, path); err == nil && filepath.IsLocal(rel) {
				return filepath.Join(dir, rel), true
			}
		}
	}
	return "", false
}

// named is a path as the dossier names its files, below the content folder; "" of a
// file that is not there.
func (s *files) named(path string) string {
	rel, err := filepath.Rel(s.dossier.Content, path)
	if err != nil || !filepath.IsLocal(rel) || rel == "." {
		return ""
	}
	return filepath.ToSlash(rel)
}

// pathOf is the path of a file below the content folder.
func (s *files) pathOf(name string) string {
	return filepath.Join(s.dossier.Content, filepath.FromSlash(name))
}

// uri is the address of a path, as the editor spells it if it has the file open.
func (s *files) uri(path string) string {
	if doc := s.docs[path]; doc != nil {
		return doc.uri
	}
	return protocol.URI(path)
}

// didOpen takes a document's text in place of the file's.
func (s *server) didOpen(params json.RawMessage) (any, error) {
	p, err := decode[protocol.DidOpenParams](params)
	if err != nil {
		return nil, err
	}
	d := p.TextDocument
	if path, ok := s.path(d.URI); ok {
		s.docs[path] = &document{d.URI, path, d.Version, buffer.New(d.Text)}
		s.look(path)
	}
	return nil, nil
}

// didChange makes changes in a document.
func (s *server) didChange(params json.RawMessage) (any, error) {
	p, err := decode[protocol.DidChangeParams](params)
	if err != nil {
		return nil, err
	}
	path, _ := s.path(p.TextDocument.URI)
	doc := s.docs[path]
	if doc == nil {
		return nil, nil
	}
	for _, c := range p.ContentChanges {
		if c.Range == nil {
			doc.text = buffer.New(c.Text)
			continue
		}
		from, to := s.offset(doc.text, c.Range.Start), s.offset(doc.text, c.Range.End)
		doc.text = doc.text.With(min(from, to), max(from, to), c.Text)
	}
	doc.version = p.TextDocument.Version
	s.touch(path, s.cfg.Quiet)
	return nil, nil
}

// look reads a document, or all of the disk if nobody tells what changes there: a file
// that is opened, saved or closed is a hint that others have changed, too.
func (s *server) look(path string) {
	if !s.watches() {
		path = ""
	}
	s.touch(path, 0)
	s.start()
}

// didSave looks at the disk.
func (s *server) didSave(params json.RawMessage) (any, error) {
	p, err := decode[protocol.DocumentParams](params)
	if err != nil {
		return nil, err
	}
	if path, ok := s.path(p.TextDocument.URI); ok {
		s.look(path)
	}
	return nil, nil
}

// didClose takes the file's text again.
func (s *server) didClose(params json.RawMessage) (any, error) {
	p, err := decode[protocol.DocumentParams](params)
	if err != nil {
		return nil, err
	}
	path, _ := s.path(p.TextDocument.URI)
	if s.docs[path] != nil {
		delete(s.docs, path)
		s.look(path)
	}
	return nil, nil
}

// didChangeWatchedFiles takes up what changed on the disk.
func (s *server) didChangeWatchedFiles(params json.RawMessage) (any, error) {
	p, err := decode[protocol.WatchedFilesParams](params)
	if err != nil {
		return nil, err
	}
	for _, c := range p.Changes {
		path, ok := s.path(c.URI)
		if ok && s.docs[path] == nil && !strings.HasPrefix(filepath.Base(path), ".") {
			s.touch(path, s.cfg.Quiet)
		}
	}
	return nil, nil
}

// offset is where a position lies in a text.
func (s *files) offset(t *buffer.Text, p protocol.Position) int {
	return t.Offset(p.Line, p.Character, s.enc)
}

// span is a stretch of a text as a range.
func (s *files) span(t *buffer.Text, from, to int) protocol.Range {
	var r protocol.Range
	r.Start.Line, r.Start.Character = t.Position(from, s.enc)
	r.End.Line, r.End.Character = t.Position(to, s.enc)
	return r
}
