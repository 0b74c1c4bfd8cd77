package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// What budgets are counted in.
const (
	linear   = 1.05 // the power of linear growth, as it may be measured
	kilobyte = 1024
)

// figure is what was measured for a budget.
type figure struct {
	text  string
	known bool
	met   bool
}

// String is the figure as it stands in the table: bold where it misses its budget.
func (f figure) String() string {
	switch {
	case !f.known:
		return "not measured"
	case f.met:
		return f.text
	default:
		return "**" + f.text + "**"
	}
}

// atMost and atLeast judge a figure that is printed by a format.
func atMost(limit, got float64, format string) figure {
	return figure{fmt.Sprintf(format, got), true, got <= limit}
}

func atLeast(limit, got float64, format string) figure {
	return figure{fmt.Sprintf(format, got), true, got >= limit}
}

// budgets print every budget beside its figure.
func (b *bench) budgets(context.Context) error {
	var t strings.Builder
	t.WriteString("\n| what | budget | figure |\n| --- | --- | --- |\n")
	row := func(what, budget string, f figure) { fmt.Fprintf(&t, "| %s | %s | %s |\n", what, budget, f) }

	small, large, huge := b.of(1000), b.of(10_000), b.of(100_000)
	row("1,000 sections, clean", "CPU ≤ 0.75 × old", againstOld(small, cpuOf, 0.75))
	row("", "peak ≤ 70 MB", peakIs(small, 70))
	row("10,000 sections, clean", "CPU ≤ 0.7 × old", againstOld(large, cpuOf, 0.7))
	row("", "as many files as old, or more", filesBeside(large))
	row("", "≥ 11 times faster than Hugo", fasterThanHugo(large, 11))
	row("", "peak ≤ 180 MB", peakIs(large, 180))
	row("100,000 sections, clean", "wall ≤ 0.7 × old", againstOld(huge, wallOf, 0.7))
	row("", "≥ 30 times faster than Hugo", fasterThanHugo(huge, 30))
	row("", "peak ≤ 700 MB", peakIs(huge, 700))
	row("growth", "time and memory no worse than linear", growthIs(b.steps))
	row("one section edited, 10,000 sections", "CPU ≤ 0.15 × a clean build", beside(large, func(m *measured) *contender { return m.edited }, 0.15))
	row("nothing changed, 10,000 sections", "CPU ≤ 0.1 × a clean build", beside(large, func(m *measured) *contender { return m.same }, 0.1))
	row("one section saved, 10,000 sections", "≤ 8 ms until the page reloads", savedIn(large, 8, plainSaves))
	row("", "≤ 8 ms with 15,000 warnings", savedIn(large, 8, warnedSaves))
	row("one section saved, 100,000 sections", "≤ 60 ms until the page reloads", savedIn(huge, 60, plainSaves))
	row("", "≤ 60 ms with 150,000 warnings", savedIn(huge, 60, warnedSaves))
	row("what is no page, 10,000 sections", "≤ 15 % of the CPU of a build without it", figure{})
	row("a search, 10,000 sections", "≤ 120 KB gzip", searchIs(large, 120, "KB", func(a answer) float64 { return float64(a.small) / 1e3 }))
	row("", "≤ 100 ms to ten hits", searchIs(large, 100, "ms", func(a answer) float64 { return a.ms }))
	row("a search, the real dossier", "≤ 15 KB gzip", searchIs(b.dossier, 15, "KB", func(a answer) float64 { return float64(a.small) / 1e3 }))
	row("the real dossier, clean", "≤ 0.2 s", cleanIn(b.dossier, 0.2))
	row("a section’s page, gzip", "HTML ≤ 4 KB, 10,000 sections", weighsAtMost(large, 4, func(w weights) int64 { return w.html }))
	row("", "HTML ≤ 4 KB, the real dossier", weighsAtMost(b.dossier, 4, func(w weights) int64 { return w.html }))
	row("", "CSS ≤ 9 KB", weighsAtMost(b.dossier, 9, func(w weights) int64 { return w.css }))
	row("", "JS ≤ 4 KB before a search", weighsAtMost(b.dossier, 4, func(w weights) int64 { return w.js }))
	row("", "JS ≤ 8 KB with a search", searchIs(b.dossier, 8, "KB", func(a answer) float64 { return float64(a.scripts) / kilobyte }))
	row("`go test` without browsers and fuzzing", "≤ 180 s on 2 processors", b.times.is(b.times.all, 180))
	row("", "`-short` ≤ 30 s", b.times.is(b.times.short, 30))
	t.WriteString("\nFigures in bold miss their budget.\n")
	_, err := io.WriteString(b.w, t.String())
	return err
}

// of is what was measured of the dossier with so many sections, with saves and all; nil where that was not.
func (b *bench) of(sections int) *measured {
	at := slices.IndexFunc(b.all, func(m *measured) bool { return m.sections == sections && m.floor != nil })
	if at < 0 {
		return nil
	}
	return b.all[at]
}

