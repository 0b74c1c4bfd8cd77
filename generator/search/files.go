package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dossier/generator/search/words"
)

// digits are those of base 64.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// appendNumber writes a number that is not negative.
func appendNumber(to []byte, n int) []byte {
	for n >= 32 {
		to = append(to, digits[32+n&31])
		n >>= 5
	}
	return append(to, digits[n])
}

// list writes the documents of a term.
func list(postings []posting) string {
	var to []byte
	before := -1
	for _, p := range postings {
		to = appendNumber(to, (p.number-before-1)*8+int(p.impact))
		before = p.number
	}
	return string(to)
}

// entry is a term with its list, as a file has it.
type entry struct{ term, list string }

// termFiles divides terms among files, and gives the prefixes that have one, each
// with the number of its parts when its one term fills several.
func termFiles(terms []term) (files []File, prefixes []string) {
	entries := make([]entry, len(terms))
	for i, t := range terms {
		entries[i] = entry{t.text, list(t.postings)}
	}
	d := divider{}
	d.divide(entries, "")
	return d.files, d.prefixes
}

type divider struct {
	files    []File
	prefixes []string
}

// divide makes the files of all terms with a prefix.
func (d *divider) divide(entries []entry, prefix string) {
	size := 0
	for _, e := range entries {
		size += len(e.term) - len(prefix) + len(e.list) + 3
	}
	if size <= MaxShard {
		d.prefixes = append(d.prefixes, prefix)
		d.files = append(d.files, termFile(prefix, "", shard(entries)))
		return
	}
	for len(entries) > 0 {
		_, n := utf8.DecodeRuneInString(entries[0].term[len(prefix):])
		if n == 0 { // the prefix itself
			d.alone(entries[0])
			entries = entries[1:]
			continue
		}
		longer := entries[0].term[:len(prefix)+n]
		end := slices.IndexFunc(entries, func(e entry) bool { return !strings.HasPrefix(e.term, longer) })
		if end < 0 {
			end = len(entries)
		}
		d.divide(entries[:end], longer)
		entries = entries[end:]
	}
}

// alone makes the files of a term that other terms begin with, and whose file has
// no room for them.
func (d *divider) alone(e entry) {
	parts := 0
	for text := shard([]entry{e}); text != ""; parts++ {
		n := min(len(text), MaxShard)
		d.files = append(d.files, termFile(e.term, "."+strconv.Itoa(parts), text[:n]))
		text = text[n:]
	}
	d.prefixes = append(d.prefixes, e.term+"."+strconv.Itoa(parts))
}

// shard writes terms with their lists.
func shard(entries []entry) string {
	var to []byte
	before := ""
	for _, e := range entries {
		shared, points := 0, 0
		for shared < len(before) && shared < len(e.term) {
			r, n := utf8.DecodeRuneInString(e.term[shared:])
			if other, _ := utf8.DecodeRuneInString(before[shared:]); other != r {
				break
			}
			shared, points = shared+n, points+1
		}
		to = append(appendNumber(to, points), e.term[shared:]...)
		to = append(append(append(to, ' '), e.list...), ' ')
		before = e.term
	}
	return string(to)
}

// termFile is the file of a prefix: its text is data for the script that loads it.
func termFile(prefix, part, text string) File {
	var name strings.Builder
	name.WriteString("t")
	for _, r := range prefix {
		fmt.Fprintf(&name, "-%x", r)
	}
	name.WriteString(part)
	return script(name.String(), text)
}

// script is a file that hands data to the function of the page's script.
func script(name string, data any) File {
	var b bytes.Buffer
	fmt.Fprintf(&b, "dossierSearch(%q,", name)
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(data); err != nil {
		panic(fmt.Sprintf("search: %s: %v", name, err)) // it is texts and numbers
	}
	b.Truncate(b.Len() - 1)
	b.WriteString(")\n")
	return File{name + ".js", b.Bytes()}
}

// documentFiles are those of all documents. Of a document, the files of rows have
// its number, path, title, kind, date, note, summary and language; the files of
// texts its number and blocks: the number of the block's id and its text, one
// after the other.
func (x *Index) documentFiles(numbers []int, s scale) []File {
	rows := func(d *Document) []any {
		return []any{d.Path, d.Title, d.Kind, d.Date, d.Note, d.Summary, d.Lang}
	}
	texts := func(d *Document) []any {
		blocks := make([]any, 0, 2*len(d.Blocks))
		for _, b := range d.Blocks {
			blocks = append(blocks, b.Number, b.Text)
		}
		return blocks
	}
	return append(x.grouped("d-", numbers, s.rows, rows), x.grouped("x-", numbers, s.texts, texts)...)
}

// grouped makes files of 1<<shift numbers each with what is to be said of the
// documents.
func (x *Index) grouped(name string, numbers []int, shift int, say func(*Document) []any) []File {
	in := map[int][]int{}
	for i, n := range numbers {
		in[n>>shift] = append(in[n>>shift], i)
	}
	files := make([]File, 0, len(in))
	for n, of := range in {
		slices.SortFunc(of, func(a, b int) int { return numbers[a] - numbers[b] })
		rows := make([][]any, len(of))
		for i, at := range of {
			rows[i] = append([]any{numbers[at]}, say(&x.Documents[at])...)
		}
		files = append(files, script(name+strconv.Itoa(n), rows))
	}
	return files
}

// meta is what the page's script must know before it can look for anything.
func (x *Index) meta(numbers []int, s scale, prefixes []string) File {
	countries := map[string]string{}
	for _, d := range x.Documents {
		for _, n := range d.Country {
			countries[base36(numbers[n])] = x.Documents[n].Title
		}
	}
	return script("meta", map[string]any{
		"months": x.months(), "slight": words.Slight(x.Language),
		"documents": len(x.Documents), "rows": s.rows, "texts": s.texts,
		"prefixes": strings.Join(prefixes, " "), "kinds": x.Kinds, "countries": countries,
	})
}

// months are the numbers of the months by the keys of their names. A name that is
// more than one word, or has a digit (5月), is found otherwise.
func (x *Index) months() map[string]int {
	out := map[string]int{}
	language := words.New(x.Language)
	for i, names := range x.Months {
		for _, name := range names {
			var keys []string
			language.Each(name, func(word []byte, _, _ int) {
				key, _ := language.Keys(string(word))
				keys = append(keys, key)
			})
			if len(keys) == 1 && !strings.ContainsAny(keys[0], "0123456789") {
				out[keys[0]] = i + 1
			}
		}
	}
	return out
}
