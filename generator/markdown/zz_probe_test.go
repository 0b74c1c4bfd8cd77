package markdown

import (
	"fmt"
	"os"
	"runtime"
	"sort"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestProbe(t *testing.T) {
	if os.Getenv("PROBE") == "" {
		t.Skip()
	}
	toks := []string{"[", "]", "[a", "](b", "](b \"", "](<b", "]: b", "*", "*a", "a*", "_", "_a", "a_ ", "**a ", "~", "~a", "`", "``a", "<", "<a ", "<a b=\"", "<a b='", "</a", "<!--", "<?", "<!A", "<![CDATA[", "<h:", "<a@", "&", "&amp;", "&#1", "!", "![", "[^", "[^1]", "[[", "]]", "\\", "\"", "'", "a", " ", "\n", "|", "(", ")", ">", "-", "--", ".", "...", "=", "'s", "1", "é", "#", "  \n", "\\\n", "{", ":", "http://a.b"}
	size := 24000
	if v := os.Getenv("SIZE"); v != "" {
		fmt.Sscan(v, &size)
	}
	p := NewParser("en")
	type r struct {
		name string
		d    time.Duration
		out  int
	}
	var rs []r
	mode := os.Getenv("PROBE")
	try := func(unit string) {
		s := strings.Repeat(unit, size/len(unit))
		if strings.Contains(s, "\n\n") {
			return
		}
		src := []byte("---\na: b\n---\nx" + s)
		t0 := cpu()
		doc, _ := p.Parse("x.md", src, "s.")
		rs = append(rs, r{unit, cpu() - t0, len(doc.HTML)})
	}
	for _, a := range toks {
		if mode == "1" {
			try(a)
		}
		for _, b := range toks {
			if mode == "2" {
				try(a + b)
			}
			if mode == "3" {
				for _, c := range toks {
					try(a + b + c)
				}
			}
		}
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i].d > rs[j].d })
	for _, x := range rs[:min(60, len(rs))] {
		fmt.Printf("%-24q %8.1f ms out %d\n", x.name, float64(x.d.Microseconds())/1000, x.out)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
}

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(0, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
