package lsp

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
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

var small = map[string]string{
	"index.md":              "---\ntitle: T\n---\n",
	"articles/a/index.md":   "---\ntitle: A\n---\n",
	"articles/a/01-one.md":  "---\ntitle: One\ndate: 2019-11-28\nactors: [bob]\n---\nBob met [[adda]].\n",
	"actors/ada.md":         "---\nname: Ada\ntype: person\n---\n",
	"actors/bob.md":         "---\nname: Bob\ntype: person\n---\n",
	"pages/about.md":        "---\ntitle: About\n---\n[[ada]]\n",
	"articles/a/plan.png":   "",
	"articles/a/01-one.mdx": "",
}

// code is that of an error; 0 of none.
func code(err *protocol.Error) int {
	if err == nil {
		return 0
	}
	return err.Code
}

// TestLifecycle answers as the protocol wants it: nothing before initialize and after
// shutdown, errors for what is not known or not understood, and an answer to each
// request.
func TestLifecycle(t *testing.T) {
	c := dossierIn(t, small)
	if _, err := c.ask("textDocument/hover", nil); code(err) != protocol.NotInitialized {
		t.Errorf("before initialize: %v", err)
	}
	c.notify("textDocument/didOpen", nil)
	if !strings.Contains(string(c.begin(modern)), `"positionEncoding":"utf-8"`) {
		t.Error("the editor knows UTF-8, and is not told to use it")
	}
	for method, want := range map[string]int{
		"initialize": protocol.MethodNotFound, "textDocument/willSave": protocol.MethodNotFound, "textDocument/hover": protocol.InvalidParams,
		"textDocument/rename": protocol.InvalidParams, "workspace/symbol": protocol.InvalidParams,
	} {
		if _, err := c.ask(method, []int{1}); code(err) != want {
			t.Errorf("%s: %v", method, err)
		}
	}
	c.notify("$/setTrace", nil)
	c.notify("textDocument/didChange", 7) // is noted in the log
	if _, err := io.WriteString(c.in, "Content-Length: 1\r\n\r\n{"); err != nil {
		t.Fatal(err)
	}
	if m := c.unasked(); m.Error == nil || m.Error.Code != protocol.ParseError {
		t.Errorf("what is no JSON: %+v", m)
	}
	// A file of another folder, and one that is not open.
	for _, uri := range []string{"file:///elsewhere/x.md", "untitled:1", c.uri("pages/about.md")} {
		result, err := c.ask("textDocument/completion", map[string]any{"textDocument": map[string]string{"uri": uri}})
		if err != nil || !strings.Contains(string(result), `"items":[]`) {
			t.Errorf("%s: %s, %v", uri, result, err)
		}
	}
	c.must("shutdown", nil)
	if _, err := c.ask("textDocument/hover", nil); code(err) != protocol.InvalidRequest {
		t.Errorf("after shutdown: %v", err)
	}
	c.notify("exit", nil)
	if err := <-c.ended; err != nil {
		t.Error(err)
	}
	if !strings.Contains(c.said.String(), "textDocument/didChange: the parameters are not those") {
		t.Error(c.said.String())
	}
	registered := slices.ContainsFunc(c.told, func(m *protocol.Message) bool { return m.Method == "client/registerCapability" })
	if !registered {
		t.Error("the editor was not asked to watch files")
	}
}

// unasked is the next message that is no notification.
func (c *client) unasked() *protocol.Message {
	for {
		m := c.next()
		if m == nil || m.Method == "" {
			return m
		}
		c.note(m)
	}
}

