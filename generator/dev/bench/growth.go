package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// point is what a clean build of a dossier took, and what the old one did; 0 where that was not measured.
type point struct {
	sections                 int
	cpu, wall, peak          float64 // seconds, seconds, MB
	oldCPU, oldWall, oldPeak float64
}

// growthPoints are the sizes that were measured, each once, from small to large.
func growthPoints(all []*measured) (points []point) {
	for _, m := range all {
		if slices.ContainsFunc(points, func(p point) bool { return p.sections == m.sections }) {
			continue
		}
		p := point{sections: m.sections, cpu: m.clean.of(cpuOf).median, wall: m.clean.of(wallOf).median, peak: m.clean.of(peakOf).median}
		if m.old != nil {
			p.oldCPU, p.oldWall, p.oldPeak = m.old.of(cpuOf).median, m.old.of(wallOf).median, m.old.of(peakOf).median
		}
		points = append(points, p)
	}
	slices.SortFunc(points, func(a, b point) int { return cmp.Compare(a.sections, b.sections) })
	return points
}

// growth are the exponents of the power of the size that time and memory grow with: 1 is linear. One that was not measured
// is no number.
type growth struct{ cpu, wall, peak float64 }

func growthBetween(a, b point) growth {
	exponent := func(from, to float64) float64 {
		if from <= 0 || to <= 0 {
			return math.NaN() // not measured
		}
		return math.Log(to/from) / math.Log(float64(b.sections)/float64(a.sections))
	}
	return growth{exponent(a.cpu, b.cpu), exponent(a.wall, b.wall), exponent(a.peak, b.peak)}
}

// growthTable prints the exponents between sizes that follow on one another.
func growthTable(w io.Writer, points []point) error {
	if len(points) < 2 {
		_, err := io.WriteString(w, "\nOne size alone does not tell how anything grows.\n")
		return err
	}
	var b strings.Builder
	b.WriteString("\nGrowth of clean builds as a power of the number of sections (1 is linear; what grows faster is bold):\n\n")
	b.WriteString("| from | to | CPU, s | power | wall, s | power | peak, MB | power |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	power := func(p float64) string {
		switch {
		case math.IsNaN(p):
			return "–"
		case p > linear:
			return fmt.Sprintf("**%.2f**", p)
		}
		return fmt.Sprintf("%.2f", p)
	}
	for i, to := range points[1:] {
		from := points[i]
		g := growthBetween(from, to)
		fmt.Fprintf(&b, "| %s | %s | %.2f → %.2f | %s | %.2f → %.2f | %s | %.0f → %.0f | %s |\n", thousands(from.sections), thousands(to.sections),
			from.cpu, to.cpu, power(g.cpu), from.wall, to.wall, power(g.wall), from.peak, to.peak, power(g.peak))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
