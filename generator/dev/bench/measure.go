package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
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
	again bool                                           // over the site of the contender before
	edit  func(round int) (undo func() error, err error) // of the content, before the build; nil for none
	limit func() time.Duration                           // how long a build may take; nil for as long as it likes
	keep  bool                                           // the last site is needed when all are measured

	samples []sample
	stopped time.Duration // after which a build was stopped; there is none after that
	files   int
	bytes   int64
}

// sample is what one build took.
type sample struct {
	wall, cpu time.Duration // cpu is the program's own and the system's for it
	peak      int64         // bytes of memory held at most; 0 where that is not known
	below     bool          // it held no more than peak, and perhaps less
}

// group are contenders of which each builds over what the one before left. The first builds from nothing.
type group []*contender

// interleave measures every group once a round, so that whatever else the machine does falls on all alike. Every other
// round goes backwards: none always comes after the same other.
func interleave(ctx context.Context, groups []group, rounds int) error {
	for round := range rounds {
		for i := range groups {
			if round%2 == 1 {
				i = len(groups) - 1 - i
			}
			for _, c := range groups[i] {
				if err := c.measure(ctx); err != nil {
					return err
				}
			}
			if err := groups[i][0].makeRoom(round == rounds-1); err != nil {
				return err
			}
		}
	}
	return nil
}

// measure builds the site once.
func (c *contender) measure(ctx context.Context) (err error) {
	if c.stopped > 0 {
		return nil
	}
	if !c.again {
		if err := c.putAside(); err != nil {
			return err
		}
	}
	if c.edit != nil {
		undo, err := c.edit(len(c.samples))
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, undo()) }()
	}
	settle()
	if err := c.run(ctx); err != nil || c.files > 0 || c.stopped > 0 {
		return err
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

// run runs the program and adds a sample, or notes that its time was up.
func (c *contender) run(ctx context.Context) error {
	limited := ctx
	if c.limit != nil {
		limit := c.limit()
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
		c.stopped = limit
	}
	cmd := exec.CommandContext(limited, c.args[0], c.args[1:]...)
	var said bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr, cmd.WaitDelay = c.dir, &said, &said, time.Second
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case limited.Err() != nil:
		return nil
	case err != nil:
		return fmt.Errorf("%s: %w\n%s", strings.Join(c.args, " "), err, said.Bytes()[:min(said.Len(), 4000)])
	}
	c.stopped = 0
	s := sample{wall: wall, cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak: peak(cmd.ProcessState)}
	s.below = s.peak > 0 && s.peak <= ownPeak()
	c.samples = append(c.samples, s)
	return nil
}

// putAside makes room for a site from nothing, and for a build that remembers
// nothing. What is there is moved, not deleted: some disks are slow to make
// files for a while after many were deleted.
func (c *contender) putAside() error {
	if err := os.RemoveAll(filepath.Join(c.dir, ".cache")); err != nil {
		return err
	}
	if _, err := os.Stat(c.out); err == nil {
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

// mostKept is how many files a site may have that is put aside. What holds more takes too much room, in memory above all.
const mostKept = 20_000

// makeRoom deletes a large site, unless it is the last and to be kept.
func (c *contender) makeRoom(last bool) error {
	if c.files <= mostKept || last && c.keep {
		return nil
	}
	return os.RemoveAll(c.out)
}

// wall, cpu and peak of a sample, for medians and ratios.
func wallOf(s sample) float64 { return s.wall.Seconds() }
func cpuOf(s sample) float64  { return s.cpu.Seconds() }
func peakOf(s sample) float64 { return float64(s.peak) / (1 << 20) }

// megabytes is the median of the peaks, in words.
func (c *contender) megabytes() string {
	text := fmt.Sprintf("%.0f", c.of(peakOf).median)
	if slices.ContainsFunc(c.samples, func(s sample) bool { return s.below }) {
		return "≤ " + text
	}
	return text
}

// spread is the middle, the least and the most of some figures.
type spread struct{ median, least, most float64 }

// of gives the spread of one measure of a contender's builds. There must be one.
func (c *contender) of(measure func(sample) float64) spread {
	var all []float64
	for _, s := range c.samples {
		all = append(all, measure(s))
	}
	return spreadOf(all)
}

func spreadOf(all []float64) spread {
	all = slices.Sorted(slices.Values(all))
	return spread{(all[(len(all)-1)/2] + all[len(all)/2]) / 2, all[0], all[len(all)-1]}
}

// against gives the spread of the ratios of two contenders' builds, each to the other's of the same round: what slows a
// whole round down is then in both. ok is false when one of them has no builds, or takes no time that could be measured.
func (c *contender) against(other *contender, measure func(sample) float64) (ratio spread, ok bool) {
	var all []float64
	for i := range min(len(c.samples), len(other.samples)) {
		if by := measure(other.samples[i]); by > 0 {
			all = append(all, measure(c.samples[i])/by)
		}
	}
	if len(all) == 0 {
		return spread{}, false
	}
	return spreadOf(all), true
}
