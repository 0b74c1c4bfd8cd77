package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// contender is a way to build a site, and what it took each time.
type contender struct {
	name  string
	dir   string // the working directory
	out   string // the site's folder
	args  []string
	again bool                  // over the site of the contender before
	edit  func(round int) error // of the content, before the build; nil for none

	samples []sample
	files   int
	bytes   int64
}

// sample is what one build took.
type sample struct {
	wall, cpu time.Duration // cpu is the program's own and the system's for it
	peak      int64         // bytes of memory held at most; 0 where that is not known
}

// measure builds the site once.
func (c *contender) measure() error {
	if !c.again {
		if err := c.putAside(); err != nil {
			return err
		}
	}
	if c.edit != nil {
		if err := c.edit(len(c.samples)); err != nil {
			return err
		}
	}
	settle()
	cmd := exec.Command(c.args[0], c.args[1:]...)
	var said bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = c.dir, &said, &said
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(c.args, " "), err, said.Bytes()[:min(said.Len(), 4000)])
	}
	wall := time.Since(start)
	c.samples = append(c.samples, sample{wall, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak(cmd.ProcessState)})
	if c.files > 0 {
		return nil
	}
	return filepath.WalkDir(c.out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		c.files++
		c.bytes += info.Size()
		return nil
	})
}

// putAside makes room for a site from nothing, and for a build that remembers
// nothing. What is there is moved, not deleted: some disks are slow to make
// files for a while after many were deleted.
func (c *contender) putAside() error {
	if err := os.RemoveAll(filepath.Join(c.dir, ".cache")); err != nil {
		return err
	}
	if len(c.samples) > 0 {
		aside := filepath.Join(c.dir, "aside")
		if err := os.MkdirAll(aside, 0o755); err != nil {
			return err
		}
		if err := os.Rename(c.out, filepath.Join(aside, fmt.Sprint(filepath.Base(c.out), len(c.samples)))); err != nil {
			return err
		}
	}
	return os.MkdirAll(c.out, 0o755)
}

// median is the middle one of what get gives for each sample.
func median[T int64 | time.Duration](of []sample, get func(sample) T) T {
	var all []T
	for _, s := range of {
		all = append(all, get(s))
	}
	slices.Sort(all)
	return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
}

func (c *contender) wall() time.Duration {
	return median(c.samples, func(s sample) time.Duration { return s.wall })
}

func (c *contender) cpu() time.Duration {
	return median(c.samples, func(s sample) time.Duration { return s.cpu })
}

// table prints the medians. The ratios are of wall time and of processor time;
// the latter suffers less from what else the machine does.
func table(w io.Writer, sections int, runs []contender) error {
	floor := runs[0]
	last := runs[len(runs)-1]
	var b strings.Builder
	fmt.Fprintf(&b, "\n%d sections, medians of %d rounds:\n\n", sections, len(floor.samples))
	b.WriteString("| build | wall, s | range, s | CPU, s | peak, MB | files | MB | wall ÷ floor | CPU ÷ floor | Hugo’s wall ÷ | Hugo’s CPU ÷ |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, c := range runs {
		least := slices.MinFunc(c.samples, func(a, b sample) int { return int(a.wall - b.wall) })
		most := slices.MaxFunc(c.samples, func(a, b sample) int { return int(a.wall - b.wall) })
		fmt.Fprintf(&b, "| %s | %.2f | %.2f–%.2f | %.2f | %d | %d | %.1f | %.2f | %.2f |", c.name, c.wall().Seconds(), least.wall.Seconds(), most.wall.Seconds(),
			c.cpu().Seconds(), median(c.samples, func(s sample) int64 { return s.peak })>>20, c.files, float64(c.bytes)/1e6,
			float64(c.wall())/float64(floor.wall()), float64(c.cpu())/float64(floor.cpu()))
		if last.name == "Hugo" {
			fmt.Fprintf(&b, " %.1f | %.1f |\n", float64(last.wall())/float64(c.wall()), float64(last.cpu())/float64(c.cpu()))
		} else {
			b.WriteString(" – | – |\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
