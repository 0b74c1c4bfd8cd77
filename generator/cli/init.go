package cli

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/docs"
)

// skeleton is what a new dossier begins with.
//
//go:embed all:skeleton
var skeleton embed.FS

type initCommand struct {
	Dir     string `arg:"" optional:"" help:"Folder to start the dossier in: a new one, or a repository that has no dossier yet." placeholder:"DIR"`
	Here    bool   `help:"In a copy of the program's repository: put a new dossier in the place of the first one."`
	License string `help:"Licence of the texts: CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0; none leaves all rights with you." default:"none" enum:"none,CC-BY-4.0,CC-BY-SA-4.0,CC0-1.0" placeholder:"NAME"`
	CMS     bool   `name:"cms" help:"Write the settings of Sveltia CMS into cms/; where there is a dossier, nothing else."`
}

// Run writes the files of a new dossier, or none when there is one.
func (i *initCommand) Run(c *call) error {
	switch {
	case i.Here && i.Dir != "":
		return usageError{errors.New("--here takes no folder: it is for the repository you are in")}
	case i.Here && i.CMS:
		return usageError{errors.New("--here and --cms do not go together: begin the dossier first, then run init --cms on its folder")}
	case i.Here:
		return i.replace(c)
	case i.Dir == "":
		return usageError{errors.New("init needs the folder to start the dossier in")}
	}
	if i.CMS {
		if there, err := afero.Exists(c.fs, i.target("content/index.md")); err != nil || there {
			return cmp.Or(err, i.addCMS(c))
		}
	}
	of := releasedAs(release)
	files := newDossier(of)
	if i.License != "none" {
		files["LICENSE"] = statement(i.License)
	}
	kept, err := i.settle(c, files)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := write(c.fs, i.target(name), files[name]); err != nil {
			return err
		}
	}
	if i.CMS {
		if err := i.addCMS(c); err != nil {
			return err
		}
	}
	for _, words := range kept {
		say(c.stderr, "%s", words)
	}
	if of == nil {
		say(c.stderr, "This program is no release, so %s cannot say where to get one: write that in its workflows, or they fail and say so", filepath.ToSlash(i.target(".github/workflows")))
	}
	say(c.stdout, "Started a dossier in %s; run dossier serve there to see it, and read docs/writing.md there", filepath.ToSlash(i.Dir))
	return nil
}

// settle takes from the files of a new dossier those that the folder has already, as a
// repository of a forge's making does, and says what became of them. It fails, for
// nothing to be written, where a file stands that a dossier has to have another way.
func (i *initCommand) settle(c *call, files map[string]string) (kept []string, err error) {
	if info, err := c.fs.Stat(i.Dir); err == nil && !info.IsDir() {
		return nil, usageError{fmt.Errorf("%s is a file; name a folder", filepath.ToSlash(i.Dir))}
	}
	index := i.target("content/index.md")
	if there, err := afero.Exists(c.fs, index); err != nil || there { // whatever else there is
		return nil, cmp.Or(err, error(usageError{fmt.Errorf("%s exists already; choose a folder without a dossier", filepath.ToSlash(index))}))
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		target := filepath.ToSlash(i.target(name))
		there, err := afero.ReadFile(c.fs, i.target(name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, err
		case name == "README.md":
			kept = append(kept, fmt.Sprintf("%s stays as it is; what the README of a dossier says stands in docs/first-hour.md and docs/publishing.md, too", target))
			delete(files, name)
		case strings.HasPrefix(name, "docs/"):
			kept = append(kept, target+" stays as it is")
			delete(files, name)
		case name == ".gitignore" || name == ".gitattributes":
			kept = append(kept, "added to "+target+" what a dossier needs")
			files[name] = appended(string(there), files[name])
		case name == "LICENSE":
			return nil, usageError{fmt.Errorf("%s exists already; leave --license out to keep it, or delete it", target)}
		case strings.HasPrefix(name, "content/"):
			return nil, usageError{fmt.Errorf("%s exists already; choose a folder without a dossier", target)}
		default:
			return nil, usageError{fmt.Errorf("%s exists already, and a dossier needs its own; give that one another name, or choose another folder", target)}
		}
	}
	return kept, nil
}

// appended is a text with another after it, on a line of its own, with the line ends that
// the text has.
func appended(text, more string) string {
	if text != "" && !strings.HasSuffix(text, "\n") {
		more = "\n" + more
	}
	if strings.Contains(text, "\r\n") {
		more = strings.ReplaceAll(more, "\n", "\r\n")
	}
	return text + more
}

// newDossier gives the text of each file: the skeleton, and the pages of docs/ that
// each dossier has.
func newDossier(of *released) map[string]string {
	files := map[string]string{}
	for name, text := range docs.OfDossier() {
		files["docs/"+name] = text
	}
	fill := strings.NewReplacer(stepMark, programStep(of), weekMark, onceAWeek(of), wayMark, wayToProgram(of))
	err := fs.WalkDir(skeleton, "skeleton", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := skeleton.ReadFile(name)
		files[strings.TrimPrefix(name, "skeleton/")] = fill.Replace(string(body))
		return err
	})
	if err != nil {
		panic(err) // the folder is embedded
	}
	return files
}

// Where the skeleton leaves room for what depends on the program.
const (
	stepMark = "      # (the step that gets the program)\n"
	weekMark = "  # (once a week)\n"
	wayMark  = "(how to get the program)\n"
)

// programStep is the step of a workflow that puts the program on the path.
func programStep(of *released) string {
	if of == nil {
		return `      # The program that wrote this file is no release, so it knows of none. Put
      #   - uses: OWNER/REPO@v1
      # with the repository whose releases you use in the place of this step.
      - name: which program? see the workflow's file
        run: |
          echo "::error::No release of the program is named: put 'uses: OWNER/REPO@v1' in the place of this step"
          exit 1
`
	}
	return fmt.Sprintf("      - uses: %s@%s # %s\n", of.repository, of.commit, of.version)
}

// onceAWeek begins a workflow by the calendar; without a program that would fail each
// week.
func onceAWeek(of *released) string {
	if of == nil {
		return "  # Take the # away when the program is got below.\n  # schedule:\n  #   - cron: 17 5 * * 1\n"
	}
	return "  schedule:\n    - cron: 17 5 * * 1\n"
}

// wayToProgram is the paragraph of README.md on how to get the program.
func wayToProgram(of *released) string {
	if of == nil {
		return "You need the program `dossier` on your path, and `make`." + elsewhere
	}
	return fmt.Sprintf("You need the program `dossier` on your path, and `make`. This dossier was begun with\n"+
		"[%[2]s](https://github.com/%[1]s/releases/tag/%[2]s): download the file for your system there, and name it `dossier`."+elsewhere, of.repository, of.version)
}

const elsewhere = " (When the program lies elsewhere, name it:\n" +
	"`make serve DOSSIER=../dossier/dossier`. Without `make`, write `dossier serve`, `dossier check` and `dossier build`.)\n"

func (i *initCommand) target(name string) string {
	return filepath.Join(i.Dir, filepath.FromSlash(name))
}
