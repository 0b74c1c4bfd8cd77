package main

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// title says which dossier was measured.
func (m *measured) title() string { return thousands(m.sections) + " sections" + m.what }

// thousands is a number with a comma before every third figure.
func thousands(n int) string {
	text := fmt.Sprint(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// counted says how often each was built.
func counted(rounds int) string {
	if rounds == 1 {
		return "one round"
	}
	return fmt.Sprintf("medians of %d rounds and their range", rounds)
}

// tables print what the builds of a dossier took, and what that is beside the others: the processor's time first, which
// suffers least from what else the machine does.
func tables(w io.Writer, m *measured) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s, %s:\n\n", m.title(), counted(m.rounds))
	b.WriteString("| build | CPU, s | range | wall, s | range | peak, MB | files | MB | CPU ÷ floor | wall ÷ floor | Hugo’s CPU ÷ | Hugo’s wall ÷ |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, c := range m.contenders() {
		if len(c.samples) == 0 {
			fmt.Fprintf(&b, "| %s | – | – | stopped after %.0f | – | – | – | – | – | – | – | – |\n", c.name, c.stopped.Seconds())
			continue
		}
		cpu, wall := c.of(cpuOf), c.of(wallOf)
		fmt.Fprintf(&b, "| %s | %.2f | %.2f–%.2f | %.2f | %.2f–%.2f | %s | %d | %.1f | %s | %s | %s | %s |\n", c.name,
			cpu.median, cpu.least, cpu.most, wall.median, wall.least, wall.most, c.megabytes(), c.files, float64(c.bytes)/1e6,
			ratio(c, m.floor, cpuOf), ratio(c, m.floor, wallOf), ratio(m.hugo, c, cpuOf), hugoRatio(m.hugo, c))
	}
	pairs(&b, m)
	_, err := io.WriteString(w, b.String())
	return err
}

// pairs print ratios of builds of the same round.
func pairs(b *strings.Builder, m *measured) {
	b.WriteString("\nBuild against build of the same round, medians of the ratios and their range:\n\n")
	b.WriteString("| ratio | CPU | wall | peak |\n| --- | ---: | ---: | ---: |\n")
	for _, p := range []struct {
		what    string
		one, by *contender
	}{
		{"dossier ÷ old", m.clean, m.old},
		{"nothing changed: dossier ÷ old", m.same, m.oldSame},
		{"one section edited: dossier ÷ old", m.edited, m.oldEdited},
		{"nothing changed ÷ clean", m.same, m.clean},
		{"one section edited ÷ clean", m.edited, m.clean},
		{"old, one section edited ÷ clean", m.oldEdited, m.old},
		{"noise: a copy of dossier ÷ dossier", m.twin, m.clean},
	} {
		if p.one == nil || p.by == nil {
			continue
		}
		fmt.Fprintf(b, "| %s", p.what)
		for _, measure := range []func(sample) float64{cpuOf, wallOf, peakOf} {
			if r, ok := p.one.against(p.by, measure); ok {
				fmt.Fprintf(b, " | %.2f (%.2f–%.2f)", r.median, r.least, r.most)
			} else {
				b.WriteString(" | –")
			}
		}
		b.WriteString(" |\n")
	}
	if cpu, ok := m.twin.against(m.clean, cpuOf); ok {
		wall, _ := m.twin.against(m.clean, wallOf)
		fmt.Fprintf(b, "\nTwo copies of one build differ by up to %.0f %% of CPU and %.0f %% by the clock: nothing smaller is a result.\n", 100*cpu.off(), 100*wall.off())
	}
}

// off is how far a ratio is from 1 at most.
func (s spread) off() float64 { return max(math.Abs(s.least-1), math.Abs(s.most-1)) }

// ratio is the median ratio of one measure of two contenders, or a dash where one was not measured.
func ratio(c, other *contender, measure func(sample) float64) string {
	if c == nil || other == nil {
		return "–"
	}
	r, ok := c.against(other, measure)
	if !ok {
		return "–"
	}
	return fmt.Sprintf("%.2f", r.median)
}

// timesHugo is how many times as long as a contender Hugo takes, by the clock. When Hugo was stopped it is at least that.
func timesHugo(hugo, c *contender) (times float64, atLeast, ok bool) {
	if hugo == nil || c == nil || len(c.samples) == 0 {
		return 0, false, false
	}
	if len(hugo.samples) == 0 {
		return hugo.stopped.Seconds() / c.of(wallOf).median, true, true
	}
	r, ok := hugo.against(c, wallOf)
	return r.median, false, ok
}

func hugoRatio(hugo, c *contender) string {
	times, atLeast, ok := timesHugo(hugo, c)
	switch {
	case !ok:
		return "–"
	case atLeast:
		return fmt.Sprintf("more than %.1f", times)
	default:
		return fmt.Sprintf("%.2f", times)
	}
}
