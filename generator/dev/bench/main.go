// Command bench measures whole builds on generated dossiers: the floor
// (generator/dev/bench/floor), dossier, dossier once more with nothing changed and
// with one section edited, all three of an older dossier that is built from the
// history, a copy of dossier for the noise, and, where there is one on the path,
// Hugo with the layouts in generator/dev/bench/hugo. It prints tables in Markdown,
// among them one of budgets and figures; nothing it finds makes it fail.
//
// Run it in the project's folder: go run ./generator/dev/bench. Rounds are
// interleaved, so that whatever else the machine does falls on all alike, and
// every build but those of the unchanged and the edited goes into an empty folder.
// BENCH_LARGE=1 adds 100,000 sections, and 200,000 to the chart.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// seed is the corpus that every table is about.
const seed = 1

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends it at once
	os.Exit(command(ctx, os.Args[1:], os.Getenv("BENCH_LARGE") == "1", os.Stdout, os.Stderr))
}

// options are what the command line asks for.
type options struct {
	sizes, editions, growth, disk []size
	dir, diskDir                  string
	old, chart                    string
	real, search, tests, keep     bool
}

// size is a dossier to be made up, and how often each program builds it.
type size struct{ sections, rounds int }

// command runs the command line and gives the exit status.
func command(ctx context.Context, args []string, large bool, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	sizes := flags.String("sizes", "1000,10000", "sections, separated by commas; 100000:3 is 100,000 in 3 rounds")
	editions := flags.String("editions", "", "the same of dossiers in three editions")
	growth := flags.String("growth", "3000", "the same of sizes between which, and those of -sizes, growth is measured; it is not when empty")
	disk := flags.String("disk-sizes", "10000", "the same of dossiers in the folder of -disk")
	rounds := flags.Int("rounds", 5, "builds of each kind")
	flags.StringVar(&o.dir, "dir", "", "where to put corpora and sites, best in memory (/dev/shm); the system's folder for temporary files when empty")
	flags.StringVar(&o.diskDir, "disk", "", "a folder on a disk where clean builds are measured again; none when empty")
	flags.StringVar(&o.old, "old", oldCommit, "commit of the build to compare with; none when empty")
	flags.StringVar(&o.chart, "chart", "", "file for a chart of time and memory by size (SVG); none when empty")
	flags.BoolVar(&o.real, "real", true, "build the dossier in content/ too")
	flags.BoolVar(&o.search, "search", true, "ask questions in Chromium")
	flags.BoolVar(&o.tests, "tests", false, "time the project's tests too")
	flags.BoolVar(&o.keep, "keep", false, "keep the corpora and programs, in the folder that is printed")
	if flags.Parse(args) != nil {
		return 2
	}
	if large {
		*sizes = strings.TrimPrefix(*sizes+",100000", ",")
		*growth = strings.TrimPrefix(*growth+",30000,200000:2", ",")
	}
	err := o.parse(map[string]string{"sizes": *sizes, "editions": *editions, "growth": *growth, "disk-sizes": *disk}, *rounds)
	if err == nil {
		err = run(ctx, stdout, stderr, o)
	}
	switch {
	case err != nil && ctx.Err() != nil:
		fmt.Fprintln(stderr, "bench: interrupted:", err)
		return 1
	case err != nil:
		fmt.Fprintln(stderr, "bench:", err)
		return 1
	}
	return 0
}

// parse reads what stands behind the flags that take sizes.
func (o *options) parse(given map[string]string, rounds int) (err error) {
	if rounds < 1 {
		return errors.New("-rounds takes 1 or more")
	}
	for name, to := range map[string]*[]size{"sizes": &o.sizes, "editions": &o.editions, "growth": &o.growth, "disk-sizes": &o.disk} {
		var wrong error
		*to, wrong = parseSizes(name, given[name], rounds)
		err = errors.Join(err, wrong)
	}
	return err
}

// parseSizes reads numbers of sections, each with how often to build it where that differs from rounds.
func parseSizes(name, text string, rounds int) (all []size, err error) {
	if text == "" {
		return nil, nil
	}
	for _, s := range strings.Split(text, ",") {
		sections, times, given := strings.Cut(s, ":")
		is := size{rounds: rounds}
		if is.sections, err = strconv.Atoi(sections); err == nil && given {
			is.rounds, err = strconv.Atoi(times)
		}
		if err != nil || is.sections < 1 || is.rounds < 1 {
			return nil, fmt.Errorf("-%s takes numbers such as 1000,10000 or 1000,100000:3, not %q", name, s)
		}
		all = append(all, is)
	}
	return all, nil
}

// run builds the programs and measures all that is asked for.
func run(ctx context.Context, w, stderr io.Writer, o options) (err error) {
	b := bench{options: o, w: w}
	if b.tmp, err = folder(o.dir); err != nil {
		return err
	}
	if o.keep {
		fmt.Fprintln(stderr, "bench: kept in", b.tmp)
	} else {
		defer func() { err = errors.Join(err, os.RemoveAll(b.tmp)) }()
	}
	for name, pkg := range map[string]string{"dossier": "./generator", "floor": "./generator/dev/bench/floor"} {
		if err := goBuild(ctx, ".", program(b.tmp, name), pkg); err != nil {
			return err
		}
	}
	if err := copyFile(program(b.tmp, "twin"), program(b.tmp, "dossier")); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s Files in %s.\n", machine(ctx), filepath.Dir(b.tmp))
	if o.old != "" {
		switch err := buildOld(ctx, b.tmp, o.old); {
		case errors.Is(err, errNoOld):
			fmt.Fprintln(stderr, "bench:", err)
			fmt.Fprintf(w, "\nThere is no old build in this run: %v.\n", err)
		case err != nil:
			return err
		default:
			b.hasOld = true
			fmt.Fprintf(w, "Old is the build of commit %s.\n", o.old)
		}
	}
	return b.measure(ctx)
}

// folder makes a folder below dir for what this run makes.
func folder(dir string) (string, error) {
	tmp, err := os.MkdirTemp(dir, "dossier-bench-")
	if err != nil {
		return "", err
	}
	return filepath.Abs(tmp) // the programs run elsewhere
}

// copyFile copies a program piece by piece: what this one holds at once counts among what those hold that it starts.
func copyFile(to, from string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

func program(tmp, name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(tmp, name)
}

// machine describes what the figures hold for.
func machine(ctx context.Context) string {
	cpu := "unknown processor"
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if _, rest, ok := strings.Cut(string(text), "model name\t: "); ok {
			cpu, _, _ = strings.Cut(rest, "\n")
		}
	}
	hugo := "no Hugo on the path"
	if out, err := exec.CommandContext(ctx, "hugo", "version").Output(); err == nil {
		if f := strings.Fields(string(out)); len(f) > 1 {
			hugo, _, _ = strings.Cut("Hugo "+f[1], "-")
		}
	}
	return fmt.Sprintf("%s, %d processors used; %s/%s, %s; %s.", cpu, runtime.GOMAXPROCS(0), runtime.GOOS, runtime.GOARCH, runtime.Version(), hugo)
}
