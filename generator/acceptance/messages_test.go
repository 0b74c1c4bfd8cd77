package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/afero"

	"dossier/generator/glyph"
)

// hostilePieces are what values and names are made of: signs that move the
// cursor, end lines, command a runner, turn the direction, or are no text.
var hostilePieces = []string{
	"a", "b c", "\x1b[2J", "\x1b]0;OWNED\a", "\n", "\r", "\r\n::error::forged", "\t", "\x00", "\x7f", "\u0085", "\u009b31m", "\u2028", "\u2029", "\u202e", "\u2067",
	"\u200f", "\u200b", "\ufeff", "\u3164", "עברית 12", "عربي", "::error::x", "##[add-mask]x", "%0A", "\"", "\\", "'", "{{x}}", "[[", "]]", "[^1]", "<b>", "x.md", "/",
	"index", "2019", "Ä", "a\u0308", "\xff", strings.Repeat("long ", 200),
}

func pieces(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(4) {
		b.WriteString(hostilePieces[random.IntN(len(hostilePieces))])
	}
	return b.String()
}

// escapes writes a text as YAML in double quotes, so that all of it comes in.
func escapes(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf && r >= ' ' && r != '"' && r != '\\' {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\U%08x`, r)
	}
	return `"` + b.String() + `"`
}

// dossierOfPieces writes a dossier whose ids, names, texts and files hold
// whatever random gives. A name that the disk does not take is left out.
func dossierOfPieces(random *rand.Rand) afero.Fs {
	disk := afero.NewMemMapFs()
	put := func(name, text string) {
		_ = afero.WriteFile(disk, filepath.Join("content", name), []byte(text), 0o644)
	}
	h := func() string { return escapes(pieces(random)) }
	put("index.md", "---\ntitle: "+h()+"\nkinds: {things: {name: "+h()+"}}\nrelations: {r: {name: "+h()+", inverse: "+h()+"}}\n---\n")
	put("articles/a/index.md", "---\ntitle: A\nauthor: "+h()+"\npublished: "+h()+"\n"+h()+": x\n---\n"+strings.ReplaceAll(pieces(random), "\x00", ""))
	put("articles/a/01-s.md", "---\ntitle: "+h()+"\ndate: "+h()+"\nactors: ["+h()+", "+h()+"]\ncountries: ["+h()+"]\nthings: "+h()+"\nsources: [{title: x, url: "+h()+"}]\n---\n[["+pieces(random)+"]] [x]("+pieces(random)+") "+pieces(random)+"\n")
	put("things/one.md", "---\nname: "+h()+"\naliases: ["+h()+"]\nrelations: [{type: "+h()+", to: "+h()+", note: "+h()+"}]\naccept: ["+h()+"]\n---\n"+pieces(random)+"\n")
	put("things/"+strings.ReplaceAll(pieces(random), "\x00", "")+".md", "---\nname: Two\n---\n")
	put(strings.ReplaceAll(pieces(random), "\x00", ""), "x")
	put("pages/"+pieces(random)+"/"+pieces(random)+".md", "x")
	return disk
}

// on runs a command over a file system.
func on(disk afero.Fs, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(context.Background(), args, disk, &out, &errs)
	return status, out.String(), errs.String()
}

// startedDossier is what init makes, in memory.
func startedDossier(t *testing.T) afero.Fs {
	t.Helper()
	disk := afero.NewMemMapFs()
	if status, _, stderr := on(disk, "init", "."); status != done {
		t.Fatalf("init: %d, %s", status, stderr)
	}
	return disk
}

var counted = regexp.MustCompile(`(?m)^(\d+) errors?, (\d+) warnings?(: nothing was published)?$`)

// TestMessagesAreText makes up dossiers in which everything is hostile. Whatever
// the program prints of them, in each format, is text, and a line a fault.
func TestMessagesAreText(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds sites by the dozen")
	}
	t.Parallel()
	for seed := range uint64(fewer(60)) {
		disk := dossierOfPieces(rand.New(rand.NewPCG(seed, 1)))
		for _, format := range []string{"text", "github", "json"} {
			for _, command := range []string{"check", "build"} {
				_, stdout, stderr := on(disk, command, "--all", "--format", format)
				for _, printed := range []string{stdout, stderr} {
					if fault := unprintable(printed); fault != "" {
						t.Fatalf("%d, %s %s: %s in %q", seed, command, format, fault, printed)
					}
				}
				lines := strings.Count(stdout+stderr, "\n")
				if m := counted.FindStringSubmatch(stdout + "\n" + stderr); m != nil {
					var errs, warnings int
					_, _ = fmt.Sscan(m[1]+" "+m[2], &errs, &warnings)
					if lines != errs+warnings+1 {
						t.Errorf("%d, %s %s: %d lines for %s", seed, command, format, lines, m[0])
					}
				}
			}
		}
	}
}

// unprintable says what of printed lines is not to be printed, or "".
func unprintable(printed string) string {
	for line := range strings.Lines(strings.NewReplacer("\u2068", "", "\u2069", "").Replace(printed)) {
		words, ended := strings.CutSuffix(line, "\n")
		switch {
		case !ended:
			return "a line without an end"
		case !utf8.ValidString(words), strings.ContainsFunc(words, glyph.Unprintable):
			return "a sign that is none"
		case strings.HasPrefix(strings.TrimSpace(words), "::") && !strings.HasPrefix(words, "::error file=") && !strings.HasPrefix(words, "::warning file="), strings.Contains(words, "##["):
			return "a command"
		}
	}
	return ""
}

// TestOtherMessagesAreText gives the commands hostile flags and arguments, and
// the disk hostile names.
func TestOtherMessagesAreText(t *testing.T) {
	bad := "x\x1b[2J\n::error::forged\u202e"
	for _, args := range [][]string{
		{bad}, {"build", "--" + bad}, {"build", "--content", bad}, {"build", "--only", bad + "," + bad, "--except", bad}, {"build", "--format", bad}, {"build", "--base-url", bad},
		{"build", "--jobs", bad}, {"build", "--out", bad}, {"build", "--out", bad, "--verify"}, {"check", "--layouts", bad}, {"new", bad, bad}, {"new", "section", bad, bad},
		{"new", "actor", bad}, {"new", "actor", "--id", bad, "A"}, {"new", "actor", "Bob", "--content", bad}, {"new", "event", "E", "--date", bad}, {"new", "country", "C", "--iso", bad}, {"new", "translation", bad, bad},
		{"translated", bad}, {"translated", bad + ".fr.md"}, {"init", bad}, {"init", "."}, {"serve", "--addr", bad}, {"serve", "--addr", bad + ":1"},
	} {
		disk := startedDossier(t)
		_, stdout, stderr := on(disk, args...)
		if fault := unprintable(stdout + stderr); fault != "" {
			t.Errorf("dossier %q: %s in %q", args, fault, stdout+stderr)
		}
		if lines := strings.Count(stdout+stderr, "\n"); lines > 90 || lines > 2 && args[0] != "build" && args[0] != "check" {
			t.Errorf("dossier %q: %d lines: %q", args, lines, stdout+stderr)
		}
	}
}

// TestNamesOfFilesAreText has files on a disk whose names are escaped like
// quoted ids.
func TestNamesOfFilesAreText(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"index.md": "---\ntitle: T\n---\n", "::error::z.md": "x", "actors/x\x1b[2J\n::error::y\r.md": "x", "pages/\u202ea\u2028.md": "x", "pages/b\x01.jpg": "x",
	} {
		name = filepath.Join("content", name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Skip("this disk does not take such a name:", err)
		}
	}
	status, _, stderr := on(afero.NewOsFs(), "check")
	if fault := unprintable(stderr); status != faulty || fault != "" || strings.Count(stderr, "\n") != 4 {
		t.Errorf("%d: %s in %q", status, fault, stderr)
	}
	for _, begin := range []string{"content/::error::z.md: error: ", `content/actors/x\x1b[2J\n::error::y\r.md: error: `, `content/pages/\u202ea\u2028.md: error: `, `content/pages/b\x01.jpg: error: `} {
		if !strings.Contains("\n"+stderr, "\n"+begin) {
			t.Errorf("no line begins with %s in\n%s", begin, stderr)
		}
	}
}

// TestLayoutMessagesAreText has the hostile words in layouts.
func TestLayoutMessagesAreText(t *testing.T) {
	for _, layout := range []struct{ name, text string }{
		{"layouts/home.html", "{{define \"x\n::error::y\x1b[2J\"}}{{.Nothing}}{{end}}{{template \"x\n::error::y\x1b[2J\" .}}"},
		{"layouts/home.html", "{{.Site.\x1b[2J}}\n"},
		{"layouts/home.html", "{{if \"\u202e\x1b\n"},
		{"layouts/messages/en.yaml", "a: \"\x1b[2J\n::error::x\" b\n"},
		{"layouts/messages/en.yaml", "\"a\\e\\n::error::x\": [1]\n"},
		{"layouts/\x1b\n::error::x.html", "{{nothing}}"},
	} {
		disk := startedDossier(t)
		if err := afero.WriteFile(disk, layout.name, []byte(layout.text), os.ModePerm); err != nil {
			t.Fatal(err)
		}
		for _, format := range []string{"text", "github", "json"} {
			_, stdout, stderr := on(disk, "build", "--all", "--format", format)
			if fault := unprintable(stdout + stderr); fault != "" {
				t.Errorf("%q, %s: %s in %q", layout, format, fault, stdout+stderr)
			}
		}
	}
}
