package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"unicode/utf16"

	"dossier/generator/search/words"
)

// vocabulary are words of several scripts; some begin with others.
var vocabulary = strings.Fields(`treaty treaties summit summits a an ab abc abcd Élysée l’attaque саммит саммита России ОДКБ ёлка
	上海合作组织 集体安全 𐐀𐐁 ﬁeld 2019 28 "quoted" back\slash <b> & ` + "tab\u0001mark line\u2028end")

// made is an index of what is made up (Content).
type made struct {
	Index
	pages []page
}

// page is a document with all that it says; its row's title is that of Said.
type page struct {
	Document
	Said
	row Row
}

// index is the index of the pages as they are.
func (m *made) index() *Index {
	m.Content, m.Documents = m, nil
	for _, p := range m.pages {
		m.Documents = append(m.Documents, p.Document)
	}
	return &m.Index
}

func (m *made) Files(memory *Memory) []File { return m.index().Files(memory) }
func (m *made) scale() scale                { return m.index().scale() }
func (m *made) numbers(s scale) []int       { return m.index().numbers(s) }

func (m *made) Said(i int) Said {
	s := m.pages[i].Said
	if s.Blocks == nil {
		s.Blocks = func() []Block { return nil }
	}
	return s
}

func (m *made) Row(i int) Row {
	row := m.pages[i].row
	row.Title = m.pages[i].Title
	return row
}

func (m *made) Passages(i int) []Block {
	blocks := m.Said(i).Blocks()
	if m.pages[i].row.Brief != m.pages[i].Summary {
		blocks = append(slices.Clone(blocks), Block{0, m.pages[i].Summary})
	}
	return blocks
}

// madeUp is an index of so many documents.
func madeUp(r *rand.Rand, lang string, n int) *made {
	x := &made{Index: Index{Language: lang, Kinds: []Kind{{"sections", "Sections"}, {"countries", "Countries"}}}}
	say := func(most int) string {
		var of []string
		for range r.IntN(most + 1) {
			of = append(of, vocabulary[r.IntN(len(vocabulary))])
		}
		return strings.Join(of, " ")
	}
	for i := range n {
		d := page{Said: Said{Title: say(3), Summary: say(5), Text: i}, row: Row{Date: say(1)}, Document: Document{Path: fmt.Sprintf("a/%d.html", i*i), Kind: r.IntN(2)}}
		d.Times = []Time{{EDTF: "2019", Within: r.IntN(2) == 0}, {EDTF: "2019-05", Event: true}}
		for range r.IntN(3) {
			d.Names = append(d.Names, say(3))
			d.Roles = append(d.Roles, Role{say(2), 1 + r.IntN(2*mostTo)})
			d.Forms = append(d.Forms, say(2))
			d.Named = append(d.Named, r.IntN(n))
			d.Country = append(d.Country, r.IntN(n))
		}
		blocks := []Block{{1, say(20)}, {0, say(9)}}
		d.Blocks = func() []Block { return blocks }
		x.pages = append(x.pages, d)
	}
	for _, d := range x.pages {
		for _, n := range d.Country {
			x.pages[n].Land = true
		}
	}
	return x
}

// loaded reads the files of an index as the page's script does.
type loaded struct {
	t     *testing.T
	files map[string]json.RawMessage
	meta  struct {
		Terms     string
		Documents int
	}
}

func load(t *testing.T, files []File) *loaded {
	t.Helper()
	l := &loaded{t: t, files: map[string]json.RawMessage{}}
	for _, f := range files {
		text := f.Append([]byte("before"))
		rest, ok := bytes.CutPrefix(text, []byte("beforedossierSearch("))
		var name string
		d := json.NewDecoder(bytes.NewReader(rest))
		if !ok || d.Decode(&name) != nil || name+".js" != f.Name {
			t.Fatalf("%s begins %.40q", f.Name, text)
		}
		data, ok := bytes.CutSuffix(rest[d.InputOffset()+1:], []byte(")\n"))
		if !ok || !json.Valid(data) {
			t.Fatalf("%s is no call with one value: %.100q", f.Name, text)
		}
		l.files[name] = data
	}
	l.read("meta", &l.meta)
	return l
}

