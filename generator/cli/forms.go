package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
)

// formsCommand prints the forms in which the names of an entity, or some words if
// an entity were called so, are found in the texts: a line each, with tabs between
// the language, the name, the form, and why it is looked for. Lines that begin with
// # are remarks.
type formsCommand struct {
	Name     string `arg:"" placeholder:"NAME" help:"An entity, by its id, a name or an alias; or words that might become a name."`
	Content  string `help:"Folder of the content." default:"content" placeholder:"DIR"`
	Language string `help:"Only in this language; words are taken to be in it (default: that of the default edition)." placeholder:"TAG"`
	Kind     string `help:"Take the words for a new name of this kind, such as countries." placeholder:"KIND"`
	Person   bool   `help:"Take the words for a new name of a person, which declines otherwise than others."`
}

// maxAlike is how many words like a name are printed for a language.
const maxAlike = 20

// Run prints the forms in one write.
func (f *formsCommand) Run(c *call) error {
	if err := f.check(); err != nil {
		return usageError{err}
	}
	d, err := pipeline.Open(c.ctx, pipeline.Config{Source: c.fs, Content: fromHere(f.Content)})
	if err != nil {
		return explain(err, f.Content)
	}
	key, err := f.entity(d)
	if err != nil {
		return usageError{err}
	}
	if d.Errors > 0 {
		say(c.stderr, "dossier: the content has %s, so that entities may be missing here; see dossier check", count(d.Errors, "error"))
	}
	var out formsPrinter
	if key == "" {
		err = f.words(d, &out)
	} else {
		err = f.known(d, key, &out)
	}
	if err != nil {
		return usageError{err}
	}
	_, err = out.WriteTo(c.stdout)
	return err
}

// check refuses flags that say nothing.
func (f *formsCommand) check() error {
	if strings.TrimSpace(f.Name) == "" {
		return fmt.Errorf("the name is empty; write an id, or words")
	}
	if len(f.Name) > pipeline.MaxName {
		return fmt.Errorf("the name is too long; a name has at most %d bytes", pipeline.MaxName)
	}
	if f.Language == "" {
		return nil
	}
	return checkTag(f.Language)
}

// entity is the key of the one that is meant; "" for words.
func (f *formsCommand) entity(d *pipeline.Dossier) (string, error) {
	if f.Kind != "" || f.Person {
		return "", nil
	}
	keys, near := d.Entities(f.Name)
	switch {
	case len(keys) == 1:
		return keys[0], nil
	case len(keys) > 1:
		return "", fmt.Errorf("%q may be %s; write one of them", f.Name, strings.Join(keys, " or "))
	case f.Language != "" || !looksLikeID(f.Name) || near == "" && !strings.Contains(f.Name, "/"):
		return "", nil
	case near == "":
		return "", fmt.Errorf("there is no entity %q; if these are words, say of what language: --language %s", f.Name, d.Languages[0])
	}
	return "", fmt.Errorf("there is no entity %q; did you mean %q? If these are words, say of what language: --language %s", f.Name, near, d.Languages[0])
}

// looksLikeID reports ids, and keys such as actors/csto.
func looksLikeID(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || part != pipeline.ID(part) {
			return false
		}
	}
	return true
}

// words prints the forms that words would have.
func (f *formsCommand) words(d *pipeline.Dossier, out *formsPrinter) error {
	lang, kind := cmp.Or(f.Language, d.Languages[0]), f.Kind
	if kind != "" && !slices.Contains(d.Kinds, kind) {
		return fmt.Errorf("%q is not a kind of entity%s", kind, diag.DidYouMean(kind, slices.Values(d.Kinds)))
	}
	out.remark("%q, as a new name, would be found so:", f.Name)
	if file := d.Unnamed(kind + "/"); file != "" {
		out.remark("not looked for: %s has mentions: false for %s", file, kind)
		return nil
	}
	for _, n := range d.Would(f.Name, lang, kind, f.Person) {
		out.names(n)
	}
	return nil
}

