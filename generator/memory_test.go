package main

import (
	"runtime"
	"testing"
)

func TestGarbage(t *testing.T) {
	for _, tt := range []struct{ use, most uint64 }{ // in MB: in use, and in use with garbage
		{4, 14}, {10, 20}, {20, 30}, {30, 40}, {50, 74}, {100, 161}, {200, 280}, {300, 420}, {800, 1120}, {8000, 11200},
	} {
		use := tt.use << 20
		if heap := use + use*uint64(garbage(use))/100; heap > tt.most<<20 || heap < (tt.most-3)<<20 {
			t.Errorf("with %d MB in use up to %d MB, want about %d", tt.use, heap>>20, tt.most)
		}
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
