//go:build unix

package acceptance

import (
	"bytes"
	"context"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// TestFullDisk runs each command that writes on a disk that takes nothing more.
func TestFullDisk(t *testing.T) {
	for _, args := range [][]string{
		{"new", "section", "footbridge", "A title"}, {"new", "article", "A title"}, {"new", "translation", "content/pages/about.md", "fr"},
		{"translated", "content/pages/about.fr.md"}, {"init", "another"}, {"build"},
	} {
		disk := startedDossier(t)
		for name, text := range map[string]string{
			"content/index.md": "---\ntitle: T\nlanguages: [en, fr]\n---\n", "content/pages/about.fr.md": "---\ntitle: T\n---\n",
		} {
			if err := afero.WriteFile(disk, name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if args[1:] != nil && strings.Contains(strings.Join(args, " "), "translation ") {
			if err := disk.Remove("content/pages/about.fr.md"); err != nil {
				t.Fatal(err)
			}
		}
		if status, _, stderr := on(afero.NewReadOnlyFs(disk), args...); status != environment || !strings.HasPrefix(stderr, "dossier: ") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("dossier %v: exit status %d; %s", args, status, stderr)
		}
	}
}

// TestDiskFailsAnywhere fails each operation in turn of the commands that start files: the status says so, and the command
// can be given again.
func TestDiskFailsAnywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("it fails hundreds of builds")
	}
	for _, args := range [][]string{{"init", "."}, {"new", "section", "footbridge", "A title"}, {"new", "event", "An event"}, {"new", "article", "A title"}} {
		fresh := func() afero.Fs {
			if args[0] == "init" {
				return afero.NewMemMapFs()
			}
			return startedDossier(t)
		}
		counting := &faultFs{Fs: fresh(), n: -1, fault: fault{err: syscall.EIO}}
		if status, _, stderr := on(counting, args...); status != done || len(counting.all) == 0 {
			t.Fatalf("dossier %v: exit status %d after %d operations; %s", args, status, len(counting.all), stderr)
		}
		for n := range len(counting.all) {
			faulty := &faultFs{Fs: fresh(), n: n, fault: fault{err: syscall.EIO}}
			status, stdout, stderr := on(faulty, args...)
			if op := faulty.struck[0]; status == done && (strings.HasPrefix(op, "close ") || strings.HasPrefix(op, "stat ")) {
				continue // of a file that was read: its bytes are what counts
			}
			if status != environment || stdout != "" || !strings.Contains(stderr, syscall.EIO.Error()) {
				t.Errorf("dossier %v, %v: exit status %d; %s; %s", args, faulty.struck, status, stdout, stderr)
			}
		}
	}
}

// noWriter is a terminal that is gone.
type noWriter struct{}

func (noWriter) Write([]byte) (int, error) { return 0, fs.ErrClosed }

func TestTerminalGone(t *testing.T) {
	disk := startedDossier(t)
	if err := afero.WriteFile(disk, "content/pages/bad.md", []byte("no front matter"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"build", "check"} {
		var out bytes.Buffer
		if status := run(context.Background(), []string{command}, disk, &out, noWriter{}); status != environment {
			t.Errorf("%s: exit status %d", command, status)
		}
	}
}

func TestWrongUse(t *testing.T) {
	disk := startedDossier(t)
	for _, tt := range []struct{ args, says string }{
		{"build --jobs=-1", "--jobs takes a number from 1; it is -1"},
		{"check --jobs=-1", "--jobs takes a number from 1"},
		{"build --base-url=ftp://x", "--base-url takes an address"},
		{"check --base-url=//x", "--base-url takes an address"},
		{"build --out=.", "content"},
		{"build --nonsense", "; see dossier build --help"},
		{"nonsense", "; see dossier --help"},
		{"help nonsense", "; see dossier --help"},
		{"new", `expected "<kind>"; see dossier new --help`},
		{"new evnt", `"evnt" is not a kind of content; did you mean "event"?`},
		{"new event", "write dossier new event TITLE"},
		{"new section footbridge", "write dossier new section ARTICLE TITLE"},
		{"new translation x", "write dossier new translation FILE LANGUAGE"},
		{"new event !!!", "does not make an id"},
		{"new event x --id Ä!", "does not make an id"},
		{"new evnt x", `"evnt" is not a kind of content; did you mean "event"?`},
		{"new section footbrige x", `there is no article "footbrige"; did you mean "footbridge"?`},
		{"new section footbridge Building", "exists already; choose another title or --id"},
		{"new event Opening-day", "exists already; choose another title or --id"},
		{"new translation content/pages/about.md xx", `"xx" is not one of the further languages`},
		{"translated content/pages/about.md", "is not a translation"},
		{"translated content/pages/none.fr.md", "which does not exist"},
	} {
		status, _, stderr := on(disk, strings.Fields(tt.args)...)
		if status != misused || !strings.Contains(stderr, tt.says) {
			t.Errorf("dossier %s: exit status %d, want %d; %s", tt.args, status, misused, stderr)
		}
	}
}

// TestHelp: help is asked for in the ways that other programs have, and names the command.
func TestHelp(t *testing.T) {
	for args, says := range map[string]string{
		"": "Usage: dossier <command>", "help": "Usage: dossier <command>", "help new": "Usage: dossier new <kind>", "new --help": "Usage: dossier new <kind>", "-v": "dossier ",
	} {
		if status, stdout, stderr := on(afero.NewMemMapFs(), strings.Fields(args)...); status != done || !strings.HasPrefix(stdout, says) || stderr != "" {
			t.Errorf("dossier %s: exit status %d; %s%s", args, status, stdout, stderr)
		}
	}
}

func TestNoContent(t *testing.T) {
	for _, args := range []string{"build", "check", "new section a b", "new treaty x", "new translation a.md fr", "translated a.fr.md"} {
		if status, _, stderr := on(afero.NewMemMapFs(), strings.Fields(args)...); status != environment || !strings.Contains(stderr, `there is no content folder "content"`) {
			t.Errorf("dossier %s: exit status %d; %s", args, status, stderr)
		}
	}
}