// againstOld judges what dossier takes beside the old one, and says what else was measured.
func againstOld(m *measured, measure func(sample) float64, limit float64) figure {
	if m == nil || m.old == nil {
		return figure{}
	}
	r, ok := m.clean.against(m.old, measure)
	if !ok {
		return figure{}
	}
	f := atMost(limit, r.median, "%.2f")
	f.text += fmt.Sprintf(" (%.2f–%.2f)", r.least, r.most)
	if same, ok := m.twin.against(m.clean, measure); ok {
		f.text += fmt.Sprintf("; noise %.2f–%.2f", same.least, same.most)
	}
	return f
}

func peakIs(m *measured, limit float64) figure {
	if m == nil || m.clean.of(peakOf).most == 0 { // not known on this system
		return figure{}
	}
	f := atMost(limit, m.clean.of(peakOf).median, "")
	f.text = m.clean.megabytes() + " MB"
	if m.old != nil {
		f.text += "; old " + m.old.megabytes()
	}
	return f
}

func filesBeside(m *measured) figure {
	if m == nil || m.old == nil {
		return figure{}
	}
	f := atLeast(float64(m.old.files), float64(m.clean.files), "%.0f")
	f.text += fmt.Sprintf("; old %d", m.old.files)
	return f
}

func fasterThanHugo(m *measured, limit float64) figure {
	if m == nil {
		return figure{}
	}
	times, only, ok := timesHugo(m.hugo, m.clean)
	if !ok {
		return figure{}
	}
	f := atLeast(limit, times, "%.1f")
	if only {
		f.text = "more than " + f.text + ", then Hugo was stopped"
	} else {
		f.text += " by the clock, " + ratio(m.hugo, m.clean, cpuOf) + " of CPU"
	}
	return f
}

// beside judges a build over an earlier one beside the clean build.
func beside(m *measured, which func(*measured) *contender, limit float64) figure {
	if m == nil {
		return figure{}
	}
	r, ok := which(m).against(m.clean, cpuOf)
	if !ok {
		return figure{}
	}
	f := atMost(limit, r.median, "%.3f")
	f.text += " of CPU, " + ratio(which(m), m.clean, wallOf) + " by the clock"
	return f
}

func plainSaves(m *measured) (took, before spread)  { return m.saves, m.oldSaves }
func warnedSaves(m *measured) (took, before spread) { return m.warnedSaves, m.oldWarnedSaves }

func savedIn(m *measured, limit float64, which func(*measured) (took, before spread)) figure {
	if m == nil {
		return figure{}
	}
	took, before := which(m)
	if took.most == 0 {
		return figure{}
	}
	f := atMost(limit, took.median, "%.1f ms")
	f.text += fmt.Sprintf(" (%.1f–%.1f)", took.least, took.most)
	if before.most > 0 {
		f.text += fmt.Sprintf("; old %.0f", before.median)
	}
	return f
}

// searchIs judges the dearest of the questions, and tells the cheapest as well.
func searchIs(m *measured, limit float64, unit string, get func(answer) float64) figure {
	if m == nil || len(m.answers) == 0 {
		return figure{}
	}
	var all []float64
	for _, a := range m.answers {
		all = append(all, get(a))
	}
	s := spreadOf(all)
	f := atMost(limit, s.most, "%.1f "+unit)
	f.text = fmt.Sprintf("%.1f–", s.least) + f.text
	return f
}

func cleanIn(m *measured, limit float64) figure {
	if m == nil {
		return figure{}
	}
	f := atMost(limit, m.clean.of(wallOf).median, "%.2f s")
	f.text += fmt.Sprintf("; CPU %.2f s", m.clean.of(cpuOf).median)
	return f
}

// weighsAtMost judges the heaviest page, in KB of 1,024 bytes.
func weighsAtMost(m *measured, limit float64, get func(weights) int64) figure {
	if m == nil || m.weights.html == 0 {
		return figure{}
	}
	return atMost(limit, float64(get(m.weights))/kilobyte, "%.2f KB at most")
}

// growthIs judges the worst growth between two sizes, and says what it is from the first to the last.
func growthIs(steps []step) figure {
	if len(steps) == 0 {
		return figure{}
	}
	cpu, peak := 0.0, 0.0
	for _, s := range steps {
		cpu, peak = max(cpu, power(s.from, s.to, s.cpu.median)), max(peak, power(s.from, s.to, s.peak.median))
	}
	of, _, ofPeak := overall(steps)
	text := fmt.Sprintf("from %s to %s sections n^%.2f of CPU, at worst, from size to size, n^%.2f", thousands(steps[0].from), thousands(steps[len(steps)-1].to), of, cpu)
	if math.IsNaN(peak) { // not known on this system
		return figure{text, true, cpu <= linear}
	}
	return figure{text + fmt.Sprintf("; n^%.2f of memory, at worst n^%.2f", ofPeak, peak), true, max(cpu, peak) <= linear}
}
