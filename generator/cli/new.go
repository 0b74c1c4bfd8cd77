package cli

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/afero"
	"golang.org/x/text/language"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
)

// newCommand starts content files. What it writes builds without an error.
type newCommand struct {
	Kind    string   `arg:"" help:"section, article, page, event, actor, country, translation, language, or a kind of index.md."`
	Args    []string `arg:"" optional:"" help:"section ARTICLE TITLE, translation FILE LANGUAGE, language TAG, else TITLE."`
	Content string   `help:"Folder of the content." default:"content" placeholder:"DIR"`
	Layouts string   `help:"Folder of the layouts, for a language's words." default:"layouts" placeholder:"DIR"`
	ID      string   `help:"Id to use instead of one made from the title." placeholder:"ID"`
	Date    string   `help:"EDTF date to write (default: the article's for a section, else today)." placeholder:"DATE"`
	Iso     string   `help:"ISO 3166-1 code of a new country (default: that of the country of this name)." placeholder:"CODE"`
}

// scaffold is the file that a newCommand makes.
type scaffold struct {
	path string // below the content folder
	text string
}

// Run writes the file, or fails when it exists.
func (n *newCommand) Run(c *call) error {
	if n.Kind == "language" {
		return n.language(c)
	}
	s, err := n.scaffold(c)
	if err != nil {
		return err
	}
	name := filepath.Join(n.Content, filepath.FromSlash(s.path))
	if exists, err := afero.Exists(c.fs, name); err != nil {
		return err
	} else if exists {
		return usageError{fmt.Errorf("%s exists already; choose another title or --id", filepath.ToSlash(name))}
	}
	if err := n.try(c, name, s); err != nil {
		return err
	}
	if err := write(c.fs, name, s.text); err != nil {
		return err
	}
	fmt.Fprintln(c.stdout, diag.Line(filepath.ToSlash(name))) // a name and nothing more, to be read by a program, too
	return nil
}

// language starts a file of interface words.
func (n *newCommand) language(c *call) error {
	if len(n.Args) != 1 {
		return usageError{errors.New("write dossier new language TAG, as in dossier new language pt-BR")}
	}
	tag := n.Args[0]
	if err := checkTag(tag); err != nil {
		return usageError{err}
	}
	name := filepath.Join(n.Layouts, "messages", tag+".yaml")
	if exists, err := afero.Exists(c.fs, name); err != nil {
		return err
	} else if exists {
		return usageError{fmt.Errorf("%s exists already", filepath.ToSlash(name))}
	}
	text, err := pipeline.WordsFile(tag)
	if err != nil {
		return err
	}
	if err := write(c.fs, name, text); err != nil {
		return err
	}
	fmt.Fprintln(c.stdout, diag.Line(filepath.ToSlash(name)))
	return nil
}

// checkTag refuses what is no tag of a language as BCP 47 writes it.
func checkTag(s string) error {
	tag, err := language.Parse(s)
	switch {
	case err == nil && tag.String() != s:
		return fmt.Errorf("%q is not the tag of a language, as BCP 47 has it; did you mean %q?", s, tag)
	case err != nil || tag == language.Und:
		return fmt.Errorf("%q is not the tag of a language, as BCP 47 has it", s)
	}
	return nil
}

// try reads the content with the file in it, and refuses what check would.
func (n *newCommand) try(c *call, name string, s scaffold) error {
	trial := afero.NewCopyOnWriteFs(c.fs, afero.NewMemMapFs())
	if err := write(trial, name, s.text); err != nil {
		return err
	}
	faults, err := pipeline.Errors(c.ctx, pipeline.Config{Source: trial, Content: n.Content}, s.path)
	if err != nil {
		return explain(err, n.Content)
	}
	if len(faults) > 0 {
		return usageError{fmt.Errorf("%s is not written: %s", filepath.ToSlash(name), faults[0].Message)}
	}
	return nil
}

func write(fs afero.Fs, name, text string) error {
	if err := fs.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return afero.WriteFile(fs, name, []byte(text), 0o644)
}

// builtIn are the kinds that every dossier has, and a translation.
var builtIn = []string{"section", "article", "page", "event", "actor", "country", "translation"}

