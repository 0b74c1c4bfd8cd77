package parsed

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/markdown"
	"dossier/generator/packed"
	"dossier/generator/prose"
)

// kept is a memory in memory.
type kept struct {
	values map[Key]string
	sums   map[string][sha256.Size]byte
	found  int
}

func newKept() *kept { return &kept{map[Key]string{}, map[string][sha256.Size]byte{}, 0} }

func (k *kept) memory() *Memory {
	return &Memory{
		Sum: func(path string) (sum [sha256.Size]byte, ok bool) { sum, ok = k.sums[path]; return sum, ok },
		Find: func(key Key) (string, bool) {
			value, ok := k.values[key]
			if ok {
				k.found++
			}
			return value, ok
		},
		Keep: func(key Key, value []byte) { k.values[key] = string(value) },
	}
}

// sources are files with all that a body or front matter may have.
var sources = []string{
	"", "Text.\n", "---\n---\n", "---\ntitle: [\n---\n", "---\ntitle: A\n",
	"---\ntitle: \"A # b\" # c\nyear: 2019\npart: 1.5\nyes: true\nno: false\nnull:\nbig: 99999999999999999999\nlist: [a, {b: c}, [d], 1]\nempty: []\nmap: {a: {b: c}}\n" +
		"long: >\n  folded\n  text\ncut: a b #c\ndate: 2019-11-28\n---\n" +
		"## A *heading* {#own}\n\nA [[link]], [[link|words]], [a](b.md), ![p](p.png \"t\") and <https://example.org/>.[^1]\n\n" +
		"> [!NOTE]\n> An alert.[^src]\n\n| a | b |\n|---|---|\n| c | d |\n\n<b>raw</b> <sup>2</sup>\n\n- “one”\n- 'two'\n\n[^1]: A note.\n\n[^2]: Unused.\n",
	"---\ntitle: A\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n",
	"---\ntitle: &a x\nother: *a\n---\n{{ x }} [a](javascript:x)\n", "\xff\xfe", strings.Repeat("> ", 100) + "deep\n",
}

// TestParse: with a memory the same is made as without one, the second time without parsing
// and, where the bytes are known, without the file.
func TestParse(t *testing.T) {
	parser, k := markdown.NewParser("en"), newKept()
	remembering, plain := Reader{Memory: k.memory()}, Reader{}
	for i, src := range sources {
		f := File{Path: fmt.Sprintf("f%d.md", i), Lang: "en", Prefix: "f."}
		doc, faults := plain.Parse(parser, f, []byte(src))
		want := fmt.Sprintf("%#v %#v", doc, faults)
		for range 2 {
			before := k.found
			doc, faults := remembering.Parse(parser, f, []byte(src))
			if got := fmt.Sprintf("%#v %#v", doc, faults); got != want {
				t.Errorf("%q:\n%s\nnot\n%s", src, got, want)
			}
			if _, known := k.sums[f.Path]; known && k.found == before && !strings.Contains(src, "big:") {
				t.Errorf("%q was parsed again", src)
			}
			k.sums[f.Path] = sha256.Sum256([]byte(src))
		}
		if doc, faults, ok := remembering.Unread(f); ok {
			if got := fmt.Sprintf("%#v %#v", doc, faults); got != want {
				t.Errorf("%q, not read:\n%s\nnot\n%s", src, got, want)
			}
		}
		for _, other := range []File{{f.Path, "fr", f.Prefix}, {f.Path, f.Lang, "g."}, {"other.md", f.Lang, f.Prefix}} {
			if _, _, ok := remembering.Unread(other); ok {
				t.Errorf("%q: %v is taken for %v", src, other, f)
			}
		}
	}
	if _, _, ok := plain.Unread(File{}); ok {
		t.Error("something is known without a memory")
	}
}

// anything makes a value with something in every field.
func anything(rng *rand.Rand, v reflect.Value, deep int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.Repeat("é", rng.IntN(3)) + "x")
	case reflect.Bool:
		v.SetBool(rng.IntN(2) == 0)
	case reflect.Int, reflect.Int32:
		v.SetInt(int64(rng.IntN(1<<20) - 1))
	case reflect.Slice:
		n := rng.IntN(3)
		if deep > 4 || v.Type() == reflect.TypeFor[diag.List]() {
			return
		}
		if n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		for i := range n {
			anything(rng, v.Index(i), deep+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			anything(rng, v.Field(i), deep+1)
		}
		if f := v.FieldByName("File"); f.IsValid() {
			f.SetString("f.md")
		}
	case reflect.Interface:
		v.Set(reflect.ValueOf([]any{"x", 1, -7, 2.5, true, false}[rng.IntN(6)]))
	}
}

// TestCode: every field of a Doc is read back as it was.
func TestCode(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var doc markdown.Doc
		anything(rng, reflect.ValueOf(&doc).Elem(), 0)
		tidy(doc.Meta)
		w := packed.Writer{}
		if !encode(&w, "f.md", &doc, nil) {
			t.Fatalf("cannot write %#v", doc)
		}
		got, _, ok := decode(string(w.Buf), "f.md", &room{})
		if !ok || !reflect.DeepEqual(got, doc) {
			t.Fatalf("%#v\nbecame\n%#v", doc, got)
		}
		if _, _, ok := decode(string(w.Buf[:len(w.Buf)-1]), "f.md", &room{}); ok {
			t.Fatal("half of it was taken for whole")
		}
	}
	w := packed.Writer{}
	if encode(&w, "f.md", &markdown.Doc{}, diag.List{{Excerpt: "x"}}) || encode(&w, "g.md", &markdown.Doc{Body: bodyAt("f.md")}, nil) {
		t.Error("something that is not written was said to be")
	}
}

// FuzzDecode: no bytes do harm, and those that mean something mean what is written for it.
func FuzzDecode(f *testing.F) {
	parser, k := markdown.NewParser("en"), newKept()
	r := Reader{Memory: k.memory()}
	for _, src := range sources {
		r.Parse(parser, File{Path: "f.md", Lang: "en"}, []byte(src))
	}
	for _, value := range k.values {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		doc, faults, ok := decode(value, "f.md", &room{})
		if !ok {
			return
		}
		w := packed.Writer{}
		if !encode(&w, "f.md", &doc, faults) {
			t.Fatal("what was read cannot be written")
		}
		again, more, ok := decode(string(w.Buf), "f.md", &room{})
		if !ok || fmt.Sprintf("%#v %#v", again, more) != fmt.Sprintf("%#v %#v", doc, faults) {
			t.Errorf("%#v became %#v", doc, again)
		}
	})
}

// tidy makes of any values such as front matter has: a list, a mapping or a scalar.
func tidy(fields []frontmatter.Field) {
	for i := range fields {
		tidyValue(&fields[i].Value)
	}
}

func tidyValue(v *frontmatter.Value) {
	switch {
	case v.IsList:
		v.IsMap, v.Map = false, nil
	case v.IsMap:
		v.List = nil
	default:
		v.List, v.Map = nil, nil
	}
	tidy(v.Map)
	for i := range v.List {
		tidyValue(&v.List[i])
	}
}

func bodyAt(file string) prose.Body {
	return prose.Body{Links: []prose.Link{{Pos: diag.Pos{File: file}}}}
}
