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
	Dir     string `arg:"" optional:"" help:"Folder to start the dossier in; it must not hold one already." placeholder:"DIR"`
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
		return usageError{errors.New("--here begins the dossier; its settings of a CMS are written after it by init --cms .")}
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
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch taken, err := afero.Exists(c.fs, i.target(name)); {
		case err != nil:
			return err
		case taken && (name == "README.md" || strings.HasPrefix(name, "docs/")):
			delete(files, name) // a repository often has its own
		case taken:
			return usageError{fmt.Errorf("%s exists already; choose a folder without a dossier", filepath.ToSlash(i.target(name)))}
		}
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
	if of == nil {
		say(c.stderr, "This program is no release, so %s cannot say where to get one: write that in its workflows, or they fail and say so", filepath.ToSlash(i.target(".github/workflows")))
	}
	say(c.stdout, "Started a dossier in %s; run dossier serve there to see it, and read docs/writing.md there", filepath.ToSlash(i.Dir))
	return nil
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
