package matter

import (
	"fmt"
	"strings"
	"testing"
)

func TestFront(t *testing.T) {
	for _, test := range []struct{ name, in, want, body string }{
		{"yaml", "---\na: NO\nb: [1, x: y]\nc: 2019-11-28\nd: ~\n---\nBody\n", "{a: NO; b: 1, {x: y}; c: 2019-11-28; d: }", "Body\n"},
		{"yaml ended by dots", "---\na: 1\n...\nBody", "{a: 1}", "Body"},
		{"yaml with an alias", "---\na: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n---\n", "{a: {b: 1}; c: {b: 1; d: 2}}", ""},
		{"yaml that is empty", "---\n---\nBody", "{}", "Body"},
		{"toml", "+++\na = 2019-11-28\nb = 1979-05-27T07:32:00-08:00\nc = ['x']\n[d]\ne = true\n+++\nBody", "{a: 2019-11-28; b: 1979-05-27T07:32:00-08:00; c: x; d: {e: true}}", "Body"},
		{"json", "{\"a\": 1.50, \"b\": [null, \"x\"]}\n\nBody", "{a: 1.50; b: , x}", "\nBody"},
	} {
		m, body, ok, err := Front(test.in)
		if got := Written(m); got != test.want || body != test.body || !ok || err != nil {
			t.Errorf("%s: %s, body %q, %v, %v", test.name, got, body, ok, err)
		}
	}
	for _, in := range []string{"Body", "---- x\n", "---\na: 1\n", "+++\na = 1\n", "{% x %}", "{{ x }}", "{ not json", "---x\na: 1\n---\n", "[1]"} {
		if _, body, ok, _ := Front(in); ok || body != in {
			t.Errorf("%q has front matter, and the body %q", in, body)
		}
	}
}

// TestFrontWithFaults reads what can be read.
func TestFrontWithFaults(t *testing.T) {
	m, body, ok, err := Front("---\ntitle: A: b\nsub:\n  - x\n\tdate: 1\n# c: d\nkey: 'v'\n---\nBody")
	if !ok || err == nil || body != "Body" || m.Text("title") != "A: b" || m.Text("key") != "v" || m.Get("# c") != nil {
		t.Errorf("%v %q %v %v", m, body, ok, err)
	}
	m, _, ok, err = Front("+++\ntitle = \"A\"\nx = = 1\n+++\n")
	if !ok || err == nil || m.Text("title") != "" && m.Text("title ") != "" {
		t.Errorf("%v %v %v", m, ok, err)
	}
}

func TestValues(t *testing.T) {
	m, err := YAML("A: [x]\nb: {c: {d: e}, name: N}\nf.g: h\nl: [{title: T}, {id: I}, {z: y}, ' w ']\nyes: 'Yes'\n")
	if err != nil {
		t.Fatal(err)
	}
	for got, want := range map[string]string{
		m.Text("a"): "x", Text(m.At("b.c.d")): "e", Text(m.At("f.g")): "h", Text(m.At("b.x.y")): "", m.Text("l"): "",
		fmt.Sprint(Texts(m.Get("l"))): "[T I w]", fmt.Sprint(Texts(m.Get("b"))): "[N]", fmt.Sprint(True(m.Get("yes")), True(m.Get("a"))): "true false",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	for _, read := range []func(string) (Map, error){YAML, JSON} {
		if m, err := read(`[1, {"a": 2}]`); err != nil || Written(m.Get("")) != "1, {a: 2}" {
			t.Errorf("a list is %v, %v", m, err)
		}
		if _, err := read(`{"a": `); err == nil {
			t.Error("a fault is no error")
		}
	}
	if m, err := JSON("3"); m != nil || err != nil {
		t.Errorf("a number is %v, %v", m, err)
	}
	if _, err := TOML("= x"); err == nil {
		t.Error("a fault of TOML is no error")
	}
}

// TestBombs reads values that would fill the memory up to a bound.
func TestBombs(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 12; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s*a%d]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9), i-1)
	}
	if _, err := YAML(b.String()); err != nil {
		t.Log(err) // the decoder may refuse it first
	}
	if m, err := JSON(strings.Repeat(`{"a":`, 100) + "1" + strings.Repeat("}", 100)); err != nil || m == nil {
		t.Error(m, err)
	}
}

func FuzzFront(f *testing.F) {
	for _, s := range []string{"---\na: [b]\n---\n", "+++\na = 1\n+++\n", "{\"a\": 1}", "---\na: &a [*a]\n---\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, body, ok, _ := Front(s)
		if !ok && body != s {
			t.Errorf("%q has no front matter, but the body %q", s, body)
		}
		_ = Written(m)
		_ = Texts(m)
	})
}