func (l *loaded) read(name string, into any) {
	l.t.Helper()
	if err := json.Unmarshal(l.files[name], into); err != nil {
		l.t.Fatalf("%s: %v", name, err)
	}
}

// number reads a number and gives what follows.
func number(text string) (n int, rest string) {
	for shift := 0; ; shift += 5 {
		digit := int(text[0] - zero)
		text = text[1:]
		n |= digit & 31 << shift
		if digit < 32 {
			return n, text
		}
	}
}

// terms are all terms of the index, with the impacts of their documents, and the
// file that a lookup finds them in.
func (l *loaded) terms() map[string]map[int]int32 {
	out := map[string]map[int]int32{}
	var starts []string
	add := func(start, packed string) {
		cells := strings.Split(packed, " ")
		var term []uint16
		for i := 0; i+1 < len(cells); i += 2 {
			shared, rest := number(cells[i])
			term = utf16.Encode([]rune(string(utf16.Decode(term[:shared])) + rest))
			text := string(utf16.Decode(term))
			if !strings.HasPrefix(start, "alone ") {
				at, found := slices.BinarySearchFunc(starts, text, compare)
				if !found {
					at--
				}
				if at < 0 || starts[at] != start {
					l.t.Errorf("%q is in the file from %q on", text, start)
				}
			}
			of := map[int]int32{}
			doc := -1
			for list := cells[i+1]; list != ""; {
				var n int
				n, list = number(list)
				doc += n/8 + 1
				of[doc] = int32(n % 8)
			}
			out[text] = of
		}
	}
	name := func(start string) string {
		name := "t"
		for _, r := range start {
			name += fmt.Sprintf("-%x", r)
		}
		return name
	}
	for _, s := range strings.Split(l.meta.Terms, " ") {
		if !strings.Contains(s, ".") {
			starts = append(starts, s)
		}
	}
	if !slices.IsSortedFunc(starts, compare) {
		l.t.Errorf("the files begin with %q", starts)
	}
	for _, s := range strings.Split(l.meta.Terms, " ") {
		start, parts, alone := strings.Cut(s, ".")
		text := ""
		if !alone {
			l.read(name(start), &text)
			add(start, text)
			continue
		}
		n, _ := strconv.Atoi(parts)
		for i := range n {
			var part string
			l.read(name(start)+"."+strconv.Itoa(i), &part)
			text += part
		}
		add("alone "+start, text)
	}
	return out
}

// scanned finds the terms of an index by looking at each document for each.
func scanned(x *made, numbers []int) map[string]map[int]int32 {
	out := map[string]map[int]int32{}
	language := words.New(x.Language)
	put := func(term string, doc int, impact int32) {
		if out[term] == nil {
			out[term] = map[int]int32{}
		}
		if _, ok := out[term][numbers[doc]]; !ok {
			out[term][numbers[doc]] = impact
		}
	}
	for i, d := range x.pages {
		weights := map[string]int32{}
		length := 0
		count := func(text string, weight int32) {
			language.Each(text, func(word []byte, from, to int) {
				length++
				if last := words.Last(text, from, to); last != "" {
					weights[last] += weight
				}
				key, plain := language.Keys(string(word))
				weights[key] += weight
				if plain != "" {
					weights[plain] += weight
				}
			})
		}
		for _, b := range d.Blocks() {
			count(b.Text, 1)
		}
		count(d.Summary, 2)
		words := length
		for _, name := range append([]string{d.Title}, d.Names...) {
			count(name, 16)
		}
		for _, role := range d.Roles {
			to := int32(min(role.To, 8))
			count(role.Words, to*to)
		}
		for _, form := range d.Forms {
			language.Each(form, func(word []byte, _, _ int) {
				if key, _ := language.Keys(string(word)); weights[key] == 0 {
					weights[key] = 16
				}
			})
		}
		for term, weight := range weights {
			put(term, i, int32(8000*int(weight)/(1000*int(weight)+300+6*words)))
		}
		for _, name := range slices.Concat(d.Names, d.Forms) {
			var keys []string
			language.Each(name, func(word []byte, _, _ int) {
				key, _ := language.Keys(string(word))
				keys = append(keys, key)
			})
			if keys != nil {
				put(strings.Join(keys, "_")+"=", i, 7)
			}
		}
		for _, n := range d.Named {
			put("@"+base36(numbers[n]), i, 7)
		}
		for _, n := range d.Country {
			put(fmt.Sprintf("!c:%d", n*n), i, 7)
		}
		for _, t := range d.Times {
			put("#"+t.EDTF, i, t.impact())
		}
		put("!y:2019", i, 7)
		put("!k:"+x.Kinds[d.Kind].ID, i, 7)
	}
	return out
}