// TestEnds ends without a shutdown, with a stream that ends, with one that cannot be
// read, and with the context.
func TestEnds(t *testing.T) {
	for what, want := range map[string]error{"exit": ErrNoShutdown, "close": ErrNoShutdown, "garbage": protocol.ErrFraming} {
		c := dossierIn(t, small)
		c.begin(modern)
		switch what {
		case "exit":
			c.notify("exit", nil)
		case "close":
			c.in.Close()
		case "garbage":
			fmt.Fprint(c.in, "GET / HTTP/1.1\r\n\r\n")
		}
		if err := <-c.ended; !errors.Is(err, want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	c := dossierIn(t, small)
	c.begin(modern)
	c.must("shutdown", nil)
	c.in.Close()
	if err := <-c.ended; err != nil {
		t.Errorf("after shutdown: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	in, _ := io.Pipe()
	if err := Run(ctx, Config{}, in, io.Discard); err != nil {
		t.Error(err)
	}
	request := framed(t, protocol.Request(1, "x", nil))
	if err := Run(context.Background(), Config{}, io.MultiReader(bytes.NewReader(request), in), gone{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("an editor that does not listen: %v", err)
	}
}

type gone struct{}

func (gone) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func framed(t *testing.T, m *protocol.Message) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := protocol.Write(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestNoDossier serves an editor whose folder has no content nothing, and says so once.
func TestNoDossier(t *testing.T) {
	c := dial(t, afero.NewMemMapFs(), filepath.FromSlash("/dossier"), never)
	c.begin(modern)
	for range 2 {
		if _, err := c.ask("workspace/symbol", map[string]string{"query": ""}); code(err) != protocol.RequestFailed || !strings.Contains(err.Message, "content folder") {
			t.Errorf("%v", err)
		}
	}
	shown := 0
	for _, m := range c.told {
		if m.Method == "window/showMessage" {
			shown++
		}
	}
	if shown != 1 {
		t.Errorf("it is shown %d times", shown)
	}
	for name, text := range small { // and here it is
		c.save(name, text)
	}
	if result := c.must("workspace/symbol", map[string]string{"query": "ada"}); !strings.Contains(string(result), "Ada") {
		t.Errorf("%s", result)
	}
	if err := c.end(); err != nil {
		t.Error(err)
	}
}

func TestNotOpened(t *testing.T) {
	in, w := io.Pipe()
	var out bytes.Buffer
	done := make(chan error, 1)
	go func() {
		done <- Run(context.Background(), Config{Open: func(string) (pipeline.Config, error) { return pipeline.Config{}, errors.New("no content") }}, in, &out)
	}()
	for i, method := range []string{"initialize", "textDocument/hover", "shutdown"} {
		if err := protocol.Write(w, protocol.Request(i, method, map[string]string{})); err != nil {
			t.Fatal(err)
		}
	}
	for _, method := range []string{"initialized", "exit"} {
		if err := protocol.Write(w, protocol.Notification(method, map[string]string{})); err != nil {
			t.Fatal(err)
		}
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if !strings.Contains(out.String(), "dossier: no content") || !strings.Contains(out.String(), `"id":1,"result":null`) {
		t.Error(out.String())
	}
}

// TestCancel answers a request that waits, once the editor wants it no more.
func TestCancel(t *testing.T) {
	c := dossierIn(t, small)
	c.must("initialize", map[string]any{"capabilities": struct{}{}}) // and no reading begins
	id, other := c.post("workspace/symbol", map[string]string{"query": ""}), c.post("workspace/symbol", map[string]string{"query": ""})
	c.notify("$/cancelRequest", map[string]int{"id": id})
	c.notify("$/cancelRequest", map[string]int{"id": 1000})
	if _, err := c.answer(id); code(err) != protocol.RequestCancelled {
		t.Errorf("%v", err)
	}
	id = c.post("shutdown", nil)
	if _, err := c.answer(other); code(err) != protocol.RequestCancelled {
		t.Errorf("%v", err)
	}
	c.answer(id)
	c.notify("exit", nil)
	if err := <-c.ended; err != nil {
		t.Error(err)
	}
}

// TestQuiet publishes faults by itself once nothing is typed, in all files, with their
// version, and none when they are mended.
func TestQuiet(t *testing.T) {
	fs := afero.NewMemMapFs()
	c := dial(t, fs, filepath.FromSlash("/dossier"), time.Millisecond)
	for name, text := range small {
		if err := afero.WriteFile(fs, filepath.Join(c.root, "content", filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c.begin(modern)
	until := func(name string, is func([]protocol.Diagnostic) bool) {
		t.Helper()
		for !is(c.faults[name]) {
			m := c.next()
			if m == nil {
				t.Fatal(<-c.ended)
			}
			c.note(m)
		}
	}
	has := func(code string) func([]protocol.Diagnostic) bool {
		return func(all []protocol.Diagnostic) bool {
			return slices.ContainsFunc(all, func(d protocol.Diagnostic) bool { return d.Code == code })
		}
	}
	none := func(all []protocol.Diagnostic) bool { return len(all) == 0 }
	c.open("pages/about.md", "---\ntitle: About\n---\n[[none]]\n") // while the dossier is read for the first time
	until("pages/about.md", has("broken-link"))
	until("articles/a/01-one.md", has("broken-link"))
	until("articles/a/01-one.mdx", has("bad-name"))
	c.open("actors/ada.md", "")
	c.change("actors/ada.md", 0, 0, "x") // breaks what links to it
	until("actors/ada.md", has("front-matter"))
	c.change("actors/ada.md", 0, 1, "")
	until("actors/ada.md", none)
	if err := fs.Remove(filepath.Join(c.root, "content", "articles", "a", "01-one.mdx")); err != nil {
		t.Fatal(err)
	}
	c.changed("articles/a/01-one.mdx")
	until("articles/a/01-one.mdx", none)
	c.close("actors/ada.md")
	if err := c.end(); err != nil {
		t.Error(err)
	}
}

// TestEdits makes random edits of open documents, by ranges, opens, closes and saves
// them, and finds each time what a check of the same texts finds. Previews, outlines and
// suggestions are asked for on the way.
func TestEdits(t *testing.T) {
	pieces := []string{"---\n", "[[ada]]", "[[", "]]", "Bob ", "actors: [bob, adda]\n", "date: 2019-13\n", "title: X\n", "😀", "е\u0301", "\r\n", "\n", "{", "\"", "# H\n", "countries: [KE]\n"}
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 1))
			c := dossierIn(t, small)
			c.begin([]string{modern, plainOld}[seed%2])
			names := []string{"articles/a/01-one.md", "actors/ada.md", "pages/about.md", "index.md", "articles/a/02-new.md"}
			for range 25 {
				name := names[r.IntN(len(names))]
				switch open := c.docs[name] != nil; {
				case !open && name == "articles/a/02-new.md":
					c.open(name, "---\ntitle: New\ndate: 2020\n---\n")
				case !open:
					c.open(name, "")
				case r.IntN(8) == 0 && name != "articles/a/02-new.md":
					c.save(name, c.text(name).String())
					c.close(name)
				default:
					text := c.text(name).String()
					bounds := []int{len(text)}
					for i := range text {
						bounds = append(bounds, i)
					}
					slices.Sort(bounds)
					i := r.IntN(len(bounds))
					j := min(i+r.IntN(6), len(bounds)-1)
					c.change(name, bounds[i], bounds[j], pieces[r.IntN(len(pieces))])
					place := map[string]any{"textDocument": map[string]string{"uri": c.uri(name)}, "position": c.span(name, bounds[i], 0).Start, "query": "a", "context": struct{}{}, "range": c.span(name, 0, 9)}
					for _, method := range []string{"completion", "hover", "definition", "references", "documentSymbol", "inlayHint", "prepareRename"} {
						if _, err := c.ask("textDocument/"+method, place); code(err) != 0 && code(err) != protocol.RequestFailed {
							t.Fatalf("%s: %v", method, err)
						}
					}
				}
				c.sameAsCheck(name)
			}
			if err := c.end(); err != nil {
				t.Error(err)
			}
		})
	}
}

// sameAsCheck compares all published faults with those of a check of the same texts.
func (c *client) sameAsCheck(name string) {
	c.t.Helper()
	c.faulty(name)
	fs := afero.NewCopyOnWriteFs(c.fs, afero.NewMemMapFs())
	for file, text := range c.docs {
		if err := afero.WriteFile(fs, filepath.Join(c.root, "content", filepath.FromSlash(file)), []byte(text.String()), 0o644); err != nil {
			c.t.Fatal(err)
		}
	}
	_, faults, err := pipeline.Run(context.Background(), pipeline.Config{
		Source: fs, Content: filepath.Join(c.root, "content"), Layouts: filepath.Join(c.root, "layouts"), Jobs: 1, Check: true,
	})
	if err != nil {
		c.t.Fatal(err)
	}
	var want, got []string
	for _, d := range faults {
		want = append(want, fmt.Sprintf("%s:%d %s %s", c.name(protocol.URI(filepath.FromSlash(d.File))), max(d.Line, 1), d.Code, d.Message))
	}
	for file, all := range c.faults {
		for _, d := range all {
			got = append(got, fmt.Sprintf("%s:%d %s %s", file, d.Range.Start.Line+1, d.Code, d.Message))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		c.t.Fatalf("published:\n%s\nchecked:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestDifferences makes the edits that make one text of another.
func TestDifferences(t *testing.T) {
	for _, c := range [][2]string{
		{"", ""}, {"a\nb\n", "a\nx\nb\n"}, {"a\nb\nc\n", "a\nc\n"}, {"a\nbéc\n", "a\nbèc\n"}, {"a\r\nb\r\n", "A\r\nb\r\nc\r\n"}, {"a", "a\nb"}, {"a\nb", "b"},
		{"x\ny\nz\n", ""}, {"", "x\ny\n"}, {"a\na\na\n", "a\nb\na\n"}, {"😀 one\ntwo\n", "😀 two\none\n"},
	} {
		f := &files{}
		text := c[0]
		edits := f.differences(c[0], c[1])
		slices.Reverse(edits)
		was := buffer.New(c[0])
		for _, e := range edits {
			text = text[:f.offset(was, e.Range.Start)] + e.NewText + text[f.offset(was, e.Range.End):]
		}
		if text != c[1] {
			t.Errorf("%q: %q, not %q", c[0], text, c[1])
		}
	}
}
