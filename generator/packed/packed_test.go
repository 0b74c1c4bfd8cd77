package packed

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"dossier/generator/diag"
)

// faults has a value in every field that is written; a field more makes the test fail.
var faults = diag.List{{
	Pos: diag.Pos{File: "a.md", Line: 3, Col: 200}, Code: diag.BadDate, Message: "it is wrong", Grave: true, Unread: "May", Hint: "; or not",
	Fix: diag.Fix{Line: 4, Col: 5, Old: "May", New: "2019-05", Certain: true},
}, {}}

func TestFaults(t *testing.T) {
	for v := reflect.ValueOf(faults[0]); ; v = v.FieldByName("Fix") {
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; v.Field(i).IsZero() && name != "Excerpt" {
				t.Errorf("no value for %s", name)
			}
		}
		if !v.FieldByName("Fix").IsValid() {
			break
		}
	}
	w := Writer{}
	w.Faults(faults)
	w.Faults(nil)
	r := Read(string(w.Buf))
	if got := r.Faults(); !slices.Equal(got, faults) {
		t.Errorf("got %+v", got)
	}
	if got := r.Faults(); got != nil || !r.Done() {
		t.Errorf("got %v, done %v", got, r.Done())
	}
}

func TestNumbers(t *testing.T) {
	w, all := Writer{}, []int{0, 1, -1, 63, 64, -64, -65, 1 << 20, math.MaxInt, math.MinInt}
	for _, n := range all {
		w.Number(n)
		w.Text("é")
		w.Truths(n > 0, n < 0, true)
		w.Bytes([]byte{1, 2})
	}
	r := Read(string(w.Buf))
	for _, n := range all {
		var more, less, yes bool
		if got := r.Number(); got != n {
			t.Errorf("%d became %d", n, got)
		}
		if got := r.Text(); got != "é" {
			t.Errorf("a text became %q", got)
		}
		if r.Truths(&more, &less, &yes); more != (n > 0) || less != (n < 0) || !yes {
			t.Errorf("%d: %v, %v, %v", n, more, less, yes)
		}
		if got := r.Bytes(2); got != "\x01\x02" {
			t.Errorf("bytes became %q", got)
		}
	}
	if !r.Done() {
		t.Error("something is left")
	}
}

// TestForeign: what no Writer wrote gives zeros, and is not taken for done.
func TestForeign(t *testing.T) {
	for _, text := range []string{"", "\x04a", "\x80", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", "\x03"} {
		r := Read(text)
		if got := r.Text(); got != "" || r.Count() != 0 || r.Bytes(1) != "" || r.Faults() != nil || r.Done() {
			t.Errorf("%q: a text %q, done %v", text, got, r.Done())
		}
	}
	r := Read("\x00\x00")
	if r.Number(); r.Done() {
		t.Error("it is done although a byte is left")
	}
	if r.Fail(); r.Done() {
		t.Error("what has failed is done")
	}
}

func FuzzRead(f *testing.F) {
	w := Writer{}
	w.Faults(faults)
	f.Add(string(w.Buf))
	f.Fuzz(func(t *testing.T, text string) {
		r := Read(text)
		list := r.Faults()
		if len(list) > len(text) {
			t.Errorf("%d faults of %d bytes", len(list), len(text))
		}
		if !r.Done() {
			return
		}
		w := Writer{}
		w.Faults(list)
		if got := Read(string(w.Buf)).Faults(); !slices.Equal(got, list) {
			t.Errorf("%v became %v", list, got)
		}
	})
}