// TestIndexSaysWhatTextsSay reads the files of made-up indexes and compares them
// with a look at every document for every term.
func TestIndexSaysWhatTextsSay(t *testing.T) {
	for _, tt := range []struct {
		lang string
		n    int
	}{{"en", 0}, {"en", 1}, {"fr", 40}, {"ru", 300}, {"zh", 1001}, {"tr", 70}, {"en", 30_000}} {
		if tt.n > 2000 && testing.Short() {
			continue
		}
		t.Run(fmt.Sprint(tt.lang, tt.n), func(t *testing.T) {
			x := madeUp(rand.New(rand.NewPCG(1, uint64(tt.n))), tt.lang, tt.n)
			files := x.Files(nil)
			s := x.scale()
			numbers := x.numbers(s)
			l := load(t, files)
			if tt.n > 0 {
				want := scanned(x, numbers)
				got := l.terms()
				if !maps.EqualFunc(got, want, maps.Equal) {
					t.Errorf("%d terms, or their documents, are not the %d that the texts have", len(got), len(want))
				}
			}
			if l.meta.Documents != tt.n {
				t.Errorf("meta has %+v", l.meta)
			}
			for _, f := range files {
				if strings.HasPrefix(f.Name, "t") && len(f.Append(nil)) > s.shard+200 {
					t.Errorf("%s has %d bytes", f.Name, len(f.Append(nil)))
				}
			}
		})
	}
}

func bytesOf(files []File) map[string]string {
	out := map[string]string{}
	for _, f := range files {
		out[f.Name] = string(f.Append(nil))
	}
	return out
}

// TestOrderOfDocumentsIsNothing: places in Documents change, but no byte does.
func TestOrderOfDocumentsIsNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	x := madeUp(r, "en", 200)
	want := bytesOf(x.Files(nil))
	places := r.Perm(len(x.pages))
	mixed := *x
	mixed.pages = make([]page, len(places))
	for i, d := range x.pages {
		d.Named, d.Country = slices.Clone(d.Named), slices.Clone(d.Country)
		for _, list := range [][]int{d.Named, d.Country} {
			for k, n := range list {
				list[k] = places[n]
			}
		}
		mixed.pages[places[i]] = d
	}
	if got := bytesOf(mixed.Files(nil)); !maps.Equal(got, want) {
		t.Error("the order of documents changes the files")
	}
}

// TestMemoryChangesNoByte edits a dossier again and again.
func TestMemoryChangesNoByte(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 5))
	memory := &Memory{}
	x := madeUp(r, "ru", 60)
	var read atomic.Int32 // documents are read side by side
	for step := range 30 {
		for i := range x.pages {
			d := &x.pages[i]
			if r.IntN(20) == 0 {
				blocks := []Block{{1, vocabulary[r.IntN(len(vocabulary))]}}
				d.Text, d.Blocks = [2]int{step, i}, func() []Block { read.Add(1); return blocks }
			}
			if r.IntN(20) == 0 {
				d.Title = vocabulary[r.IntN(len(vocabulary))]
			}
		}
		if step%10 == 9 {
			x.Language = []string{"en", "fr", "ru"}[r.IntN(3)]
		}
		if got, want := bytesOf(x.Files(memory)), bytesOf(x.Files(nil)); !maps.Equal(got, want) {
			t.Fatalf("step %d: with what it remembers, the index is another", step)
		}
	}
	read.Store(0)
	x.Files(memory)
	if read.Load() > 0 {
		t.Errorf("%d texts are read though none has changed", read.Load())
	}
}

