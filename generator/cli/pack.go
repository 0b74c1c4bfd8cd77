package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
)

// packCommand writes one file to take away: all of the site, or an article.
type packCommand struct {
	File    string `arg:"" name:"out" placeholder:"OUT" help:"The file to write: its name ends in .zip for all of the site, in .epub for an article as a book."`
	Article string `help:"The article, by its id; needed for a book where there are several." placeholder:"ID"`
	Edition string `help:"The language of a book (default: that of the default edition)." placeholder:"TAG"`
	Content string `help:"Folder of the content." default:"content" placeholder:"DIR"`
	Layouts string `help:"Folder of layouts laid over the built-in ones, file by file." default:"layouts" placeholder:"DIR"`
	BaseURL string `name:"base-url" help:"Address the site will have; takes the place of base_url in index.md." placeholder:"URL"`
	Drafts  bool   `help:"Include drafts."`
	Quiet   bool   `help:"Print nothing but errors."`
}

// Run makes the site and writes the file, which takes the place of an older one when it
// is whole.
func (p *packCommand) Run(c *call) error {
	ending := strings.ToLower(filepath.Ext(p.File))
	switch {
	case ending != ".zip" && ending != ".epub":
		return usageError{fmt.Errorf("%s ends in neither .zip, for all of the site, nor .epub, for an article", p.File)}
	case ending == ".zip" && (p.Article != "" || p.Edition != ""):
		return usageError{errors.New("--article and --edition are for a book, in a file that ends in .epub; a .zip has all of the site")}
	}
	flags := buildFlags{Content: p.Content, Layouts: p.Layouts, BaseURL: p.BaseURL, Drafts: p.Drafts, Quiet: p.Quiet, Format: diag.Text}
	cfg, err := flags.config(c)
	if err != nil {
		return err
	}
	made, faults, err := pipeline.Make(c.ctx, cfg)
	if err != nil {
		return explain(err, p.Content)
	}
	if made == nil {
		if err := flags.report(c, faults, "nothing was written"); err != nil {
			return err
		}
		return errFaults
	}
	if err := flags.report(c, faults, ""); err != nil {
		return err
	}
	said := p.File
	write := func(to io.Writer) error {
		files, err := made.Zip(c.ctx, to, folderIn(p.File))
		said += ": " + count(files, "file")
		return err
	}
	if ending == ".epub" {
		article, language, err := p.book(made)
		if err != nil {
			return usageError{err}
		}
		write = func(to io.Writer) error { return made.Book(to, article, language) }
		said += fmt.Sprintf(": %s, %s", article, language)
	}
	if err := p.write(c, write); err != nil {
		return err
	}
	if !p.Quiet {
		say(c.stdout, "%s", filepath.ToSlash(said))
	}
	return nil
}

// folderIn is the folder that an archive holds, named as it is: so what is unpacked lies
// together.
func folderIn(file string) string {
	base := filepath.Base(file)
	return cmp.Or(strings.TrimSuffix(base, filepath.Ext(base)), "site")
}

// shownArticles is how many articles are named to one who asks for another.
const shownArticles = 5

// book says which article is meant, and in which language.
func (p *packCommand) book(made *pipeline.Made) (article, language string, err error) {
	article, language = p.Article, cmp.Or(p.Edition, made.Languages[0])
	if article == "" && len(made.Articles) == 1 {
		article = made.Articles[0]
	}
	switch {
	case len(made.Articles) == 0:
		return "", "", errors.New("there is no article to make a book of")
	case article == "":
		return "", "", fmt.Errorf("there are %d articles; say which with --article, such as --article %s", len(made.Articles), made.Articles[0])
	case !slices.Contains(made.Articles, article):
		hint := diag.DidYouMean(article, slices.Values(made.Articles))
		if hint == "" {
			hint = "; there is " + strings.Join(made.Articles[:min(len(made.Articles), shownArticles)], ", ")
			if more := len(made.Articles) - shownArticles; more > 0 {
				hint += fmt.Sprintf(" and %d more", more)
			}
		}
		return "", "", fmt.Errorf("there is no article %q%s", article, hint)
	case !slices.Contains(made.Languages, language):
		return "", "", fmt.Errorf("the dossier has no edition in %q%s; it has %s", language, diag.DidYouMean(language, slices.Values(made.Languages)), strings.Join(made.Languages, ", "))
	}
	return article, language, nil
}

// write makes the file beside its place, and then moves it there.
func (p *packCommand) write(c *call, write func(io.Writer) error) error {
	part := p.File + ".part"
	f, err := c.fs.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	if err = errors.Join(write(f), f.Close()); err == nil {
		err = c.fs.Rename(part, p.File)
	}
	if err != nil {
		return errors.Join(err, c.fs.Remove(part))
	}
	return nil
}
