package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A step goes from one size to the next. The machine may be half as fast in one minute as in
// another, so what a large dossier takes is compared with what as many small ones take around it
// that are as large together: half of them before, half of them after.
type step struct {
	from, to        int // sections
	rounds          int
	cpu, wall, peak spread // how many times what the small one takes
	small           point  // which is this, the medians
}

// point is what a clean build of a dossier takes, and what the old one did; 0 where that was not measured.
type point struct {
	sections                 int
	cpu, wall, peak          float64 // seconds, seconds, MB
	oldCPU, oldWall, oldPeak float64
}

// grow measures how time and memory grow from size to size, and prints and draws it.
func (b *bench) grow(ctx context.Context) error {
	if len(b.growth) == 0 {
		_, err := io.WriteString(b.w, "\nNot measured.\n")
		return err
	}
	sizes := slices.Concat(b.growth, b.sizes)
	slices.SortStableFunc(sizes, func(a, b size) int { return cmp.Compare(a.sections, b.sections) })
	sizes = slices.CompactFunc(sizes, func(a, b size) bool { return a.sections == b.sections })
	for i, s := range sizes[1:] {
		st, err := b.step(ctx, sizes[i], s)
		if err != nil {
			return err
		}
		b.steps = append(b.steps, st)
	}
	if err := growthTable(b.w, b.steps); err != nil || b.chart == "" || len(b.steps) == 0 {
		return err
	}
	if err := os.WriteFile(b.chart, []byte(chart(growthPoints(b.steps, b.all))), 0o644); err != nil {
		return err
	}
	_, err := fmt.Fprintf(b.w, "\n![Time and memory of clean builds by the number of sections, and what linear growth would be](%s)\n", filepath.Base(b.chart))
	return err
}

// step measures clean builds of dossier alone, of two sizes.
func (b *bench) step(ctx context.Context, from, to size) (st step, err error) {
	var of [2]*contender
	for i, s := range []size{from, to} {
		at, done := b.at(b.tmp, s, " for the chart")
		defer func() { err = errors.Join(err, done()) }()
		if err := writeCorpus(filepath.Join(at, "content"), s.sections, asWritten); err != nil {
			return st, err
		}
		of[i] = b.contend(at, s, "").clean
	}
	small, large := of[0], of[1]
	around := max(2, int(math.Round(float64(to.sections)/float64(from.sections))))
	var order []*contender
	for i := range around {
		if i == (around+1)/2 {
			order = append(order, large)
		}
		order = append(order, small)
	}
	for range to.rounds {
		for _, c := range order {
			if err := c.measure(ctx); err != nil {
				return st, err
			}
			if err := os.RemoveAll(c.out); err != nil { // put aside they would not all fit into memory, for which this is meant
				return st, err
			}
		}
	}
	return stepOf(from.sections, to.sections, small.samples, large.samples), nil
}

// stepOf compares builds: each of the large dossier with those of the small one of the same round.
func stepOf(from, to int, small, large []sample) step {
	around := len(small) / len(large)
	ratio := func(measure func(sample) float64) spread {
		var all []float64
		for i, l := range large {
			mean := 0.0
			for _, s := range small[i*around : (i+1)*around] {
				mean += measure(s) / float64(around)
			}
			all = append(all, measure(l)/mean)
		}
		return spreadOf(all)
	}
	middle := func(measure func(sample) float64) float64 { return (&contender{samples: small}).of(measure).median }
	return step{
		from: from, to: to, rounds: len(large), cpu: ratio(cpuOf), wall: ratio(wallOf), peak: ratio(peakOf),
		small: point{sections: from, cpu: middle(cpuOf), wall: middle(wallOf), peak: middle(peakOf)},
	}
}

// growthPoints are the sizes of steps that follow on one another. What the smallest takes was measured; of the others it
// is reckoned from the one before and the ratio of the step, as in other minutes the machine may be faster or slower.
func growthPoints(steps []step, all []*measured) (points []point) {
	for i, s := range steps {
		if i == 0 {
			points = append(points, s.small)
		}
		p := points[i]
		points = append(points, point{sections: s.to, cpu: p.cpu * s.cpu.median, wall: p.wall * s.wall.median, peak: p.peak * s.peak.median})
	}
	for i := range points {
		p := &points[i]
		for _, m := range all {
			if m.sections == p.sections && m.old != nil {
				p.oldCPU, p.oldWall, p.oldPeak = m.old.of(cpuOf).median, m.old.of(wallOf).median, m.old.of(peakOf).median
			}
		}
	}
	return points
}

// power is the exponent of the size that something grows with, which is that many times as much: 1 is linear. It is no
// number where that was not measured.
func power(from, to int, ratio float64) float64 {
	if !(ratio > 0) || math.IsInf(ratio, 0) {
		return math.NaN()
	}
	return math.Log(ratio) / math.Log(float64(to)/float64(from))
}

// overall is the growth from the first size to the last.
func overall(steps []step) (cpu, wall, peak float64) {
	of := func(get func(step) spread) float64 {
		ratio := 1.0
		for _, s := range steps {
			ratio *= get(s).median
		}
		return power(steps[0].from, steps[len(steps)-1].to, ratio)
	}
	return of(cpuRatio), of(wallRatio), of(peakRatio)
}

func cpuRatio(s step) spread  { return s.cpu }
func wallRatio(s step) spread { return s.wall }
func peakRatio(s step) spread { return s.peak }

// growthTable prints the exponents between sizes that follow on one another, and between the first and the last.
func growthTable(w io.Writer, steps []step) error {
	if len(steps) == 0 {
		_, err := io.WriteString(w, "\nOne size alone does not tell how anything grows.\n")
		return err
	}
	var b strings.Builder
	b.WriteString("\nGrowth of clean builds as a power of the number of sections (1 is linear; what grows faster is bold). Each round builds the large\n" +
		"dossier once, and before and after it the small one, as often as makes as many sections: medians of the rounds, and their range.\n\n")
	b.WriteString("| from | to | rounds | CPU, times | power | wall, times | power | peak, times | power |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	in := func(p float64) string {
		switch {
		case math.IsNaN(p):
			return "–"
		case p > linear:
			return fmt.Sprintf("**%.2f**", p)
		}
		return fmt.Sprintf("%.2f", p)
	}
	for _, s := range steps {
		fmt.Fprintf(&b, "| %s | %s | %d |", thousands(s.from), thousands(s.to), s.rounds)
		for _, r := range []spread{s.cpu, s.wall, s.peak} {
			times, p := "–", power(s.from, s.to, r.median)
			if !math.IsNaN(p) {
				times = fmt.Sprintf("%.2f (%.2f–%.2f)", r.median, r.least, r.most)
			}
			fmt.Fprintf(&b, " %s | %s |", times, in(p))
		}
		b.WriteString("\n")
	}
	if len(steps) > 1 {
		cpu, wall, peak := overall(steps)
		fmt.Fprintf(&b, "| %s | %s | | | %s | | %s | | %s |\n", thousands(steps[0].from), thousands(steps[len(steps)-1].to), in(cpu), in(wall), in(peak))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