// TestPack: what is written of a memory makes the same index in another process, without
// reading a text.
func TestPack(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	x := madeUp(r, "en", 60)
	var read atomic.Int32 // documents are read side by side
	for i := range x.pages {
		d := &x.pages[i]
		blocks := d.Blocks
		d.Same, d.Blocks = Sum{byte(i), 1}, func() []Block { read.Add(1); return blocks() }
	}
	memory := &Memory{}
	want := bytesOf(x.Files(memory))
	packed := string(memory.Pack())
	read.Store(0)
	other := Unpack(packed)
	files := x.Files(other)
	if read.Load() > 0 || !maps.Equal(bytesOf(files), want) {
		t.Errorf("%d texts are read, or the index is another", read.Load())
	}
	for step := range 40 { // of words that come and go, those that went are forgotten now and then
		for i := range 20 {
			x.pages[i].Same = Sum{byte(i), byte(step), 2}
			x.pages[i].Blocks = func() []Block { return []Block{{1, fmt.Sprintf("word%dof%d", i, step)}} }
		}
		memory = Unpack(packed)
		if !maps.Equal(bytesOf(x.Files(memory)), bytesOf(x.Files(nil))) {
			t.Fatalf("step %d: the index is another", step)
		}
		packed = string(memory.Pack())
	}
	if n := len(Unpack(packed).dictionary.terms); n > 3*len(vocabulary)+1000 {
		t.Errorf("%d terms are remembered", n)
	}
	if Unpack("").same != nil || Unpack(packed[:len(packed)-1]).same != nil {
		t.Error("half a memory was believed")
	}
}

// FuzzUnpack: no bytes do harm to an index.
func FuzzUnpack(f *testing.F) {
	x := madeUp(rand.New(rand.NewPCG(8, 9)), "en", 5)
	for i := range x.pages {
		x.pages[i].Same = Sum{byte(i)}
	}
	memory := &Memory{}
	x.Files(memory)
	f.Add(string(memory.Pack()))
	f.Fuzz(func(t *testing.T, packed string) { bytesOf(x.Files(Unpack(packed))) })
}

// TestOneMoreDocument changes few files: those of its terms and its own.
func TestOneMoreDocument(t *testing.T) {
	for _, n := range []int{100, 1500} {
		x := madeUp(rand.New(rand.NewPCG(6, 7)), "en", n)
		for i := range x.pages { // many words that few texts have
			for k := range 20 {
				x.pages[i].Summary += fmt.Sprintf(" w%xq%x", (i*7919+k*104729)%5000, k)
			}
		}
		before := bytesOf(x.Files(nil))
		x.pages = append(x.pages, page{Document: Document{Path: "new.html"}, Said: Said{Title: "w12q3", Text: "new"}})
		changed := 0
		for name, body := range bytesOf(x.Files(nil)) {
			if before[name] != body {
				changed++
			}
		}
		if most := 12; changed > most {
			t.Errorf("of %d files %d change with one more document; want at most %d", len(before), changed, most)
		}
	}
}

// TestNumbersAreApart: crowded and at both ends, every document has its own.
func TestNumbersAreApart(t *testing.T) {
	for n := range 200 {
		x := madeUp(rand.New(rand.NewPCG(8, uint64(n))), "en", n)
		for _, s := range []scale{x.scale(), {bits: 8}} {
			seen := map[int]bool{}
			for _, number := range x.numbers(s) {
				if number < 0 || number >= 1<<s.bits || seen[number] {
					t.Fatalf("%d documents: %d", n, number)
				}
				seen[number] = true
			}
		}
	}
}

func TestStrings(t *testing.T) {
	for _, want := range append(vocabulary, "", "\x00\x1f\x7f", `"\\`, "\u2028\u2029", "</script>") {
		var got string
		if err := json.Unmarshal(appendString(nil, want), &got); err != nil || got != want {
			t.Errorf("%q is written %s: %v", want, appendString(nil, want), err)
		}
	}
}

func TestNumbersAreReadBack(t *testing.T) {
	for shift := range 31 {
		for _, n := range []int{1<<shift - 1, 1 << shift, 1<<shift + 5} {
			if got, rest := number(string(appendNumber(nil, n)) + "A"); got != n || rest != "A" {
				t.Errorf("%d is read as %d, before %q", n, got, rest)
			}
		}
	}
}