// known prints the forms of an entity.
func (f *formsCommand) known(d *pipeline.Dossier, key string, out *formsPrinter) error {
	if f.Language != "" && !slices.Contains(d.Languages, f.Language) {
		return fmt.Errorf("the dossier has no edition in %q%s; it has %s", f.Language, diag.DidYouMean(f.Language, slices.Values(d.Languages)), strings.Join(d.Languages, ", "))
	}
	if file := d.File(key); file != "" {
		out.remark("%s, %s", key, file)
	} else {
		out.remark("%s, a country without a file", key)
	}
	if file := d.Unnamed(key); file != "" {
		out.remark("not looked for: %s has mentions: false", file)
		return nil
	}
	for _, n := range d.Names(key) {
		if f.Language == "" || f.Language == n.Lang {
			out.names(n)
		}
	}
	return nil
}

// formsPrinter gathers the lines.
type formsPrinter struct{ bytes.Buffer }

// remark adds a line of words.
func (p *formsPrinter) remark(format string, args ...any) { say(p, "# "+format, args...) }

// line adds a line of cells.
func (p *formsPrinter) line(cells ...string) {
	for i, cell := range cells {
		cells[i] = diag.Line(cell)
	}
	p.WriteString(strings.Join(cells, "\t") + "\n")
}

// names adds an entity's names in one language.
func (p *formsPrinter) names(n pipeline.Names) {
	for _, f := range n.Forms {
		cells := []string{n.Lang, f.Name, f.Text, f.How.String()}
		if f.Behind != nil {
			cells = append(cells, "behind "+strings.Join(f.Behind, ", "))
		}
		for _, other := range f.Others {
			cells = append(cells, "also "+string(other))
		}
		p.line(cells...)
	}
	if n.Borrowed {
		p.remark("%s: there is no name in this language, so that of the default edition is looked for", n.Lang)
	}
	switch {
	case !n.Known:
		p.remark("%s: how names change in this language is not known, so they are looked for as they are written", n.Lang)
	case n.Still:
		p.remark("%s: names do not change in this language, but for common nouns in the plural, one of which may be meant", n.Lang)
	}
	for _, name := range n.Cut {
		p.remark("%s: %q has more forms than can be printed", n.Lang, name)
	}
	for _, name := range n.CommonNoun {
		p.remark("%s: not looked for where a sentence begins: %q, which the texts have as a common noun, too", n.Lang, name)
	}
	p.shared(n)
	p.alike(n)
}

// shared adds which forms other entities have, too.
func (p *formsPrinter) shared(n pipeline.Names) {
	var forms []string
	more := 0
	for _, f := range n.Forms {
		switch {
		case len(f.Others) == 0:
		case len(forms) < 3:
			forms = append(forms, fmt.Sprintf("%q (also %s)", f.Text, f.Others[0]))
		default:
			more++
		}
	}
	if forms == nil {
		return
	}
	words := strings.Join(forms, ", ")
	if more > 0 {
		words += fmt.Sprintf(" and %d more", more)
	}
	p.remark("%s: not looked for, as others have it, too: %s", n.Lang, words)
}

// alike adds words of the texts that may be further forms.
func (p *formsPrinter) alike(n pipeline.Names) {
	if len(n.Alike) == 0 {
		return
	}
	p.remark("%s: these words of the texts begin like a name; add to its forms what is one:", n.Lang)
	for _, a := range n.Alike[:min(maxAlike, len(n.Alike))] {
		p.line(n.Lang, a.Name, a.Text, "unknown", fmt.Sprintf("%s:%d:%d", a.Pos.File, a.Pos.Line, a.Pos.Col))
	}
	if more := len(n.Alike) - maxAlike; more > 0 {
		p.remark("%s: and %d more", n.Lang, more)
	}
}
