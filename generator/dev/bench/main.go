// Command bench measures whole builds on generated dossiers: the floor
// (generator/dev/bench/floor), dossier, dossier once more with nothing changed and
// with one section edited, and, where there is one on the path, Hugo with the layouts in
// generator/dev/bench/hugo. It prints tables in Markdown and judges nothing.
//
// Run it in the project's folder: go run ./generator/dev/bench. Rounds are
// interleaved, so that whatever else the machine does falls on all alike, and
// every build but these goes into an empty folder. BENCH_LARGE=1
// adds 100,000 sections.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// seed is the corpus that every table is about.
const seed = 1

func main() { os.Exit(command(os.Args[1:], os.Getenv("BENCH_LARGE") == "1", os.Stdout, os.Stderr)) }

// command runs the command line and gives the exit status.
func command(args []string, large bool, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	sizes := flags.String("sizes", "1000,10000", "sections, separated by commas")
	rounds := flags.Int("rounds", 3, "builds of each kind")
	dir := flags.String("dir", "", "where to put corpora and sites; the system's folder for temporary files when empty")
	keep := flags.Bool("keep", false, "keep the corpora and programs, in the folder that is printed")
	if flags.Parse(args) != nil {
		return 2
	}
	if large {
		*sizes += ",100000"
	}
	if err := run(stdout, stderr, *dir, *sizes, *rounds, *keep); err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return 1
	}
	return 0
}

// run builds the programs and measures each size.
func run(w, stderr io.Writer, dir, sizes string, rounds int, keep bool) (err error) {
	if rounds < 1 {
		return errors.New("-rounds takes 1 or more")
	}
	var counts []int
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return fmt.Errorf("-sizes takes numbers such as 1000,10000, not %q", s)
		}
		counts = append(counts, n)
	}
	tmp, err := os.MkdirTemp(dir, "dossier-bench-")
	if err != nil {
		return err
	}
	if tmp, err = filepath.Abs(tmp); err != nil { // the programs run elsewhere
		return err
	}
	if keep {
		fmt.Fprintln(stderr, "bench: kept in", tmp)
	} else {
		defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	}
	for _, name := range []string{"dossier", "floor"} {
		pkg := map[string]string{"dossier": "./generator", "floor": "./generator/dev/bench/floor"}[name]
		if out, err := exec.Command("go", "build", "-o", program(tmp, name), pkg).CombinedOutput(); err != nil {
			return fmt.Errorf("build %s: %w\n%s", name, err, out)
		}
	}
	fmt.Fprintf(w, "%s\n", machine())
	for _, n := range counts {
		if err := measureSize(w, tmp, n, rounds); err != nil {
			return err
		}
	}
	return nil
}

func program(tmp, name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(tmp, name)
}

// machine describes what the figures hold for.
func machine() string {
	cpu := "unknown processor"
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if _, rest, ok := strings.Cut(string(text), "model name\t: "); ok {
			cpu, _, _ = strings.Cut(rest, "\n")
		}
	}
	hugo := "no Hugo on the path"
	if out, err := exec.Command("hugo", "version").Output(); err == nil {
		if f := strings.Fields(string(out)); len(f) > 1 {
			hugo, _, _ = strings.Cut("Hugo "+f[1], "-")
		}
	}
	return fmt.Sprintf("%s, %d processors used; %s/%s, %s; %s.", cpu, runtime.GOMAXPROCS(0), runtime.GOOS, runtime.GOARCH, runtime.Version(), hugo)
}

// measureSize makes the corpus of n sections, measures every program on it in
// turn, and prints the table.
func measureSize(w io.Writer, tmp string, n, rounds int) (err error) {
	at := filepath.Join(tmp, strconv.Itoa(n))
	defer func() {
		err = errors.Join(err, os.RemoveAll(filepath.Join(at, "out")), os.RemoveAll(filepath.Join(at, "aside")))
	}()
	if err := writeCorpus(filepath.Join(at, "content"), n, asWritten); err != nil {
		return err
	}
	runs := contenders(tmp, at)
	if _, err := exec.LookPath("hugo"); err == nil {
		if err := writeHugo(filepath.Join(at, "hugo"), n); err != nil {
			return err
		}
		runs = append(runs, hugo(at))
	}
	for range rounds {
		for i := range runs {
			if err := runs[i].measure(); err != nil {
				return err
			}
		}
	}
	if err := table(w, n, runs); err != nil {
		return err
	}
	if err := measureSearch(w, filepath.Join(at, "out", "dossier"), n); err != nil {
		return err
	}
	if err := measureServe(w, tmp, at, n, ""); err != nil {
		return err
	}
	if err := writeCorpus(filepath.Join(at, "content"), n, withWarnings); err != nil {
		return err
	}
	return measureServe(w, tmp, at, n, " and half as many warnings more")
}

// editSection adds a sentence to a section, each round to another.
func editSection(at string, round int) error {
	sections, err := sectionsIn(at)
	if err != nil {
		return err
	}
	file := sections[round*7919%len(sections)]
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return save(file, append(text, "\nOne sentence more.\n"...))
}

// contenders are the programs that are always measured. Each writes into a
// folder of its own below out; the unchanged build into dossier's.
func contenders(tmp, at string) []contender {
	content, out := filepath.Join(at, "content"), filepath.Join(at, "out")
	build := []string{program(tmp, "dossier"), "build", "--quiet", "--content", content, "--out", filepath.Join(out, "dossier")}
	return []contender{
		{name: "floor", dir: at, out: filepath.Join(out, "floor"), args: []string{program(tmp, "floor"), content, filepath.Join(out, "floor")}},
		{name: "dossier", dir: at, out: filepath.Join(out, "dossier"), args: build},
		{name: "dossier, nothing changed", dir: at, out: filepath.Join(out, "dossier"), args: build, again: true},
		{name: "dossier, one section edited", dir: at, out: filepath.Join(out, "dossier"), args: build, again: true, edit: func(n int) error { return editSection(at, n) }},
	}
}

func hugo(at string) contender {
	out := filepath.Join(at, "out", "hugo")
	return contender{name: "Hugo", dir: at, out: out, args: []string{
		"hugo", "--quiet", "--noBuildLock", "--source", filepath.Join(at, "hugo"), "--destination", out, "--cacheDir", filepath.Join(at, "out", "hugo-cache"),
	}}
}
