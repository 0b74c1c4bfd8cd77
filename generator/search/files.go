package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"dossier/generator/packed"
	"dossier/generator/search/words"
)

// zero is the first of 64 digits; the others follow it in ASCII.
const zero = '0'

// appendNumber writes a number that is not negative.
func appendNumber(to []byte, n int) []byte {
	for n >= 32 {
		to = append(to, byte(zero+32+n&31))
		n >>= 5
	}
	return append(to, byte(zero+n))
}

// digits is how many of them appendNumber writes.
func digits(n int) int {
	of := 1
	for ; n >= 32; n >>= 5 {
		of++
	}
	return of
}

// termFiles divides terms among files, and says what each begins with; a term that
// fills files of its own is there with the number of these.
func termFiles(terms []term, most int) (files []File, starts []string) {
	d := divider{most: most}
	d.divide(terms, "")
	return d.files, d.starts
}

// divider cuts terms, sorted, into files.
type divider struct {
	most   int // bytes a file may have
	files  []File
	starts []string // of files: what their first terms begin with
}

// size is about how many bytes terms take.
func size(terms []term) (n int) {
	for _, t := range terms {
		n += len(t.text) + len(t.list) + 2
	}
	return n
}

// divide makes the files of all terms with a prefix. Neighbours of the same next
// character stay together, so that a term more changes few files: those of several
// characters share one where they have room, those of one that need more are
// divided in turn.
func (d *divider) divide(terms []term, prefix string) {
	from, start, room := 0, "", d.most // of the file that is begun
	flush := func(to int) {
		if from < to {
			d.starts = append(d.starts, start)
			of := terms[from:to]
			d.files = append(d.files, termFile(start, "", func() string { return pack(of) }))
		}
	}
	for at := 0; at < len(terms); {
		_, n := utf8.DecodeRuneInString(terms[at].text[len(prefix):])
		group := terms[at].text[:len(prefix)+n]
		end := at + 1
		for n > 0 && end < len(terms) && strings.HasPrefix(terms[end].text, group) {
			end++
		}
		size := size(terms[at:end])
		if size > room {
			flush(at)
			from, room = at, d.most
		}
		if at == from {
			start = group
		}
		switch {
		case size <= room:
			room -= size
		case n == 0:
			d.alone(terms[at])
			from = end
		default:
			d.divide(terms[at:end], group)
			from = end
		}
		at = end
	}
	flush(len(terms))
}

// alone makes the files of a term that has no room in one. How many they are tells only what is
// written in them.
func (d *divider) alone(t term) {
	parts := 0
	for text := pack([]term{t}); text != ""; parts++ {
		n := min(len(text), d.most)
		part := text[:n]
		d.files = append(d.files, termFile(t.text, "."+strconv.Itoa(parts), func() string { return part }))
		text = text[n:]
	}
	d.starts = append(d.starts, t.text+"."+strconv.Itoa(parts))
}

// pack writes terms with their lists.
func pack(terms []term) string {
	to := make([]byte, 0, size(terms)+len(terms))
	before := ""
	for _, t := range terms {
		shared, units := 0, 0
		for shared < len(before) && shared < len(t.text) {
			r, n := utf8.DecodeRuneInString(t.text[shared:])
			if other, _ := utf8.DecodeRuneInString(before[shared:]); other != r {
				break
			}
			shared, units = shared+n, units+utf16.RuneLen(r)
		}
		to = append(appendNumber(to, units), t.text[shared:]...)
		to = append(append(append(to, ' '), t.list...), ' ')
		before = t.text
	}
	return string(to)
}

// termFile is the file of the terms from start on: its text is data for the script that loads it.
func termFile(start, part string, text func() string) File {
	var name strings.Builder
	name.WriteString("t")
	for _, r := range start {
		fmt.Fprintf(&name, "-%x", r)
	}
	name.WriteString(part)
	return script(name.String(), func(to []byte) []byte { return appendString(to, text()) })
}

// script is a file that hands data to the function of the page's script.
func script(name string, data func(to []byte) []byte) File {
	return File{Name: name + ".js", Append: func(to []byte) []byte {
		to = appendString(append(to, "dossierSearch("...), name)
		return append(data(append(to, ',')), ")\n"...)
	}}
}

