package lsp

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/generator/lsp/protocol"
)

var update = flag.Bool("update", false, "write what the server answers into the scripts")

// TestScripts runs the scripts of testdata: each is a dossier (the files of the
// archive) and what an editor does with it (the comment). A line that does not begin
// with two spaces is something that the editor does; those that do are what came of it.
// The sign ‸ is the cursor.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil || len(scripts) == 0 {
		t.Fatal(err, len(scripts))
	}
	for _, name := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runScript(t, name)
		})
	}
}

func runScript(t *testing.T, name string) {
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a := txtar.Parse(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")))
	files := map[string]string{}
	for _, f := range a.Files {
		text := string(f.Data)
		if base, ok := strings.CutSuffix(f.Name, " crlf"); ok {
			f.Name, text = base, strings.ReplaceAll(text, "\n", "\r\n")
		}
		files[f.Name] = text
	}
	c := dossierIn(t, files)
	var got strings.Builder
	begun := false
	for line := range strings.Lines(string(a.Comment)) {
		if strings.HasPrefix(line, "  ") {
			continue
		}
		got.WriteString(line)
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if !begun {
			begun = true
			if words[0] == "old" {
				c.begin(plainOld)
				continue
			}
			c.begin(modern)
		}
		for _, out := range c.do(words[0], words[1:], strings.TrimSuffix(line, "\n")) {
			for l := range strings.Lines(out) {
				got.WriteString("  " + strings.TrimSuffix(l, "\n") + "\n")
			}
		}
	}
	if err := c.end(); err != nil {
		t.Error(err)
	}
	if *update {
		a.Comment = []byte(got.String())
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got.String() != string(a.Comment) {
		t.Errorf("%s differs; run go test ./generator/lsp -update and read the difference. Now:\n%s", name, got.String())
	}
}

// do does a line of a script, and gives what came of it.
func (c *client) do(verb string, args []string, line string) (out []string) {
	c.t.Helper()
	file := ""
	if len(args) > 0 {
		file = args[0]
	}
	piece := ""
	if n := strings.Index(line, file); n >= 0 {
		piece = strings.ReplaceAll(strings.TrimPrefix(line[n+len(file):], " "), `\n`, "\n")
	}
	switch verb {
	case "open":
		c.open(file, "")
	case "type": // FILE old => new
		old, text, _ := strings.Cut(piece, " => ")
		n := strings.Index(c.text(file).String(), old)
		if n < 0 {
			c.t.Fatalf("%s has no %q", file, old)
		}
		c.change(file, n, n+len(old), text)
	case "close":
		c.close(file)
	case "faults":
		for _, d := range c.faulty(file) {
			out = append(out, fmt.Sprintf("%s %d %s: %s", c.shows(c.uri(file), d.Range), d.Severity, d.Code, d.Message))
		}
	case "fixes", "fix":
		out = c.fixes(file, verb == "fix")
	case "complete":
		out = c.completions(c.at(file, piece))
	case "hover":
		var h protocol.Hover
		if result := c.must("textDocument/hover", c.at(file, piece)); string(result) != "null" {
			c.read(result, &h)
			out = append(out, c.shows(c.uri(file), *h.Range), h.Contents.Value)
		}
	case "definition":
		var l protocol.Location
		if result := c.must("textDocument/definition", c.at(file, piece)); string(result) != "null" {
			c.read(result, &l)
			out = append(out, c.shows(l.URI, l.Range))
		}
	case "references":
		var all []protocol.Location
		params := c.at(file, piece)
		params["context"] = map[string]bool{"includeDeclaration": true}
		c.read(c.must("textDocument/references", params), &all)
		for _, l := range all {
			out = append(out, c.shows(l.URI, l.Range))
		}
	case "hints":
		var hints []protocol.InlayHint
		c.read(c.must("textDocument/inlayHint", map[string]any{"textDocument": map[string]any{"uri": c.uri(file)}, "range": c.span(file, 0, len(c.text(file).String()))}), &hints)
		for _, h := range hints {
			out = append(out, fmt.Sprintf("%d:%d %s", h.Position.Line+1, h.Position.Character+1, h.Label))
		}
	case "outline":
		out = c.outline(file)
	case "symbols":
		var all []protocol.SymbolInformation
		c.read(c.must("workspace/symbol", map[string]any{"query": strings.Join(args, " ")}), &all)
		for _, s := range all {
			out = append(out, fmt.Sprintf("%s (%d, %s) %s", s.Name, s.Kind, s.ContainerName, c.name(s.Location.URI)))
		}
	case "rename": // FILE place => name
		out = c.renames(file, piece)
	default:
		c.t.Fatalf("no verb %q", verb)
	}
	return out
}

// fixes are the quick fixes of a file; the first is made if it is to be.
func (c *client) fixes(file string, make bool) (out []string) {
	var actions []struct {
		Title       string
		IsPreferred bool
		Edit        json.RawMessage
	}
	c.faulty(file)
	c.read(c.must("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": c.uri(file)}, "range": c.span(file, 0, len(c.text(file).String())), "context": map[string]any{"only": []string{"quickfix"}},
	}), &actions)
	for _, a := range actions {
		out = append(out, fmt.Sprintf("%s%s", a.Title, map[bool]string{true: " (preferred)"}[a.IsPreferred]))
	}
	if make {
		if len(actions) == 0 {
			c.t.Fatalf("%s has no fixes", file)
		}
		c.apply(actions[0].Edit)
	}
	return out
}

