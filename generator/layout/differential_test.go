package layout

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"dossier/layouts"
)

// hostile are texts that escapers treat in their own ways.
var hostile = []string{
	"", "", "x", "en", "home", "article", "section", "../countries/kyrgyzstan.html", "#part.1", "https://example.org/a?b=c&d=e+f#g",
	`"quoted" 'twice'`, "a < b && b > c", "</script><script>alert(1)</script>", "<b title='x>y'>bold</b>", "&amp; &lt;",
	"javascript:alert(1)", "JavaScript:x", "HTTP://x/", "mailto:a@b.c", "a/b:c", ":", "data:text/html,x", "//host/path",
	"a\x00b", "\xff\xfe bad \xc3", "\u2028\ufdd0\ufffe\ufffd", "Ünï — «код» 中文", "100% %41 %zz %4", "a b\tc\nd\ve\ff\rg", "a=b`c`", "(x) {y} [z] ~ ^ | \\",
	"1+1", "{}", "{}{}{}", "%s %d", "<!-- c -->", "]]>", "<br>", "\u00a0",
}

// fill sets everything that a layout can see of a value, at random.
func fill(r *rand.Rand, v reflect.Value, text func() string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text())
	case reflect.Int:
		v.SetInt([]int64{0, 1, 2, 3, -7, 255, 256, 737, 1 << 40}[r.IntN(9)])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Pointer:
		if r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), text)
		}
	case reflect.Slice:
		n := []int{0, 0, 1, 2, 3, 6}[r.IntN(6)]
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() == reflect.Pointer { // lists have no nil
				e.Set(reflect.New(e.Type().Elem()))
				fill(r, e.Elem(), text)
			} else {
				fill(r, e, text)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(r, v.Field(i), text)
			}
		}
	default:
		panic("views have no " + v.Kind().String())
	}
}

func anyOf(r *rand.Rand, all []string) string { return all[r.IntN(len(all))] }

// randomView is a view of a kind, a pointer to a struct.
func randomView(r *rand.Rand, set *Set, typ reflect.Type, text func() string) any {
	view := reflect.New(typ)
	fill(r, view.Elem(), text)
	page := view.Elem().FieldByName("Page")
	p := page.Interface().(Page)
	p.edition, p.root = set.editions[anyOf(r, slices.Sorted(maps.Keys(set.editions)))], []string{"", "../", "/base/", "/'&/"}[r.IntN(4)]
	page.Set(reflect.ValueOf(p))
	return view.Interface()
}

// compare renders a view both ways, and says whether its program could do it
// and whether the layout has a fault.
func compare(t *testing.T, set *Set, kind string, view any) (compiled, fault bool) {
	t.Helper()
	got, gotErr := set.Render([]byte("before "), kind, view)
	want, wantErr := set.interpret([]byte("before "), kind, view)
	if !bytes.Equal(got, want) || fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
		at := 0
		for at < min(len(got), len(want)) && got[at] == want[at] {
			at++
		}
		around := func(b []byte) []byte { return b[min(max(0, at-60), len(b)):min(at+60, len(b))] }
		t.Errorf("%s differs at %d: compiled\n%q, %v\nhtml/template\n%q, %v", kind, at, around(got), gotErr, around(want), wantErr)
	}
	_, compiled = set.compiled(nil, kind, view)
	return compiled, wantErr != nil
}

// TestProgramsGiveTheBytesOfTemplates fills the views of every kind of page at
// random.
func TestProgramsGiveTheBytesOfTemplates(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes thousands of pages")
	}
	set, _ := load(t, layouts.FS, "fr", "fa", "cy", "dv", "mr") // the last three have no words
	for _, kind := range kinds {
		t.Run(kind.Name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			text := func() string { return hostile[r.IntN(len(hostile))] }
			views := 60
			if testing.Short() {
				views = 6
			}
			for range views {
				view := randomView(r, set, kind.View, text)
				if compiled, fault := compare(t, set, kind.Name, view); !compiled && !fault {
					t.Errorf("html/template had to help")
				}
				compare(t, set, kind.Name, reflect.ValueOf(view).Elem().Interface())
				if t.Failed() {
					return
				}
			}
		})
	}
}

func FuzzPrograms(f *testing.F) {
	for i, s := range hostile {
		f.Add(uint64(i), s)
	}
	set, _ := load(f, layouts.FS, "fr", "fa", "cy", "dv", "mr")
	f.Fuzz(func(t *testing.T, seed uint64, s string) {
		r := rand.New(rand.NewPCG(seed, 0))
		text := func() string {
			if r.IntN(2) == 0 {
				return s
			}
			return hostile[r.IntN(len(hostile))]
		}
		kind := kinds[seed%uint64(len(kinds))]
		compare(t, set, kind.Name, randomView(r, set, kind.View, text))
	})
}
