package program

import (
	"fmt"
	"html/template"
	"math/rand/v2"
	"reflect"
)

// The views of these tests have whatever kinds of fields and methods the real
// ones have, and T and Asset as the package comment wants them.

type Page struct {
	Lang, Title, Site, Foreign string
	Home                       Link
	Nav                        []Link
	Lately                     []*Item

	words Constants
	root  string
}

func (p Page) T(key string, args ...any) (string, error) {
	if s, ok := p.words.Words[key]; ok {
		return Constants{}.FillIn(s, args), nil
	}
	return "", fmt.Errorf("no words %q", key)
}

func (p Page) Asset(name string) (string, error) {
	if path, ok := p.words.Assets[name]; ok {
		return p.root + path(), nil
	}
	return "", fmt.Errorf("no asset %q", name)
}

type Link struct {
	Text, Href, Lang string
	Current          bool
}

type Item struct {
	Link
	Date *Date
}

// Twice is a method that no program has a rule for.
func (i Item) Twice() string { return i.Text + i.Text }

type Date struct{ Text string }

type Section struct {
	Page
	ID, Href            string
	Number, Count       int
	Article             Link
	Date, LastCorrected *Date
	Summary             template.HTML
	Body                struct {
		HTML template.HTML
		Lang string
	}
	Tags []struct {
		ID    string
		Items []*Item
	}
	Sources    []struct{ Authors []Link }
	Pair       [2]Link
	Prev, Next *Link
}

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
		panic("the view has no " + v.Kind().String())
	}
}

// randomSection is a view at random, a pointer to a struct.
func randomSection(r *rand.Rand, constants Constants, text func() string) *Section {
	s := new(Section)
	fill(r, reflect.ValueOf(s).Elem(), text)
	s.words, s.root = constants, []string{"", "../", "/base/", "/'&/"}[r.IntN(4)]
	return s
}
