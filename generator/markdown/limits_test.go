package markdown

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/limits"
	"dossier/generator/markdown/guard"
	"dossier/generator/source"
)

// repeat fills n bytes with a unit.
func repeat(unit string, n int) string { return strings.Repeat(unit, max(1, n/len(unit))) }

// blocks fills n bytes with blocks of the given size, each filled with a unit:
// the most of a unit that the limits allow is not all in one block.
func blocks(unit string, size, n int) string { return repeat("x"+repeat(unit, size)+"\n\n", n) }

// numbered fills n bytes with what format makes of 1, 2, 3, …
func numbered(format string, n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString(strings.ReplaceAll(format, "N", fmt.Sprint(i)))
	}
	return b.String()
}

func table(columns, n int) string {
	return repeat("|a", 2*columns) + "\n" + repeat("|-", 2*columns) + "\n" + repeat("|b\n", n)
}

func stairs(marker string, n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(strings.Repeat("  ", i) + marker + "a\n")
	}
	return b.String()
}

func front(yaml string) string { return "---\n" + yaml + "\n---\n" }

// hostile are files that stop, or take minutes and gigabytes of, those who
// read Markdown without limits. Each makes a file of about n bytes.
var hostile = []struct {
	name string
	make func(n int) string
}{
	{"brackets", func(n int) string { return head + repeat("[", n) }},
	{"brackets nested", func(n int) string { return head + repeat("[", n/2) + "a" + repeat("]", n/2) }},
	{"brackets in blocks", func(n int) string { return head + blocks("[a", 600, n) }},
	{"unclosed links", func(n int) string { return head + repeat("[a](b", n) }},
	{"unclosed links in blocks", func(n int) string { return head + blocks("[a](b", 1400, n) }},
	{"unclosed titles", func(n int) string { return head + blocks(`[a](b "`, 2000, n) }},
	{"unclosed targets", func(n int) string { return head + blocks("[a](<b", 1700, n) }},
	{"nested links", func(n int) string { return head + repeat("[", n/6) + "a" + repeat("](b)", n*5/6) }},
	{"nested images", func(n int) string { return head + repeat("![", n/3) + "a" + repeat("](b)", n*2/3) }},
	{"images of wiki links", func(n int) string { return head + repeat("![[[", n) }},
	{"wiki links", func(n int) string { return head + repeat("[[a]] ", n) }},
	{"wiki links on lines", func(n int) string { return head + numbered("[[aN|b]]\n\n", n) }},
	{"emphasis", func(n int) string { return head + repeat("*a_ ", n) }},
	{"emphasis in blocks", func(n int) string { return head + blocks("a*~a", 600, n) }},
	{"emphasis nested", func(n int) string { return head + repeat("*a ", n/2) + repeat("a*", n/2) }},
	{"stars nested", func(n int) string { return head + repeat("*", n/2) + "a" + repeat("*", n/2) }},
	{"strikes", func(n int) string { return head + blocks("~a'", 800, n) }},
	{"tildes", func(n int) string { return head + "x" + repeat("~", n) }},
	{"double quotes", func(n int) string { return head + repeat(`"`, n) }},
	{"single quotes", func(n int) string { return head + "x" + repeat("'", n) }},
	{"quotes open", func(n int) string { return head + blocks(` "a 'b`, 60000, n) }},
	{"apostrophes", func(n int) string { return head + blocks("'s", 60000, n) }},
	{"dashes and dots", func(n int) string { return head + blocks("--...", 60000, n) }},
	{"angle quotes", func(n int) string { return head + blocks("<<>>", 500, n) }},
	{"backticks growing", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString("a" + strings.Repeat("`", i))
		}
		return head + b.String()
	}},
	{"backticks in blocks", func(n int) string { return head + blocks("``a`\n", 1500, n) }},
	{"tags", func(n int) string { return head + repeat("<a ", n) }},
	{"tags in blocks", func(n int) string { return head + blocks("<a b='", 400, n) }},
	{"tags with attributes", func(n int) string { return head + blocks(`<a b="" c='x' d`, 1000, n) }},
	{"tags whole", func(n int) string { return head + repeat("a<b>\n\n", n) }},
	{"comments open", func(n int) string { return head + blocks("<!-- ", 300, n) }},
	{"declarations open", func(n int) string { return head + blocks("<!A <? <![CDATA[ ", 500, n) }},
	{"automatic links", func(n int) string { return head + repeat("<a:b> ", n) }},
	{"mail links", func(n int) string { return head + blocks("<a@b.c", 400, n) }},
	{"HTML blocks", func(n int) string { return head + repeat("<b>\n\n", n) }},
	{"entities", func(n int) string { return head + blocks("&amp;&#1;&x", 60000, n) }},
	{"octal entities", func(n int) string { return head + blocks("&#065;", 60000, n) }},
	{"ampersands", func(n int) string { return head + blocks("&", 60000, n) }},
	{"backslashes", func(n int) string { return head + blocks("\\", 60000, n) }},
	{"hard breaks", func(n int) string { return head + repeat("a\\\n", n) }},
	{"soft breaks", func(n int) string { return head + repeat("a\n", n) }},
	{"blank lines in a list", func(n int) string { return head + strings.Repeat("- ", limits.MaxNesting) + "a" + repeat("\n", n) }},
	{"line", func(n int) string { return head + repeat("a ", n) }},
	{"lines", func(n int) string { return head + repeat(repeat("é ", limits.MaxLineBytes-1)+"\n", n) }},
	{"quotes nested", func(n int) string { return head + repeat("> ", n) }},
	{"quotes nested on lines", func(n int) string { return head + repeat(strings.Repeat(">", limits.MaxNesting)+"\n", n) }},
	{"bullets nested", func(n int) string { return head + repeat("* ", n) + "a" }},
	{"bullets nested on lines", func(n int) string { return head + repeat(strings.Repeat("* ", limits.MaxNesting)+"a\n", n) }},
	{"numbers nested", func(n int) string { return head + repeat("1. ", n) + "a" }},
	{"mixed nested", func(n int) string { return head + repeat("> - 1. ", n) }},
	{"bullets by indentation", func(n int) string { return head + stairs("- ", n) }},
	{"numbers by indentation", func(n int) string { return head + stairs("1. ", n) }},
	{"footnotes nested", func(n int) string { return head + "a[^a]\n\n" + repeat("[^a]: ", n) }},
	{"lists alternate", func(n int) string { return head + repeat("-\n+\n", n) }},
	{"rules", func(n int) string { return head + repeat("***\n", n) }},
	{"table wide", func(n int) string { return head + table(n/4, 100) }},
	{"table long", func(n int) string { return head + table(50, n) }},
	{"table of links", func(n int) string { return head + "|a|\n|-|\n" + repeat("|[b](c)|\n", n) }},
	{"table of code", func(n int) string { return head + "|a|\n|-|\n" + repeat("|`\\|`|\n", n) }},
	{"tables", func(n int) string { return head + repeat("x\n|a|\n|-|\n\n", n) }},
	{"tables that are none", func(n int) string { return head + "|a|\n|-|-|\n" + repeat("[a](b", n) }},
	{"reference used often", func(n int) string {
		return head + "[a]: /" + repeat("b", n/20) + " '" + repeat("c", n/20) + "'\n\n" + repeat("[a]\n\n", n*9/10)
	}},
	{"bad reference used often", func(n int) string { return head + "[a]: " + repeat("b", n/20) + ":\n\n" + repeat("[a]\n\n", n*9/10) }},
	{"references", func(n int) string { return head + numbered("[aN]: bN\n", n) }},
	{"references between", func(n int) string { return head + numbered("a\n\n[aN]: bN\n\n", n) }},
	{"footnotes", func(n int) string { return head + numbered("[^N]\n\n", n/2) + numbered("[^N]: a\n", n/2) }},
	{"footnote used often", func(n int) string { return head + "[^1]: a\n\n" + repeat("[^1]\n\n", n) }},
	{"footnotes missing", func(n int) string { return head + numbered("[^N]: a\n", n/2) + repeat("[^x] \n\n", n/2) }},
	{"headings equal", func(n int) string { return head + repeat("# a\n", n) }},
	{"headings empty", func(n int) string { return head + repeat("#\n", n) }},
	{"headings underlined", func(n int) string { return head + repeat("a\n=\n", n) }},
	{"heading long", func(n int) string { return head + repeat("# "+repeat("a&", 60000)+"\n", n) }},
	{"underlines", func(n int) string { return head + repeat("=\n", n) }},
	{"attributes", func(n int) string { return head + "# a {a=" + repeat("[", n) }},
	{"braces", func(n int) string { return head + "# a " + repeat("{a ", min(n, 60000)) }},
	{"code not closed", func(n int) string { return head + "```\n" + repeat("a\n", n) }},
	{"code fences", func(n int) string { return head + repeat("```\n", n) }},
	{"alerts", func(n int) string { return head + repeat("> [!NOTE]\n\n", n) }},

	{"front matter long", func(n int) string { return front("a: " + repeat("b", n)) }},
	{"front matter not closed", func(n int) string { return "---\n" + repeat("a: [\n", n) }},
	{"YAML lists", func(n int) string { return front("a: " + repeat("[", n)) }},
	{"YAML lists closed", func(n int) string { return front("a: " + repeat("[", n/2) + repeat("]", n/2)) }},
	{"YAML mappings", func(n int) string { return front("a: " + repeat("{a: ", n)) }},
	{"YAML dashes", func(n int) string { return front(repeat("- ", n) + "a") }},
	{"YAML questions", func(n int) string { return front(repeat("? ", n) + "a") }},
	{"YAML stairs", func(n int) string { return front(strings.ReplaceAll(stairs("a:", n), "a:a", "a:")) }},
	{"YAML keys", func(n int) string { return front(numbered("kN: v\n", n)) }},
	{"YAML equal keys", func(n int) string { return front(repeat("k: v\n", n)) }},
	{"YAML list", func(n int) string { return front("a: [" + repeat("b,", n) + "]") }},
	{"YAML block", func(n int) string { return front("a: |\n" + repeat("  b\n", n)) }},
	{"YAML folded", func(n int) string { return front("a: >\n" + repeat("  b\n\n", n)) }},
	{"YAML comments", func(n int) string { return front("a: b\n" + repeat("# c\n", n)) }},
	{"YAML comments in a list", func(n int) string { return front("a:\n" + repeat(" - b # c\n # d\n", n)) }},
	{"YAML escapes", func(n int) string { return front(`a: "` + repeat(`\u0041\n`, n) + `"`) }},
	{"YAML aliases", func(n int) string {
		s := "a0: &a0 [b, b, b, b, b, b, b, b, b, b]\n"
		for i := 1; len(s) < n && i < 12; i++ {
			s += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
		}
		return front(s)
	}},
	{"YAML alias to itself", func(n int) string { return front("a: &a [" + repeat("*a, ", n) + "]") }},
	{"YAML anchors", func(n int) string { return front(numbered("aN: &aN b\n", n)) }},
	{"YAML merges", func(n int) string { return front("a: &a {b: c}\n" + numbered("dN: {<<: *a}\n", n)) }},
	{"YAML tags", func(n int) string { return front("a: [" + repeat("!!str b, ", n) + "]") }},
	{"YAML colons", func(n int) string { return front(repeat("a: ", n)) }},
	{"YAML documents", func(n int) string { return front(repeat("...\n", n)) }},
}