// completions are shown as what a line would be with them.
func (c *client) completions(at map[string]any) (out []string) {
	var list protocol.CompletionList
	c.read(c.must("textDocument/completion", at), &list)
	for i, item := range list.Items {
		if i == 12 {
			out = append(out, fmt.Sprintf("… %d in all", len(list.Items)))
			break
		}
		name := c.name(at["textDocument"].(map[string]any)["uri"].(string))
		t := c.text(name)
		from, to := t.Offset(item.TextEdit.Range.Start.Line, item.TextEdit.Range.Start.Character, c.enc), t.Offset(item.TextEdit.Range.End.Line, item.TextEdit.Range.End.Character, c.enc)
		start, end := t.Line(t.LineOf(from))
		line := t.String()[start:from] + "«" + item.TextEdit.NewText + "»" + t.String()[to:end]
		out = append(out, strings.Trim(line+"  | "+item.Label+" | "+item.Detail, " |"))
	}
	if list.IsIncomplete {
		out = append(out, "…")
	}
	return out
}

// outline is shown by indents.
func (c *client) outline(file string) (out []string) {
	result := c.must("textDocument/documentSymbol", map[string]any{"textDocument": map[string]any{"uri": c.uri(file)}})
	var flat []protocol.SymbolInformation
	if bytes.Contains(result, []byte(`"location"`)) {
		c.read(result, &flat)
		for _, s := range flat {
			out = append(out, s.Name+" in "+s.ContainerName)
		}
		return out
	}
	var tree []protocol.DocumentSymbol
	c.read(result, &tree)
	var show func(indent string, all []protocol.DocumentSymbol)
	show = func(indent string, all []protocol.DocumentSymbol) {
		for _, s := range all {
			out = append(out, fmt.Sprintf("%s%s %s %d-%d", indent, s.Name, s.Detail, s.Range.Start.Line+1, s.Range.End.Line+1))
			show(indent+"- ", s.Children)
		}
	}
	show("", tree)
	return out
}

// renames makes a rename, and shows its edits.
func (c *client) renames(file, piece string) (out []string) {
	piece, to, _ := strings.Cut(piece, " => ")
	params := c.at(file, piece)
	var prepared protocol.PrepareRename
	result, err := c.ask("textDocument/prepareRename", params)
	if err != nil {
		return []string{err.Message}
	}
	c.read(result, &prepared)
	out = append(out, c.shows(c.uri(file), prepared.Range)+" "+prepared.Placeholder)
	params["newName"] = to
	if result, err = c.ask("textDocument/rename", params); err != nil {
		return append(out, err.Message)
	}
	var e struct {
		DocumentChanges []struct {
			Kind, OldURI, NewURI string
			TextDocument         struct{ URI string }
			Edits                []protocol.TextEdit
		}
	}
	c.read(result, &e)
	for _, d := range e.DocumentChanges {
		if d.Kind != "" {
			out = append(out, d.Kind+" "+c.name(d.OldURI)+" "+c.name(d.NewURI))
			continue
		}
		for _, edit := range d.Edits {
			out = append(out, fmt.Sprintf("%s -> %q", c.shows(d.TextDocument.URI, edit.Range), edit.NewText))
		}
	}
	c.apply(result)
	return out
}