// documentFiles are those of all documents: of their rows, of their texts, and one
// that says how to find a row.
func (x *Index) documentFiles(numbers []int, s scale) []File {
	files := append(x.grouped("d-", numbers, s.bits, s.rows, x.appendRow), x.grouped("x-", numbers, s.bits, s.texts, x.appendText)...)
	return append(files, script("rows", func(to []byte) []byte {
		return fmt.Appendf(to, `{"bits":%d,"rows":%d}`, s.bits, s.rows)
	}))
}

// grouped makes files of 1<<shift numbers each, of 1<<bits in all, with what is to be
// said of the documents, each behind its number. There are files without a document,
// too, as a page looks for paths that may be none's.
func (x *Index) grouped(name string, numbers []int, bits, shift int, say func(to []byte, i int) []byte) []File {
	groups := make([][]int, 1<<(bits-shift))
	for i, n := range numbers {
		groups[n>>shift] = append(groups[n>>shift], i)
	}
	files := make([]File, len(groups))
	for n, group := range groups {
		slices.SortFunc(group, func(a, b int) int { return cmp.Compare(numbers[a], numbers[b]) })
		files[n] = script(name+strconv.Itoa(n), func(to []byte) []byte {
			to = append(to, '[')
			for k, i := range group {
				if k > 0 {
					to = append(to, ',')
				}
				to = strconv.AppendInt(append(to, '['), int64(numbers[i]), 10)
				to = append(say(to, i), ']')
			}
			return append(to, ']')
		})
		files[n].Of = x.of(group, numbers)
	}
	return files
}

// of is a hash of what documents are, with their numbers; zero where that is not known of all.
func (x *Index) of(group, numbers []int) Sum {
	var w packed.Writer
	for _, i := range group {
		same := x.Documents[i].Same
		if same == (Sum{}) {
			return Sum{}
		}
		w.Number(numbers[i])
		w.Bytes(same[:])
	}
	all := sha256.Sum256(w.Buf)
	return Sum(all[:len(Sum{})])
}

// appendRow writes what hits and previews show: path, title, what it is, summary,
// date and note, and the languages of these from the title to the note,
// without what is empty at the end.
func (x *Index) appendRow(to []byte, i int) []byte {
	r := x.Content.Row(i)
	row := []string{x.Documents[i].Path, r.Title, r.Called, r.Brief, r.Date, r.Note, r.TitleIn, r.CalledIn, r.Lang, r.DateIn, r.NoteIn}
	for row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	for _, cell := range row {
		to = appendString(append(to, ','), cell)
	}
	return to
}

// appendText writes of each passage the number of its id and its text.
func (x *Index) appendText(to []byte, i int) []byte {
	for _, b := range x.Content.Passages(i) {
		to = strconv.AppendInt(append(to, ','), int64(b.Number), 10)
		to = appendString(append(to, ','), b.Text)
	}
	return to
}

// id is that of the entity which a document is about.
func (d *Document) id() string { return strings.TrimSuffix(path.Base(d.Path), ".html") }

// meta is what the page's script must know before it can look for anything.
func (x *Index) meta(s scale, starts []string, terms []term) File {
	kinds, countries := map[string]string{}, map[string]string{}
	for _, k := range x.Kinds {
		kinds[k.ID] = k.Name
	}
	for _, t := range terms {
		if id, ok := strings.CutPrefix(t.text, ofCountry); ok {
			countries[id] = ""
		}
	}
	for i := range x.Documents {
		if d := &x.Documents[i]; d.Land {
			if id := d.id(); has(countries, id) {
				countries[id] = x.Content.Row(i).Title
			}
		}
	}
	data, err := json.Marshal(map[string]any{
		"months": x.months(), "slight": words.Slight(x.Language),
		"documents": len(x.Documents), "texts": s.texts,
		"terms": strings.Join(starts, " "), "kinds": kinds, "countries": countries,
	})
	if err != nil {
		panic(fmt.Sprintf("search: %v", err)) // it is texts and numbers
	}
	return script("meta", func(to []byte) []byte { return append(to, data...) })
}

func has(m map[string]string, key string) bool { _, ok := m[key]; return ok }

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

// appendString writes a text as a string of JSON (RFC 8259) that is one of
// JavaScript, too.
func appendString(to []byte, text string) []byte {
	to = append(to, '"')
	start := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		to = append(to, text[start:i]...)
		start = i + 1
		switch c {
		case '"', '\\':
			to = append(to, '\\', c)
		default:
			to = fmt.Appendf(to, `\u%04x`, c)
		}
	}
	return append(append(to, text[start:]...), '"')
}
