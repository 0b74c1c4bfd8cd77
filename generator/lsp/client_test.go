package lsp

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/lsp/buffer"
	"dossier/generator/lsp/protocol"
	"dossier/generator/pipeline"
)

// client is an editor.
type client struct {
	t     testing.TB
	in    *io.PipeWriter
	out   chan *protocol.Message // is read beside, as neither end may wait for the other
	ended chan error
	fs    afero.Fs
	root  string
	enc   buffer.Encoding

	ids      int
	docs     map[string]*buffer.Text // by name, as the editor has them
	versions map[string]int
	faults   map[string][]protocol.Diagnostic // as published last
	told     []*protocol.Message              // further notifications and requests of the server
	said     strings.Builder                  // its log
}

// never is longer than any test takes: nothing is published but when a request waits
// for it.
const never = time.Hour

// capabilities of the editors that the tests are.
const (
	modern = `{"general": {"positionEncodings": ["utf-16", "utf-8"]}, "workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename", "create"]},
		"didChangeWatchedFiles": {"dynamicRegistration": true}}, "textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}`
	plainOld = `{}`
)

// dossierIn starts a server for files of the content folder in memory.
func dossierIn(t testing.TB, files map[string]string) *client {
	t.Helper()
	fs := afero.NewMemMapFs()
	root := filepath.FromSlash("/dossier")
	for name, text := range files {
		if err := afero.WriteFile(fs, filepath.Join(root, "content", filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dial(t, fs, root, never)
}

// dial starts a server of a dossier.
func dial(t testing.TB, fs afero.Fs, root string, quiet time.Duration) *client {
	t.Helper()
	fromEditor, in := io.Pipe()
	out, toEditor := io.Pipe()
	c := &client{
		t: t, in: in, out: make(chan *protocol.Message, 100_000), ended: make(chan error, 1), fs: fs, root: root,
		docs: map[string]*buffer.Text{}, versions: map[string]int{}, faults: map[string][]protocol.Diagnostic{},
	}
	cfg := Config{Quiet: quiet, Version: "1", Log: &c.said, Open: func(string) (pipeline.Config, error) {
		return pipeline.Config{Source: fs, Content: filepath.Join(root, "content"), Layouts: filepath.Join(root, "layouts"), Jobs: 1}, nil
	}}
	go func() {
		err := Run(context.Background(), cfg, fromEditor, toEditor)
		toEditor.Close()
		c.ended <- err
	}()
	go func() {
		defer close(c.out)
		for r := bufio.NewReader(out); ; {
			m, err := protocol.Read(r)
			if err != nil {
				if err != io.EOF && !errors.Is(err, io.ErrClosedPipe) {
					t.Error(err)
				}
				return
			}
			c.out <- m
		}
	}()
	t.Cleanup(func() { in.Close(); out.Close() })
	return c
}

// begin is the handshake.
func (c *client) begin(capabilities string) json.RawMessage {
	c.t.Helper()
	result := c.must("initialize", map[string]any{"rootUri": protocol.URI(c.root), "capabilities": json.RawMessage(capabilities)})
	var r protocol.InitializeResult
	c.read(result, &r)
	c.enc = map[string]buffer.Encoding{"utf-8": buffer.UTF8, "utf-16": buffer.UTF16}[r.Capabilities.PositionEncoding]
	c.notify("initialized", struct{}{})
	return result
}

// end shuts the server down, and gives what it ended with.
func (c *client) end() error {
	c.must("shutdown", nil)
	c.notify("exit", nil)
	return <-c.ended
}

func (c *client) notify(method string, params any) {
	c.t.Helper()
	c.send(protocol.Notification(method, params))
}

func (c *client) send(m *protocol.Message) {
	c.t.Helper()
	if err := protocol.Write(c.in, m); err != nil && !errors.Is(err, io.ErrClosedPipe) {
		c.t.Fatal(err)
	}
}

// next is the next message of the server; nil when it has ended.
func (c *client) next() *protocol.Message { return <-c.out }

// note takes what the server says unasked.
func (c *client) note(m *protocol.Message) {
	c.t.Helper()
	if m.Method != "textDocument/publishDiagnostics" {
		c.told = append(c.told, m)
		return
	}
	var p protocol.PublishDiagnosticsParams
	c.read(m.Params, &p)
	name := c.name(p.URI)
	switch open := c.docs[name] != nil; {
	case (p.Version != nil) != open, open && *p.Version < c.versions[name]:
		return // they are of what the editor had before
	case open && *p.Version > c.versions[name]:
		c.t.Errorf("faults of %s are those of version %d, and there is %d", name, *p.Version, c.versions[name])
	}
	c.faults[name] = p.Diagnostics
}

// ask sends a request and gives its answer.
func (c *client) ask(method string, params any) (json.RawMessage, *protocol.Error) {
	c.t.Helper()
	return c.answer(c.post(method, params))
}

// post sends a request, and gives its id.
func (c *client) post(method string, params any) int {
	c.t.Helper()
	c.ids++
	c.send(protocol.Request(c.ids, method, params))
	return c.ids
}

// answer waits for the answer to a request.
func (c *client) answer(id int) (json.RawMessage, *protocol.Error) {
	c.t.Helper()
	for {
		m := c.next()
		switch {
		case m == nil:
			c.t.Fatalf("the server has ended: %v; %s", <-c.ended, c.said.String())
		case m.Method != "":
			c.note(m)
		case string(m.ID) == fmt.Sprint(id):
			return m.Result, m.Error
		default:
			c.t.Fatalf("an answer to %s, not to %d", m.ID, id)
		}
	}
}

// must is ask for what has a result.
func (c *client) must(method string, params any) json.RawMessage {
	c.t.Helper()
	result, err := c.ask(method, params)
	if err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
	return result
}

func (c *client) read(text json.RawMessage, v any) {
	c.t.Helper()
	if err := json.Unmarshal(text, v); err != nil {
		c.t.Fatalf("%s: %v", text, err)
	}
}

func (c *client) uri(name string) string {
	return protocol.URI(filepath.Join(c.root, "content", filepath.FromSlash(name)))
}

func (c *client) name(uri string) string {
	path, _ := protocol.Path(uri)
	rel, err := filepath.Rel(filepath.Join(c.root, "content"), path)
	if err != nil {
		c.t.Fatal(err)
	}
	return filepath.ToSlash(rel)
}

func (c *client) disk(name string) string {
	c.t.Helper()
	text, err := afero.ReadFile(c.fs, filepath.Join(c.root, "content", filepath.FromSlash(name)))
	if err != nil {
		c.t.Fatal(err)
	}
	return string(text)
}

// open opens a file, with a text or, when that is "", with the disk's.
func (c *client) open(name, text string) {
	c.t.Helper()
	if text == "" {
		text = c.disk(name)
	}
	c.docs[name], c.versions[name] = buffer.New(text), 1
	c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": c.uri(name), "languageId": "markdown", "version": 1, "text": text}})
}

// change puts a text in place of another, given by offsets.
func (c *client) change(name string, from, to int, text string) {
	c.t.Helper()
	r := c.span(name, from, to)
	c.docs[name] = c.docs[name].With(from, to, text)
	c.versions[name]++
	c.notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": c.uri(name), "version": c.versions[name]},
		"contentChanges": []any{map[string]any{"range": r, "text": text}},
	})
}

func (c *client) close(name string) {
	c.t.Helper()
	delete(c.docs, name)
	c.notify("textDocument/didClose", map[string]any{"textDocument": map[string]any{"uri": c.uri(name)}})
}

func (c *client) span(name string, from, to int) protocol.Range {
	var r protocol.Range
	r.Start.Line, r.Start.Character = c.text(name).Position(from, c.enc)
	r.End.Line, r.End.Character = c.text(name).Position(to, c.enc)
	return r
}

// text is a file as the editor has it, or the disk.
func (c *client) text(name string) *buffer.Text {
	if t := c.docs[name]; t != nil {
		return t
	}
	return buffer.New(c.disk(name))
}

// at is a place of a file: where the sign ‸ stands in a piece of it.
func (c *client) at(name, piece string) map[string]any {
	c.t.Helper()
	before, after, ok := strings.Cut(piece, "‸")
	n := strings.Index(c.text(name).String(), before+after)
	if !ok || n < 0 {
		c.t.Fatalf("%s has no %q", name, piece)
	}
	return map[string]any{"textDocument": map[string]any{"uri": c.uri(name)}, "position": c.span(name, n+len(before), 0).Start}
}

// shows is a stretch of a file as a test shows it: its address and its words.
func (c *client) shows(uri string, r protocol.Range) string {
	name := c.name(uri)
	t := c.text(name)
	from, to := t.Offset(r.Start.Line, r.Start.Character, c.enc), t.Offset(r.End.Line, r.End.Character, c.enc)
	return fmt.Sprintf("%s:%d:%d %q", name, r.Start.Line+1, r.Start.Character+1, t.String()[from:to])
}

// faulty gives the faults of a file, read with all that was typed so far.
func (c *client) faulty(name string) []protocol.Diagnostic {
	c.t.Helper()
	c.must("textDocument/codeAction", map[string]any{"textDocument": map[string]any{"uri": c.uri(name)}, "range": protocol.Range{}, "context": struct{}{}})
	return c.faults[name]
}

// apply makes an edit in the editor's texts and on its disk, as an editor does.
func (c *client) apply(edit json.RawMessage) {
	c.t.Helper()
	var e struct {
		DocumentChanges []struct {
			Kind, OldURI, NewURI string
			TextDocument         struct {
				URI     string
				Version *int
			}
			Edits []protocol.TextEdit
		}
		Changes map[string][]protocol.TextEdit
	}
	c.read(edit, &e)
	for _, d := range e.DocumentChanges {
		switch {
		case d.Kind == "rename":
			c.move(c.name(d.OldURI), c.name(d.NewURI))
		case d.Kind != "":
			c.t.Fatalf("an operation %q", d.Kind)
		default:
			if v := d.TextDocument.Version; v != nil && *v != c.versions[c.name(d.TextDocument.URI)] {
				c.t.Fatalf("an edit of version %d of %s", *v, d.TextDocument.URI)
			}
			c.edits(c.name(d.TextDocument.URI), d.Edits)
		}
	}
	for uri, edits := range e.Changes {
		c.edits(c.name(uri), edits)
	}
}

// edits makes edits of a text; all of them speak of it as it was.
func (c *client) edits(name string, edits []protocol.TextEdit) {
	c.t.Helper()
	slices.SortStableFunc(edits, func(a, b protocol.TextEdit) int {
		return cmp.Or(cmp.Compare(b.Range.Start.Line, a.Range.Start.Line), cmp.Compare(b.Range.Start.Character, a.Range.Start.Character))
	})
	for _, e := range edits {
		t := c.text(name)
		from, to := t.Offset(e.Range.Start.Line, e.Range.Start.Character, c.enc), t.Offset(e.Range.End.Line, e.Range.End.Character, c.enc)
		if c.docs[name] != nil {
			c.change(name, from, to, e.NewText)
		} else {
			c.save(name, t.With(from, to, e.NewText).String())
		}
	}
}

// save writes a file, and tells the server.
func (c *client) save(name, text string) {
	c.t.Helper()
	if err := afero.WriteFile(c.fs, filepath.Join(c.root, "content", filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
	c.changed(name)
}

// changed tells the server of files that changed on the disk.
func (c *client) changed(names ...string) {
	c.t.Helper()
	var changes []any
	for _, name := range names {
		changes = append(changes, map[string]any{"uri": c.uri(name), "type": 2})
	}
	c.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": changes})
}

// move renames a file, with its open text.
func (c *client) move(from, to string) {
	c.t.Helper()
	path := func(name string) string { return filepath.Join(c.root, "content", filepath.FromSlash(name)) }
	if err := c.fs.Rename(path(from), path(to)); err != nil {
		c.t.Fatal(err)
	}
	if text := c.docs[from]; text != nil {
		c.close(from)
		c.open(to, text.String())
	}
	c.changed(from, to)
}
