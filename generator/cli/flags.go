package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/pipeline"
)

// buildFlags are shared by build, check and serve.
type buildFlags struct {
	Content string      `help:"Folder of the content." default:"content" placeholder:"DIR"`
	Layouts string      `help:"Folder of layouts laid over the built-in ones, file by file." default:"layouts" placeholder:"DIR"`
	Out     string      `help:"Folder of the site." default:"public" placeholder:"DIR"`
	BaseURL string      `name:"base-url" help:"Address the site will have; takes the place of base_url in index.md." placeholder:"URL"`
	Drafts  bool        `help:"Include drafts."`
	Strict  bool        `help:"Let warnings fail too."`
	Only    []diag.Code `help:"Pass over all warnings but those with these codes." placeholder:"CODE"`
	Except  []diag.Code `help:"Pass over the warnings with these codes." placeholder:"CODE"`
	All     bool        `help:"Print every diagnostic, not only the first ten of a code."`
	Jobs    int         `help:"How many pages to make at once (default: one a processor)." placeholder:"N"`
	Quiet   bool        `help:"Print nothing but errors."`
	Format  diag.Format `help:"How to print diagnostics: ${enum}; json goes to standard output." enum:"text,json,github" default:"text"`
}

// config makes the pipeline's configuration of the flags.
func (f *buildFlags) config(c *call) (pipeline.Config, error) {
	if f.Jobs < 0 {
		return pipeline.Config{}, usageError{fmt.Errorf("--jobs takes a number from 1; it is %d", f.Jobs)}
	}
	if f.Jobs == 0 {
		f.Jobs = runtime.GOMAXPROCS(0)
	}
	base, err := baseURL(f.BaseURL)
	if err != nil {
		return pipeline.Config{}, err
	}
	if err := cmp.Or(knownCodes("--only", f.Only), knownCodes("--except", f.Except)); err != nil {
		return pipeline.Config{}, usageError{err}
	}
	return pipeline.Config{
		Source: c.fs, Target: c.fs,
		Content: fromHere(f.Content), Layouts: fromHere(f.Layouts), Out: f.Out,
		BaseURL: base, Drafts: f.Drafts, Strict: f.Strict, Hidden: f.hidden, Jobs: f.Jobs,
		Cache: filepath.Join(fromHere(f.Content), "..", ".cache"), Program: program,
	}, nil
}

// knownCodes takes the spaces from around the codes of a flag, and refuses one
// that no diagnostic has.
func knownCodes(flag string, codes []diag.Code) error {
	for i, code := range codes {
		code = diag.Code(strings.TrimSpace(string(code)))
		if codes[i] = code; slices.Contains(diag.Codes(), code) {
			continue
		}
		return fmt.Errorf("%s takes codes of diagnostics, with commas between them; there is no code %q%s", flag, code, diag.DidYouMean(string(code), diag.Spelled(diag.Codes())))
	}
	return nil
}

// hidden reports whether warnings of a code are passed over.
func (f *buildFlags) hidden(code diag.Code) bool {
	return len(f.Only) > 0 && !slices.Contains(f.Only, code) || slices.Contains(f.Except, code)
}

// report prints diagnostics and, when it is for people, how many there are and
// what came of them.
func (f *buildFlags) report(c *call, faults diag.List, outcome string) error {
	if err := f.print(f.faultsTo(c), faults); err != nil {
		return err
	}
	if outcome == "" || f.Format == diag.GitHub {
		return nil
	}
	return diag.Say(c.stderr, "%s: %s", counts(faults), outcome)
}

// faultsTo is where diagnostics go: standard error, in JSON standard output.
func (f *buildFlags) faultsTo(c *call) io.Writer {
	if f.Format == diag.JSON {
		return c.stdout
	}
	return c.stderr
}

// print prints diagnostics, to people the first ten of each code, to programs
// all. It is one write, so that no other line comes between.
func (f *buildFlags) print(w io.Writer, faults diag.List) error {
	if f.Quiet && !f.Strict {
		faults = faults.Errors()
	}
	var lines bytes.Buffer // whose writes do not fail
	if f.Format == diag.Text && !f.All {
		_ = faults.WriteFirst(&lines)
	} else {
		_ = faults.Write(&lines, f.Format)
	}
	_, err := w.Write(lines.Bytes())
	return err
}

// silent reports whether standard error is for nothing but diagnostics and
// failures: GitHub looks for its commands there.
func (f *buildFlags) silent() bool { return f.Quiet || f.Format == diag.GitHub }

// said is where a command says what it did: standard output, unless that is for
// diagnostics in JSON and nothing else.
func (f *buildFlags) said(c *call) io.Writer {
	if f.Format == diag.JSON {
		return c.stderr
	}
	return c.stdout
}

// baseURL checks the --base-url flag and ends it in a slash.
func baseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return "", usageError{fmt.Errorf("--base-url takes an address such as https://user.github.io/repo/; it is %q", s)}
	}
	u.Path = strings.TrimSuffix(u.Path, "/") + "/"
	u.RawQuery, u.Fragment = "", ""
	return u.String(), nil
}
