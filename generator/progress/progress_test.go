package progress

import (
	"bytes"
	"context"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func columns(n int) func() int { return func() int { return n } }

// A meter's line, by the second, of ten things that take a second each.
func TestMeter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		ctx, m := Start(t.Context(), &out, columns(80))
		Phase(ctx, "Reading")
		time.Sleep(1100 * time.Millisecond)
		Phase(ctx, "Making pages")
		done := Count(ctx, 10)
		for range 3 {
			time.Sleep(time.Second)
			done()
		}
		synctest.Wait()
		time.Sleep(200 * time.Millisecond)
		synctest.Wait()
		m.Stop()
		shown := strings.Split(out.String(), "\r")
		trimmed := []string{}
		for _, s := range shown {
			if s = strings.TrimRight(s, " "); s != "" && (len(trimmed) == 0 || trimmed[len(trimmed)-1] != s) {
				trimmed = append(trimmed, s)
			}
		}
		want := "Reading|Making pages: 0 of 10|Making pages: 1 of 10, 10 s left|Making pages: 1 of 10, 12 s left"
		if got := strings.Join(trimmed, "|"); !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "Making pages: 3 of 10, 8 s left") {
			t.Errorf("shown: %q\nwant it to begin %q", trimmed, want)
		}
		if last := shown[len(shown)-2]; strings.TrimSpace(last) != "" || shown[len(shown)-1] != "" || len(last) < len("Making pages: 3 of 10, 8 s left") {
			t.Errorf("the line was not cleared: %q", shown[len(shown)-2:])
		}
		if strings.ContainsFunc(out.String(), func(r rune) bool { return r < ' ' && r != '\r' }) {
			t.Errorf("control characters: %q", out.String())
		}
	})
}

func TestShortWorkShowsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		ctx, m := Start(t.Context(), &out, columns(80))
		Phase(ctx, "Reading")
		time.Sleep(900 * time.Millisecond)
		m.Stop()
		if out.Len() > 0 {
			t.Errorf("shown: %q", &out)
		}
	})
}

func TestNobodyLooks(t *testing.T) {
	Phase(context.Background(), "Reading") // says nothing to nobody
	Count(context.Background(), 3)()
}

// A line is never longer than the terminal is wide, less the last column.
func TestNarrow(t *testing.T) {
	for width, want := range map[int]string{80: "\rMaking pages", 7: "\rMaking", 1: "", 0: ""} {
		var out bytes.Buffer
		m := &Meter{out: &out, width: columns(width), phase: "Making pages"}
		m.write(m.line(time.Time{}))
		if out.String() != want {
			t.Errorf("%d columns: %q, want %q", width, &out, want)
		}
	}
}

func TestLeft(t *testing.T) {
	for d, want := range map[time.Duration]string{
		time.Millisecond: "1 s left", 99 * time.Second: "99 s left", 99*time.Second + 1: "2 min left", time.Hour: "60 min left",
	} {
		if got := left(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestTerminal(t *testing.T) {
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			return ""
		}
	}
	if _, ok := Terminal(&bytes.Buffer{}, env()); ok {
		t.Error("a buffer is taken for a terminal")
	}
	if file, err := os.Create(t.TempDir() + "/f"); err != nil {
		t.Fatal(err)
	} else if _, ok := Terminal(file, env()); ok {
		t.Error("a file is taken for a terminal")
	} else {
		file.Close()
	}
	if runtime.GOOS != "linux" {
		return // others make no terminal by opening a file
	}
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	width, ok := Terminal(terminal, env("TERM", "xterm"))
	if !ok || width() != 80 { // it has no size yet
		t.Errorf("terminal: %v", ok)
	}
	for _, pair := range [][]string{{"CI", "true"}, {"TERM", "dumb"}} {
		if _, ok := Terminal(terminal, env(pair...)); ok {
			t.Errorf("something is shown where %s", pair)
		}
	}
}
