package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Where things stand in the chart, in its units.
const (
	chartWidth, chartHeight = 720, 600
	plotLeft, plotRight     = 70, 580
	labelLeft               = plotRight + 10
	labelEvery              = 16 // the least distance of two labels, from line to line
)

// chartStyle gives the chart a ground of its own: what it stands on may be light or dark whatever the reader's system is.
const chartStyle = `:root{--ground:#fff;--ink:#222;--grid:#ddd;--one:#0b5cad;--two:#a8430a}
@media (prefers-color-scheme:dark){:root{--ground:#16181c;--ink:#e6e6e6;--grid:#3a3d42;--one:#7ab8ff;--two:#ffab73}}
text{font:12px system-ui,sans-serif;fill:var(--ink)}
.title{font-weight:600}
.y{text-anchor:end}.x{text-anchor:middle}
.grid{stroke:var(--grid)}
.line{fill:none;stroke-width:2}
.line.old{stroke-dasharray:6 4}
.linear{stroke:var(--ink);stroke-dasharray:1 4;stroke-linecap:round}
.one{stroke:var(--one)}.two{stroke:var(--two)}
.dot.one{fill:var(--one)}.dot.two{fill:var(--two)}`

// series is a line of a plot.
type series struct {
	label, class string
	square       bool // the marks of its points, which else are round
	get          func(point) float64
}

// plot is a field of the chart with lines and an axis of its own.
type plot struct {
	title       string
	top, bottom float64
	lines       []series
}

// plots are what the chart shows, above one another over one axis of sizes. The first line of each has the reference.
var plots = []plot{
	{"Time of a clean build, seconds", 46, 316, []series{
		{"CPU", "one", false, func(p point) float64 { return p.cpu }},
		{"wall", "two", true, func(p point) float64 { return p.wall }},
		{"CPU, old", "one old", false, func(p point) float64 { return p.oldCPU }},
		{"wall, old", "two old", true, func(p point) float64 { return p.oldWall }},
	}},
	{"Memory at its peak, MB", 370, 550, []series{
		{"peak", "one", false, func(p point) float64 { return p.peak }},
		{"peak, old", "one old", false, func(p point) float64 { return p.oldPeak }},
	}},
}

// scale places values on an axis of which every tenfold has the same length.
type scale struct{ from, to, at, end float64 }

func (s scale) place(v float64) float64 {
	return s.at + (s.end-s.at)*math.Log(v/s.from)/math.Log(s.to/s.from)
}

// ticks are the round values on the axis: 1, 2 and 5 of each power of ten, of a long axis the 1 alone.
func (s scale) ticks() (all []float64) {
	steps := []float64{1, 2, 5}
	if s.to/s.from > 3000 {
		steps = steps[:1]
	}
	for e := math.Floor(math.Log10(s.from)); e <= math.Log10(s.to); e++ {
		for _, step := range steps {
			// Tenths as a quotient: powers of ten below one have no exact value.
			v := step * math.Pow10(int(math.Max(e, 0))) / math.Pow10(int(math.Max(-e, 0)))
			if v >= s.from && v <= s.to {
				all = append(all, v)
			}
		}
	}
	return all
}