// allocated are the bytes that f allocates.
func allocated(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// tooLarge gives the one fault of a file that passes a limit, or nil.
func tooLarge(t *testing.T, faults diag.List) *diag.Diagnostic {
	t.Helper()
	var found *diag.Diagnostic
	for i, f := range faults {
		if f.Code != diag.TooLarge {
			continue
		}
		if found != nil {
			t.Errorf("two limits are reported: %v and %v", *found, f)
		}
		found = &faults[i]
	}
	return found
}

// within holds for every file: what Parse allocates and makes is bounded by
// multiples of the source, and it says so when it refuses one.
func within(t *testing.T, src string) (refused bool) {
	t.Helper()
	var d Doc
	var faults diag.List
	start := time.Now()
	used := allocated(func() { d, faults = parse(t, "en", src) })
	took := time.Since(start)

	out := len(d.HTML)
	for _, l := range d.Links {
		out += len(l.Target)
	}
	for _, h := range d.Headings {
		out += len(h.ID)
	}
	e := tooLarge(t, faults)
	t.Logf("%7d bytes: %5d ms, %3d MB, %4.1f times; %v", len(src), took.Milliseconds(), used>>20, float64(out)/float64(len(src)), e)
	most := min(512<<20, 32<<20+700*len(src)+250*limits.MaxNesting*strings.Count(src, "\n"))
	if used > most {
		t.Errorf("%d bytes are allocated, at most %d expected", used, most)
	}
	if most := limits.MinOutput + limits.MaxGrowth*len(src); out > most {
		t.Errorf("%d bytes are made, at most %d expected", out, most)
	}
	if e == nil {
		return false
	}
	if d.HTML != "" || d.Runs != nil || d.Links != nil {
		t.Error("the body is there though a limit is passed")
	}
	if e.Line < 1 || e.Col < 1 || !strings.ContainsAny(e.Message, "0123456789") {
		t.Errorf("the fault has no address or number: %v", e)
	}
	return true
}

// TestHostile parses each hostile file at the greatest size of a file and at
// the greatest that passes the limits.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads the largest files")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // a quarter of it was collecting
	for _, tt := range hostile {
		t.Run(tt.name, func(t *testing.T) {
			if !within(t, tt.make(limits.MaxFileBytes-200)) {
				return
			}
			passes := func(n int) bool {
				in, faults := source.New("x.md", []byte(tt.make(n))), diag.List{}
				f, ok := new(frontmatter.Reader).Read(in, &faults)
				if !ok || len(in.Text) > limits.MaxFileBytes {
					return false
				}
				_, e := guard.Body(in.Text, f.After)
				return e == nil
			}
			low, high := 1, limits.MaxFileBytes
			for high-low > 50 {
				if mid := (low + high) / 2; passes(mid) {
					low = mid
				} else {
					high = mid
				}
			}
			within(t, tt.make(low))
		})
	}
}
