package cli

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
)

// translationFile matches X.LANG.md.
var translationFile = regexp.MustCompile(`^(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md$`)

// below makes a file's path relative to the content folder; a path may also
// be given from there.
func below(content, file string) string {
	rel, err := filepath.Rel(content, file)
	if err != nil || !filepath.IsLocal(rel) {
		rel = file
	}
	return filepath.ToSlash(rel)
}

// translation starts from the original's words, to be overwritten, and
// records the state of the original that they have.
func (n *newCommand) translation(c *call) (scaffold, error) {
	file, lang := below(n.Content, n.Args[0]), n.Args[1]
	outline, err := n.outline(c)
	if err != nil {
		return scaffold{}, err
	}
	first := outline.Written[file]
	if first == "" {
		first = outline.Languages[0]
	}
	further := slices.DeleteFunc(slices.Clone(outline.Languages), func(l string) bool { return l == first })
	if !slices.Contains(further, lang) {
		return scaffold{}, usageError{fmt.Errorf("%q is not one of the further languages of index.md%s; add it there first", lang, diag.DidYouMean(lang, slices.Values(further)))}
	}
	print, ok := outline.Fingerprints[file]
	if !ok {
		return scaffold{}, usageError{fmt.Errorf("%s is not a Markdown file of the default edition in the content folder", n.Args[0])}
	}
	original, err := afero.ReadFile(c.fs, filepath.Join(n.Content, filepath.FromSlash(file)))
	if err != nil {
		return scaffold{}, fmt.Errorf("read the original: %w", err)
	}
	kept, body := translatable(string(original))
	text := "---\n" + kept + record(print) + "---\n" + body
	return scaffold{strings.TrimSuffix(file, ".md") + "." + lang + ".md", text}, nil
}

// record is the line of front matter that says what a translation was made
// from.
func record(fingerprint string) string { return "translates: \"" + fingerprint + "\"\n" }

// translatable are the parts of a file that a translation has: the lines of
// title, summary and description, and the body.
func translatable(original string) (kept, body string) {
	keep := false
	front, body := split(original)
	for line := range strings.Lines(front) {
		if !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "-") {
			key, _, _ := strings.Cut(line, ":")
			keep = slices.Contains([]string{"title", "summary", "description"}, key)
		}
		if keep {
			kept += line
		}
	}
	return kept, body
}

// split parts a file into the lines of its front matter and its body, with the
// line ends of Unix.
func split(text string) (front, body string) {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	m := frontMatter.FindStringSubmatch(text)
	if m == nil {
		return "", text
	}
	return m[1], text[len(m[0]):]
}

// renew records a fingerprint in a translation and changes no other byte of it.
func renew(text, fingerprint string) string {
	eol := "\n"
	if first, _, _ := strings.Cut(text, "\n"); strings.HasSuffix(first, "\r") {
		eol = "\r\n"
	}
	line := strings.TrimSuffix(record(fingerprint), "\n") + eol
	m := frontMatter.FindStringSubmatchIndex(text)
	if m == nil {
		body := strings.TrimPrefix(text, "\ufeff")
		return text[:len(text)-len(body)] + "---" + eol + line + "---" + eol + body
	}
	before, front, after := text[:m[2]], text[m[2]:m[3]], text[m[3]:]
	if old := recorded.FindStringIndex(front); old != nil {
		return before + front[:old[0]] + line + front[old[1]:] + after
	}
	return before + front + line + after
}

var (
	frontMatter = regexp.MustCompile(`\A\x{feff}?---[ \t]*\r?\n((?s:.*?\n)??)---[ \t]*\r?(?:\n|\z)`)
	recorded    = regexp.MustCompile(`(?m)^translates:.*\n(?:[ \t]+.*\n)*`)
)

// translatedCommand records that translations are up to date.
type translatedCommand struct {
	Files   []string `arg:"" help:"Translations that are up to date, such as content/pages/about.fr.md." placeholder:"FILE"`
	Content string   `help:"Folder of the content." default:"content" placeholder:"DIR"`
}

// Run renews the fingerprint in each file, or changes none.
func (t *translatedCommand) Run(c *call) error {
	outline, err := pipeline.Describe(c.ctx, pipeline.Config{Source: c.fs, Content: t.Content})
	if err != nil {
		return explain(err, t.Content)
	}
	type file struct{ name, text string }
	var files []file
	for _, name := range t.Files {
		rel := below(t.Content, name)
		m := translationFile.FindStringSubmatch(rel)
		if m == nil {
			return usageError{fmt.Errorf("%s is not a translation: its name has no language before .md", name)}
		}
		print, ok := outline.Fingerprints[m[1]+".md"]
		if !ok {
			return usageError{fmt.Errorf("%s translates %s.md, which does not exist", name, m[1])}
		}
		path := filepath.Join(t.Content, filepath.FromSlash(rel))
		src, err := afero.ReadFile(c.fs, path)
		if err != nil {
			return fmt.Errorf("read the translation: %w", err)
		}
		files = append(files, file{path, renew(string(src), print)})
	}
	for _, f := range files {
		if err := afero.WriteFile(c.fs, f.name, []byte(f.text), 0o644); err != nil {
			return err
		}
		fmt.Fprintln(c.stdout, diag.Line(filepath.ToSlash(f.name))) // a name and nothing more, to be read by a program, too
	}
	return nil
}