// chart draws time and memory by size, both axes logarithmic, as an SVG document. There must be a point.
func chart(points []point) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%[1]d" height="%[2]d" role="img" aria-labelledby="t d">`+"\n", chartWidth, chartHeight)
	b.WriteString("<title id=\"t\">Time and memory of a clean build by the number of sections</title>\n")
	fmt.Fprintf(&b, "<desc id=\"d\">%s</desc>\n<style>\n%s\n</style>\n", described(points), chartStyle)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="var(--ground)"/>`+"\n", chartWidth, chartHeight)
	first, last := float64(points[0].sections), float64(points[len(points)-1].sections)
	x := scale{first / 1.2, last * 1.2, plotLeft, plotRight}
	for _, p := range plots {
		p.draw(&b, points, x)
	}
	for _, v := range x.ticks() {
		fmt.Fprintf(&b, `<text class="x" x="%.1f" y="%.1f">%s</text>`+"\n", x.place(v), plots[len(plots)-1].bottom+18, thousands(int(v)))
	}
	fmt.Fprintf(&b, `<text class="x" x="%d" y="%d">sections</text>`+"\n</svg>\n", (plotLeft+plotRight)/2, chartHeight-12)
	return b.String()
}

// described says in words what the chart shows.
func described(points []point) string {
	var all []string
	for _, p := range points {
		all = append(all, fmt.Sprintf("%s sections: %.3g s of CPU, %.3g s, %.0f MB", thousands(p.sections), p.cpu, p.wall, p.peak))
	}
	return strings.Join(all, "; ") + "."
}

// label is words beside the end of a line.
type label struct {
	y    float64
	text string
}

func (p plot) draw(b *strings.Builder, points []point, x scale) {
	least, most := math.Inf(1), 0.0
	for _, s := range p.lines {
		for _, at := range points {
			if v := s.get(at); v > 0 {
				least, most = min(least, v), max(most, v)
			}
		}
	}
	fmt.Fprintf(b, `<text class="title" x="%d" y="%.1f">%s</text>`+"\n", plotLeft, p.top-12, p.title)
	if most == 0 { // not known on this system
		fmt.Fprintf(b, `<text x="%d" y="%.1f">not measured</text>`+"\n", plotLeft, p.top+labelEvery)
		return
	}
	y := scale{least / 1.5, most * 1.5, p.bottom, p.top}
	for _, v := range y.ticks() {
		fmt.Fprintf(b, `<path class="grid" d="M%d %.1fH%d"/><text class="y" x="%d" y="%.1f">%s</text>`+"\n", plotLeft, y.place(v), plotRight, plotLeft-8, y.place(v)+4, number(v))
	}
	for _, v := range x.ticks() {
		fmt.Fprintf(b, `<path class="grid" d="M%.1f %.1fV%.1f"/>`+"\n", x.place(v), p.top, p.bottom)
	}
	labels := p.reference(b, points, x, y)
	for _, s := range p.lines {
		if l, ok := s.draw(b, points, x, y); ok {
			labels = append(labels, l)
		}
	}
	for _, l := range apart(labels, p.top, p.bottom) {
		fmt.Fprintf(b, `<text x="%d" y="%.1f">%s</text>`+"\n", labelLeft, l.y+4, l.text)
	}
}

// reference draws what the first line would be if it grew with the size, as far as it is in the plot, and labels it where
// it leaves the plot, or gives a label for its end.
func (p plot) reference(b *strings.Builder, points []point, x, y scale) []label {
	start := p.lines[0].get(points[0])
	if len(points) < 2 || start <= 0 {
		return nil
	}
	from, to := float64(points[0].sections), float64(points[len(points)-1].sections)
	end := min(start*to/from, y.to)
	fmt.Fprintf(b, `<path class="line linear" d="M%.1f %.1fL%.1f %.1f"/>`+"\n", x.place(from), y.place(start), x.place(from*end/start), y.place(end))
	if end < y.to {
		return []label{{y.place(end), "linear"}}
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f">linear</text>`+"\n", x.place(from*end/start)+8, y.place(end)+8)
	return nil
}

// draw draws the line and its points, and gives its label. ok is false when nothing of it was measured.
func (s series) draw(b *strings.Builder, points []point, x, y scale) (l label, ok bool) {
	var marks strings.Builder
	to := "M"
	path := ""
	for _, p := range points {
		v := s.get(p)
		if v <= 0 {
			continue
		}
		at := label{y.place(v), s.label + " " + number(v)}
		left := x.place(float64(p.sections))
		path += fmt.Sprintf("%s%.1f %.1f", to, left, at.y)
		if s.square {
			fmt.Fprintf(&marks, `<rect class="dot %s" x="%.1f" y="%.1f" width="7" height="7"/>`, s.class, left-3.5, at.y-3.5)
		} else {
			fmt.Fprintf(&marks, `<circle class="dot %s" cx="%.1f" cy="%.1f" r="3.5"/>`, s.class, left, at.y)
		}
		to, l, ok = "L", at, true
	}
	if ok {
		fmt.Fprintf(b, `<path class="line %s" d="%s"/>%s`+"\n", s.class, path, marks.String())
	}
	return l, ok
}

// apart moves labels that would stand on one another, down, and then what is below the plot up again.
func apart(labels []label, top, bottom float64) []label {
	slices.SortStableFunc(labels, func(a, b label) int {
		switch {
		case a.y < b.y:
			return -1
		case a.y > b.y:
			return 1
		}
		return strings.Compare(a.text, b.text)
	})
	least := top
	for i := range labels {
		labels[i].y = max(labels[i].y, least)
		least = labels[i].y + labelEvery
	}
	most := bottom
	for i := range slices.Backward(labels) {
		labels[i].y = min(labels[i].y, most)
		most = labels[i].y - labelEvery
	}
	return labels
}

// number is a value with three figures at most.
func number(v float64) string {
	if v >= 1000 {
		return thousands(int(math.Round(v)))
	}
	return fmt.Sprintf("%.3g", v)
}
