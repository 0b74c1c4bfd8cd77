// Command vuln runs govulncheck over the project: it says which known
// vulnerabilities of modules and of the standard library the programs reach.
// Run it in the project's folder: go run ./generator/dev/vuln.
//
// The database is the public one. Where that cannot be reached, the command
// says so and takes the copy that the Go module proxy serves, pinned by version
// and by hash; where that cannot be had either, it says that nothing was
// checked. It never reports a check that did not take place.
//
// A vulnerability of a module fails the command: a newer version belongs in
// go.mod. One of the standard library is the business of whoever installs Go,
// and is only reported, unless -strict says that Go here is kept up to date.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// The copy of the database. To move to a newer one, change the version together
// with the hash: `go mod download -json golang.org/x/vulndb@VERSION`.
const (
	database     = "golang.org/x/vulndb@v0.0.0-20261105234957-e22db6528018"
	databaseHash = "h1:mfngRv0Yoh0VApsXKEN82CjD99kl7mtparN3bs3JnqI="
	databaseDate = "2026-11-05"
)

// goTool runs the go command and gives what it prints; its error holds what it
// prints on standard error.
type goTool func(args ...string) ([]byte, error)

func main() { os.Exit(command(os.Args[1:], goCommand, os.Stdout, os.Stderr)) }

// command runs the command line and gives the exit status.
func command(args []string, tool goTool, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("vuln", flag.ContinueOnError)
	flags.SetOutput(stderr)
	strict := flags.Bool("strict", false, "fail for vulnerabilities of the standard library too")
	if flags.Parse(args) != nil {
		return 2
	}
	if err := run(stdout, tool, *strict); err != nil {
		fmt.Fprintln(stderr, "vuln:", err)
		return 1
	}
	return 0
}

func goCommand(args ...string) ([]byte, error) {
	var out, errs bytes.Buffer
	cmd := exec.Command("go", args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s%s", strings.Join(args, " "), err, out.Bytes(), errs.Bytes())
	}
	return out.Bytes(), nil
}

// run checks and reports. The error says that there are vulnerabilities, or
// that the check failed for another reason than an unreachable database.
func run(w io.Writer, tool goTool, strict bool) error {
	found, err := scan(tool)
	if err == nil {
		return report(w, found, "the public database", strict)
	}
	if !unreachable(err) {
		return err
	}
	fmt.Fprintln(w, "The public database of vulnerabilities cannot be reached from here.")
	dir, err := os.MkdirTemp("", "vulndb-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := copyDatabase(tool, dir); err != nil {
		fmt.Fprintf(w, "NOT CHECKED: neither can its copy be had: %v\n", err)
		return nil
	}
	if found, err = scan(tool, "-db", "file://"+filepath.ToSlash(dir)); err != nil {
		return err
	}
	return report(w, found, "its copy of "+databaseDate, strict)
}

func unreachable(err error) bool { return strings.Contains(err.Error(), "fetching vulnerabilities") }

// vulnerability is one that the programs reach.
type vulnerability struct {
	id, summary  string
	module, at   string // where it is: a module and a package
	have, mended string // versions of the module; mended is "" when there is none
}

func (v vulnerability) inStandardLibrary() bool { return v.module == "stdlib" }

// scan runs govulncheck and gives the vulnerabilities that are reached, each
// once, in order.
func scan(tool goTool, flags ...string) ([]vulnerability, error) {
	args := append([]string{"tool", "-modfile=generator/dev/tools/go.mod", "govulncheck", "-format", "json"}, flags...)
	out, err := tool(append(args, "./...")...)
	if err != nil {
		return nil, err
	}
	summaries := map[string]string{}
	var found []vulnerability
	for in := json.NewDecoder(bytes.NewReader(out)); ; {
		var message struct {
			OSV *struct {
				ID, Summary string
			}
			Finding *struct {
				OSV   string
				Fixed string `json:"fixed_version"`
				Trace []struct{ Module, Version, Package, Function string }
			}
		}
		if err := in.Decode(&message); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("read what govulncheck says: %w", err)
		}
		if o := message.OSV; o != nil {
			summaries[o.ID] = o.Summary
		}
		if f := message.Finding; f != nil && len(f.Trace) > 0 && f.Trace[0].Function != "" { // else it is only imported
			at := f.Trace[0]
			found = append(found, vulnerability{f.OSV, summaries[f.OSV], at.Module, at.Package, at.Version, f.Fixed})
		}
	}
	slices.SortFunc(found, func(a, b vulnerability) int { return strings.Compare(a.id+a.at, b.id+b.at) })
	return slices.Compact(found), nil
}

// report prints what was found and gives an error when it fails the check.
func report(w io.Writer, found []vulnerability, source string, strict bool) error {
	failing := 0
	for _, v := range found {
		cure := "not yet mended"
		if v.mended != "" {
			cure = "mended in " + v.mended
		}
		fmt.Fprintf(w, "%s: %s: %s (%s %s; %s)\n", v.id, v.at, v.summary, v.module, v.have, cure)
		if strict || !v.inStandardLibrary() {
			failing++
		}
	}
	if n := len(found) - failing; n > 0 {
		fmt.Fprintf(w, "%d of them are in the standard library of the Go on this machine: install its newest release.\n", n)
	}
	fmt.Fprintf(w, "Checked against %s: %d known vulnerabilities are reached.\n", source, len(found))
	if failing > 0 {
		return fmt.Errorf("%d known vulnerabilities are reached", failing)
	}
	return nil
}

// copyDatabase makes a database that govulncheck can read of the module that
// the database is kept in.
func copyDatabase(tool goTool, dir string) error {
	out, err := tool("mod", "download", "-json", database)
	if err != nil {
		return err
	}
	var module struct{ Dir, Sum string }
	if err := json.Unmarshal(out, &module); err != nil {
		return fmt.Errorf("read what go mod download says: %w", err)
	}
	if module.Sum != databaseHash {
		return fmt.Errorf("%s: the hash is %s, want %s", database, module.Sum, databaseHash)
	}
	if err := os.CopyFS(filepath.Join(dir, "ID"), os.DirFS(filepath.Join(module.Dir, "data", "osv"))); err != nil {
		return err
	}
	return writeIndex(dir)
}

// writeIndex writes which entries are about which module.
func writeIndex(dir string) error {
	type entry struct {
		ID       string `json:"id"`
		Modified string `json:"modified"`
	}
	type module struct {
		Path  string  `json:"path"`
		Vulns []entry `json:"vulns"`
	}
	names, err := filepath.Glob(filepath.Join(dir, "ID", "*.json"))
	if err != nil {
		return err
	}
	var modules []*module
	byPath := map[string]*module{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		var osv struct {
			entry
			Affected []struct{ Package struct{ Name string } }
		}
		if err := json.Unmarshal(text, &osv); err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(name), err)
		}
		for _, a := range osv.Affected {
			m := byPath[a.Package.Name]
			if m == nil {
				m = &module{Path: a.Package.Name}
				byPath[m.Path], modules = m, append(modules, m)
			}
			m.Vulns = append(m.Vulns, osv.entry)
		}
	}
	if len(modules) == 0 {
		return fmt.Errorf("%s holds no vulnerabilities", database)
	}
	if err := os.Mkdir(filepath.Join(dir, "index"), 0o755); err != nil {
		return err
	}
	for name, v := range map[string]any{"modules": modules, "db": map[string]string{"modified": databaseDate + "T00:00:00Z"}} {
		text, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "index", name+".json"), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
