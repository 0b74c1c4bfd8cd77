// Package importer makes a dossier of a site of another program: Hugo, Jekyll or a
// vault of Obsidian.
//
// What a text becomes follows from its place and its date, as docs/importing.md says:
// a text with a date in a folder is a section of the article that the folder is, one
// without is a free page, a tag is an entry of a kind, an author an actor, a note of
// a vault an entry of the kind that its folder is.
//
// Nothing is lost silently: what Dossier has nothing for stays in the text as a
// comment, and the report names it and whatever else was left out. Nothing is
// invented: a link whose target is not there leads to the old site, or is no link.
//
// A second run writes what it wrote before, so it changes nothing. It knows its own
// files by a record in the folder (see record); what an editor has changed since, or
// deleted, is left alone and named.
package importer

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/afero"
	"golang.org/x/text/encoding/charmap"

	"dossier/generator/foreign"
	"dossier/generator/glyph"
	"dossier/generator/importer/hugo"
	"dossier/generator/importer/jekyll"
	"dossier/generator/importer/obsidian"
	"dossier/generator/importer/origin"
	"dossier/generator/limits"
	"dossier/generator/progress"
)

// Programs are those whose sites can be imported.
var Programs = []string{"hugo", "jekyll", "obsidian"}

// Options say what to import.
type Options struct {
	Program   string   // one of Programs
	Dir       string   // its site
	Into      string   // the content folder to write
	Languages []string // to take, the first is the default; nil for all
}

// Result says what was done.
type Result struct {
	Texts, Media int
	Written      []string // paths below Options.Into
	Unchanged    int
	Kept         []Kept // files that were not written, and why
	Gone         []string
	Report       string // Markdown; the same in each run over the same site
}

// Kept is a file that was left as it is.
type Kept struct{ File, Why string }

// ErrNotThat says that the folder holds no site of the program.
var ErrNotThat = errors.New("no site of that program")

// Run imports a site. It fails with ErrNotThat, when reading or writing does, or with ctx's
// error, before it has written anything.
func Run(ctx context.Context, fsys afero.Fs, o Options) (*Result, error) {
	files, err := Convert(ctx, fsys, o)
	if err != nil {
		return nil, err
	}
	res := &Result{Texts: files.texts, Media: files.media, Report: files.report}
	return res, write(ctx, fsys, o.Into, files, res)
}

// Files are those of a dossier, by their path in the content folder.
type Files struct {
	Text  map[string]string
	Media map[string]string // the file of the site that each is a copy of

	texts, media int
	needs        string // what index.md has to say for the files to be valid
	report       string
	tree         origin.Tree
}

// Convert makes the files of the dossier and writes none. Its errors are those of Run.
func Convert(ctx context.Context, fsys afero.Fs, o Options) (*Files, error) {
	progress.Phase(ctx, "Reading")
	tree, config, passed, err := list(fsys, o.Dir, o.Program)
	if err != nil {
		return nil, err
	}
	site, err := read(tree, config, o)
	if err != nil {
		return nil, err
	}
	site.Left = append(passed, site.Left...)
	d := newDossier(tree, site, o)
	d.place()
	progress.Phase(ctx, "Converting")
	d.convert(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return d.files(), nil
}

// read reads a site, which must be one of the program.
func read(t origin.Tree, config bool, o Options) (*origin.Site, error) {
	is := map[string]func() bool{
		"hugo": func() bool { return hugo.Is(t) }, "jekyll": func() bool { return jekyll.Is(t) }, "obsidian": func() bool { return obsidian.Is(t, config) },
	}
	if !is[o.Program]() {
		hint := ""
		if at := slices.IndexFunc(Programs, func(p string) bool { return is[p]() }); at >= 0 {
			hint = fmt.Sprintf("; did you mean dossier import %s?", Programs[at])
		}
		return nil, fmt.Errorf("%w: %s does not look like one of %s%s", ErrNotThat, filepath.ToSlash(o.Dir), o.Program, hint)
	}
	switch o.Program {
	case "hugo":
		return hugo.Read(t)
	case "jekyll":
		return jekyll.Read(t)
	}
	return obsidian.Read(t, o.Languages...)
}

// unread are folders that a program makes, or that others install there.
var unread = map[string][]string{"hugo": {"node_modules", "public", "resources"}, "jekyll": {"node_modules", "_site", "vendor"}, "obsidian": {"node_modules"}}

// list lists the folder of a program's site. config says that it has a folder of
// Obsidian's.
func list(fsys afero.Fs, dir, program string) (t origin.Tree, config bool, passed []origin.Left, err error) {
	err = afero.Walk(fsys, dir, func(name string, info fs.FileInfo, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil || rel == "." {
			return err
		}
		rel = filepath.ToSlash(rel)
		base := path.Base(rel)
		switch {
		case info.IsDir() && base[0] == '.':
			config = config || rel == ".obsidian"
			return filepath.SkipDir
		case info.IsDir() && slices.Contains(unread[program], rel):
			passed = append(passed, origin.Left{File: rel + "/", Why: "it is made by programs"})
			return filepath.SkipDir
		case info.IsDir() || foreign.Is(base):
		case !info.Mode().IsRegular():
			passed = append(passed, origin.Left{File: rel, Why: "it is no file but a link"})
		case origin.IsMarkdown(base) && info.Size() > limits.MaxFileBytes:
			passed = append(passed, origin.Left{File: rel, Why: fmt.Sprintf("it has more than %d bytes", limits.MaxFileBytes)})
		default:
			t.Files = append(t.Files, rel)
		}
		return nil
	})
	slices.Sort(t.Files)
	t.Read = func(name string) ([]byte, error) {
		b, err := afero.ReadFile(fsys, filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || isMedia(name) {
			return b, err
		}
		return []byte(clean(b)), nil
	}
	return t, config, passed, err
}

// clean makes UTF-8 of a text, with lines as Dossier has them and without what no
// text may have.
func clean(b []byte) string {
	if !utf8.Valid(b) {
		if decoded, err := charmap.Windows1252.NewDecoder().Bytes(b); err == nil {
			b = decoded
		}
	}
	s := strings.ReplaceAll(strings.TrimPrefix(string(b), "\ufeff"), "\r\n", "\n")
	if glyph.ForbiddenIn(s) == "" {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case glyph.Forbidden(r) != "":
			return -1
		}
		return r
	}, s)
}

// isMedia reports a file that a dossier may hold beside its texts.
func isMedia(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".avif", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".webp":
		return true
	}
	return false
}