func (n *newCommand) scaffold(c *call) (scaffold, error) {
	if !slices.Contains(builtIn, n.Kind) {
		if err := n.isDeclared(c); err != nil {
			return scaffold{}, err
		}
	}
	want := map[string]int{"section": 2, "translation": 2}[n.Kind]
	if want == 0 {
		want = 1
	}
	if len(n.Args) != want {
		form := map[string]string{"section": "ARTICLE TITLE", "translation": "FILE LANGUAGE"}[n.Kind]
		if form == "" {
			form = "TITLE"
		}
		return scaffold{}, usageError{fmt.Errorf("write dossier new %s %s; put a title of several words in quotes", n.Kind, form)}
	}
	if n.Kind == "translation" {
		return n.translation(c)
	}
	title := n.Args[want-1]
	id := n.ID
	if id == "" {
		id = pipeline.ID(title)
	}
	if id == "" || id != pipeline.ID(id) {
		return scaffold{}, usageError{fmt.Errorf("%q does not make an id that every system takes for a name; give one of lower-case letters, digits and hyphens with --id", cmp.Or(n.ID, title))}
	}
	switch n.Kind {
	case "section":
		return n.section(c, n.Args[0], id, title)
	case "page":
		return scaffold{"pages/" + id + ".md", front("title", title, "summary", "") + advice("What the page says.")}, nil
	case "article":
		return scaffold{"articles/" + id + "/index.md", front("title", title, "published", n.date(""), "summary", "") + advice("What the article says, in a paragraph.")}, nil
	case "event":
		return scaffold{"events/" + id + ".md", front("name", title, "date", n.date(""), "summary", "") + advice("What happened.")}, nil
	case "actor":
		return scaffold{"actors/" + id + ".md", front("name", title, "type", "person", "summary", "") + advice("Who this is. The type may also be organization, armed-group or government.")}, nil
	case "country":
		outline, err := n.outline(c)
		if err != nil {
			return scaffold{}, err
		}
		iso := cmp.Or(strings.ToUpper(n.Iso), pipeline.CountryCode(title, id, outline.Languages))
		return scaffold{"countries/" + id + ".md", front("name", title, "iso", iso, "summary", "") + advice("What readers should know of it.")}, nil
	}
	return scaffold{n.Kind + "/" + id + ".md", front("name", title, "summary", "") + advice("What this is.")}, nil
}

func (n *newCommand) outline(c *call) (pipeline.Outline, error) {
	outline, err := pipeline.Describe(c.ctx, pipeline.Config{Source: c.fs, Content: n.Content})
	if err != nil {
		return outline, explain(err, n.Content)
	}
	return outline, nil
}

// date is the date to write: the one asked for, else otherwise, else today.
func (n *newCommand) date(otherwise string) string {
	return cmp.Or(n.Date, otherwise, time.Now().Format(time.DateOnly))
}

// isDeclared refuses a kind that index.md does not declare.
func (n *newCommand) isDeclared(c *call) error {
	outline, err := n.outline(c)
	if err != nil || slices.Contains(outline.Kinds, n.Kind) {
		return err
	}
	known := append(append(slices.Clone(builtIn), "language"), outline.Kinds...)
	hint := diag.DidYouMean(n.Kind, slices.Values(known))
	if hint == "" && n.Kind == pipeline.ID(n.Kind) {
		hint = fmt.Sprintf("; declare it in index.md first, as kinds: {%s: {name: {%s: …}}}", n.Kind, outline.Languages[0])
	}
	return usageError{fmt.Errorf("%q is not a kind of content%s", n.Kind, hint)}
}

var sectionNumber = regexp.MustCompile(`^([0-9]+)-(.+)\.md$`)

// section numbers the new section after the last one, and dates it like its
// article, which it cannot be later than.
func (n *newCommand) section(c *call, article, id, title string) (scaffold, error) {
	outline, err := n.outline(c)
	if err != nil {
		return scaffold{}, err
	}
	published, ok := outline.Published[article]
	if !ok {
		return scaffold{}, usageError{fmt.Errorf("there is no article %q%s", article, diag.DidYouMean(article, maps.Keys(outline.Published)))}
	}
	dir := filepath.Join(n.Content, "articles", article)
	entries, err := afero.ReadDir(c.fs, dir)
	if err != nil {
		return scaffold{}, err
	}
	last := 0
	for _, e := range entries {
		m := sectionNumber.FindStringSubmatch(e.Name())
		if m == nil {
			continue
		}
		number, _ := strconv.Atoi(m[1])
		last = max(last, number)
		if m[2] == id {
			return scaffold{}, usageError{fmt.Errorf("%s exists already; choose another title or --id", filepath.ToSlash(filepath.Join(dir, e.Name())))}
		}
	}
	return scaffold{
		fmt.Sprintf("articles/%s/%02d-%s.md", article, last+1, id),
		front("title", title, "date", n.date(published), "summary", "", "countries", "[]", "events", "[]", "actors", "[]") + advice("What the section says."),
	}, nil
}

// advice says in the place of a text what it is to say. As a comment it is not published, in whatever
// language the dossier is.
func advice(words string) string { return "\n<!-- " + words + " -->\n" }

// front writes front matter; pairs are keys and values, and a key without a
// value is left for the editor as a comment.
func front(pairs ...string) string {
	var b strings.Builder
	b.WriteString("---\n")
	for i := 0; i < len(pairs); i += 2 {
		switch key, value := pairs[i], pairs[i+1]; {
		case value == "":
			fmt.Fprintf(&b, "# %s:\n", key)
		case value == "[]":
			fmt.Fprintf(&b, "%s: []\n", key)
		default:
			fmt.Fprintf(&b, "%s: %s\n", key, quoted(value))
		}
	}
	b.WriteString("---\n")
	return b.String()
}

// quoted writes a value so that YAML reads it as text. Dates and plain words
// need no quotes.
func quoted(s string) string {
	if plain.MatchString(s) && !slices.Contains([]string{"yes", "no", "on", "off", "true", "false", "null", "y", "n"}, strings.ToLower(s)) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

var plain = regexp.MustCompile(`^(\pL[\pL\pN ’'-]*|[0-9]{4}-[0-9]{2}(-[0-9]{2})?)$`)
