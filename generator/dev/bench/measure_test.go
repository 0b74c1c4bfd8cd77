//go:build unix

package main

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestProgramFails tells what a program said before it failed.
func TestProgramFails(t *testing.T) {
	c := contender{out: t.TempDir(), dir: t.TempDir(), args: []string{"sh", "-c", "echo what is wrong; exit 3"}}
	if err := c.measure(context.Background()); err == nil || !strings.Contains(err.Error(), "what is wrong") || len(c.samples) > 0 {
		t.Errorf("%v, %d samples", err, len(c.samples))
	}
}

// TestProgramLeavesNothing has no site to count.
func TestProgramLeavesNothing(t *testing.T) {
	out := t.TempDir()
	c := contender{out: out, dir: t.TempDir(), args: []string{"rmdir", out}}
	if err := c.measure(context.Background()); err == nil {
		t.Error("a site that is not there is counted")
	}
}

func TestMeasure(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	c := contender{out: out, dir: t.TempDir(), args: []string{"sh", "-c", "mkdir " + out + "/a && printf 12345 > " + out + "/a/b"}}
	for range 3 { // into an empty folder each time: mkdir fails where there is one
		if err := c.measure(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if c.files != 1 || c.bytes != 5 || len(c.samples) != 3 || c.samples[0].peak < 1<<16 || c.of(wallOf).least <= 0 {
		t.Errorf("%+v", c)
	}
	if s := c.samples[0]; s.below && c.megabytes()[:len("≤")] != "≤" {
		t.Errorf("%d bytes are a bound, but %s MB", s.peak, c.megabytes())
	}
}

// TestInterrupt ends a program whose run is ended, and makes no sample of it.
func TestInterrupt(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	ready := filepath.Join(t.TempDir(), "ready")
	c := contender{out: t.TempDir(), dir: t.TempDir(), args: []string{"sh", "-c", "mkfifo " + ready + "; exec sleep 600"}}
	go func() {
		for {
			if _, err := os.Stat(ready); err == nil {
				stop()
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	if err := c.measure(ctx); !errors.Is(err, context.Canceled) || len(c.samples) > 0 || c.stopped > 0 {
		t.Errorf("%v, %+v", err, c)
	}
}

// TestLimit stops a program that takes too long, once.
func TestLimit(t *testing.T) {
	out := t.TempDir()
	c := contender{name: "Hugo", out: out, dir: t.TempDir(), limit: func() time.Duration { return time.Millisecond }, args: []string{"sleep", "600"}}
	quick := contender{name: "dossier", samples: []sample{{wall: time.Microsecond}}}
	for range 2 {
		if err := c.measure(context.Background()); err != nil || c.stopped != time.Millisecond || len(c.samples) > 0 {
			t.Fatalf("%v, %+v", err, c)
		}
	}
	if times, atLeast, ok := timesHugo(&c, &quick); math.Round(times) != 1000 || !atLeast || !ok {
		t.Errorf("%v times, %v, %v", times, atLeast, ok)
	}
	c = contender{out: out, dir: t.TempDir(), limit: func() time.Duration { return time.Hour }, args: []string{"true"}}
	if err := c.measure(context.Background()); err != nil || c.stopped > 0 || len(c.samples) != 1 {
		t.Errorf("%v, %+v", err, c)
	}
}

// TestInterleave takes the groups in turn, and in the other direction every other round; what edits the content puts it
// back, and large sites go, but for the last of the one that is looked at afterwards.
func TestInterleave(t *testing.T) {
	top := t.TempDir()
	log := filepath.Join(top, "log")
	note := func(text string) error {
		f, err := os.OpenFile(log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
		if err != nil {
			return err
		}
		_, err = f.WriteString(text + " ")
		return errors.Join(err, f.Close())
	}
	builder := func(name string) *contender {
		return &contender{name: name, dir: filepath.Join(top, name), out: filepath.Join(top, name, "out"), args: []string{"sh", "-c", "printf '" + name + " ' >> " + log + "; touch out/file"}}
	}
	a, b, c := builder("a"), builder("b"), builder("c")
	again := *b
	again.again, again.args = true, []string{"sh", "-c", "test -f out/file && printf 'again ' >> " + log}
	again.edit = func(round int) (func() error, error) {
		return func() error { return note("undo") }, note("edit" + string(rune('0'+round)))
	}
	a.files, b.files, b.keep = mostKept+1, mostKept+1, true
	if err := interleave(context.Background(), []group{{a}, {b, &again}, {c}}, 3); err != nil {
		t.Fatal(err)
	}
	const want = "a b edit0 again undo c c b edit1 again undo a a b edit2 again undo c "
	if got, err := os.ReadFile(log); string(got) != want {
		t.Errorf("%s, want %s; %v", got, want, err)
	}
	for name, kept := range map[string]bool{a.out: false, b.out: true, c.out: true, filepath.Join(b.dir, "aside"): false, filepath.Join(c.dir, "aside", "out2"): true} {
		if _, err := os.Stat(name); (err == nil) != kept {
			t.Errorf("%s is there: %v", name, err == nil)
		}
	}
	again.edit = func(int) (func() error, error) { return nil, errors.New("no section") }
	if err := interleave(context.Background(), []group{{b, &again}}, 1); err == nil || err.Error() != "no section" {
		t.Errorf("%v", err)
	}
}
