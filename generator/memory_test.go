package main

import (
	"runtime"
	"testing"
)

func TestPace(t *testing.T) {
	for _, tt := range []struct{ use, most uint64 }{ // in MB: in use, and in use with garbage
		{4, 14}, {10, 20}, {20, 30}, {30, 40}, {50, 74}, {100, 161}, {200, 280}, {300, 420}, {800, 1120}, {8000, 11200},
	} {
		holdsAt(t, &pace{}, tt.use, tt.most)
	}
	p := &pace{}
	for _, tt := range []struct{ use, most uint64 }{ // one after the other
		{100, 161}, {80, 125}, // of little, less: the rest of the machine may have it
		{800, 1120}, {700, 1120}, {900, 1260}, {200, 1260}, // of very much, what there was before
		{100, 161},
	} {
		holdsAt(t, p, tt.use, tt.most)
	}
}

// holdsAt wants the heap to grow to so many MB, or a little less, after a collection that
// found so many in use.
func holdsAt(t *testing.T, p *pace, use, most uint64) {
	t.Helper()
	bytes := use << 20
	if heap := bytes + bytes*uint64(p.next(bytes))/100; heap > most<<20 || heap < (most-max(3, use/100))<<20 {
		t.Errorf("with %d MB in use up to %d MB, want about %d", use, heap>>20, most)
	}
}

// TestAfterCollection holds when each of several collections is noticed.
func TestAfterCollection(t *testing.T) {
	seen := make(chan bool)
	stop := make(chan bool)
	afterCollection(func() {
		select {
		case seen <- true:
		case <-stop:
		}
	})
	for range 3 {
		for noticed := false; !noticed; {
			runtime.GC()
			select {
			case noticed = <-seen:
			default:
			}
		}
	}
	close(stop)
}

func TestPaceIsLeftAlone(t *testing.T) {
	t.Setenv("GOGC", "100")
	if paceCollector() {
		t.Error("GOGC is set, and the collector paced all the same")
	}
}

func TestInUse(t *testing.T) {
	if runtime.GC(); inUse() == 0 {
		t.Error("nothing is in use")
	}
}
