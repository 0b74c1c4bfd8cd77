// Command gen writes the notices of package licences from the licence files
// of the modules that the program is made of on any system it is made for, as
// go.mod pins them. Run it with "go generate" in the package's folder.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// systems are those that modules may be for alone.
var systems = []string{"darwin", "freebsd", "linux", "openbsd", "windows"}

// tables are the licences of data in the program, below the project's root.
var tables = []struct{ what, file string }{
	{"Unicode CLDR (names of countries, dates)", "generator/content/iso3166/data/UNICODE-LICENSE.txt"},
	{"Natural Earth (public domain), packed by world-atlas (outlines of countries)", "generator/draw/naturalearth/data/WORLD-ATLAS-LICENSE.txt"},
}

func main() {
	log.SetFlags(0)
	if err := write("../..", "licences.txt"); err != nil {
		log.Fatalf("gen: %v", err)
	}
}

// write writes the notices to a file; root is the project's.
func write(root, file string) error {
	all, err := modules(root)
	if err != nil {
		return err
	}
	text, err := notices(root, all)
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o644)
}

// notice is a text and what it is for.
type notice struct {
	text string
	what []string
}

// notices are those of the project, the modules and the tables. The error is the
// disk's, or says which module has no licence.
func notices(root string, modules []module) ([]byte, error) {
	var all []notice
	add := func(what string, files ...string) error {
		var text bytes.Buffer
		for _, name := range files {
			body, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			fmt.Fprintf(&text, "\n%s\n", bytes.TrimRight(bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n")), "\n"))
		}
		same := func(n notice) bool { return n.text == text.String() }
		if i := slices.IndexFunc(all, same); i >= 0 {
			all[i].what = append(all[i].what, what)
		} else {
			all = append(all, notice{text.String(), []string{what}})
		}
		return nil
	}
	if err := add("Dossier", filepath.Join(root, "LICENSE")); err != nil {
		return nil, err
	}
	for _, m := range modules {
		files := licenceFiles(m.dir)
		if len(files) == 0 {
			return nil, fmt.Errorf("%s has no licence", m.name)
		}
		if err := add(m.name, files...); err != nil {
			return nil, err
		}
	}
	for _, t := range tables {
		if err := add(t.what, filepath.Join(root, filepath.FromSlash(t.file))); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	for _, n := range all {
		fmt.Fprintf(&b, "%s\n# %s\n%s\n", strings.Repeat("=", 80), strings.Join(n.what, "\n# "), n.text)
	}
	return b.Bytes(), nil
}

type module struct{ name, dir string }

// modules are those of the program on all systems, sorted, with Go's own
// library, whose licence is the same word for word as that of golang.org/x,
// where it always lies: not every distribution of Go comes with the file.
func modules(root string) ([]module, error) {
	var found []module
	for _, system := range systems {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./generator")
		list.Dir, list.Stderr = root, os.Stderr
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64")
		out, err := list.Output()
		if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		for line := range strings.Lines(string(out)) {
			name, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
			found = append(found, module{name, dir})
			if strings.HasPrefix(name, "golang.org/x/sys ") {
				found = append(found, module{"Go, its library and runtime", dir})
			}
		}
	}
	slices.SortFunc(found, func(a, b module) int { return strings.Compare(a.name, b.name) })
	return slices.Compact(found), nil
}

// licenceFiles are the licences and notices in a module's folder.
func licenceFiles(dir string) []string {
	var files []string
	for _, pattern := range []string{"LICENSE*", "COPYING*", "NOTICE*"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			panic(err) // of the pattern alone
		}
		files = append(files, names...)
	}
	return files
}
