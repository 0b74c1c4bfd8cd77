package dataset

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// object writes JSON. What is empty is left out.
type object struct {
	buf   []byte
	spill func([]byte) []byte // of File.Append
}

// comma parts a value from the one before it.
func (o *object) comma() {
	for i := len(o.buf) - 1; i >= 0; i-- {
		switch o.buf[i] {
		case '\n':
			continue
		case '{', '[', ':', ',':
			return
		}
		o.buf = append(o.buf, ',')
		return
	}
}

// name begins a value; it is "" in a list.
func (o *object) name(name string) {
	o.comma()
	if name != "" {
		o.buf = append(appendString(o.buf, name), ':')
	}
}

// open begins an object or a list, by its sign.
func (o *object) open(name string, sign byte) {
	o.name(name)
	o.buf = append(o.buf, sign)
}

// close ends what was opened.
func (o *object) close(sign byte) { o.buf = append(o.buf, sign) }

// line begins a new line, so that a change is one of few lines. The sign before it is not
// spilled: comma and last look at it.
func (o *object) line() {
	o.comma()
	end := len(o.buf) - 1
	sign := o.buf[end]
	o.buf = append(o.spill(o.buf[:end]), sign, '\n')
}

// last ends a list whose entries have lines, as its last one.
func (o *object) last(sign byte) {
	o.line()
	o.buf = append(bytes.TrimSuffix(o.buf, []byte(",\n")), '\n', sign)
}

// end adds the mark of whose file it is, and closes the object that the file is.
func (o *object) end(mark string) []byte {
	o.line()
	o.text("mark", mark)
	return append(o.buf, "}\n"...)
}

// text adds a text.
func (o *object) text(name, text string) {
	if text != "" {
		o.name(name)
		o.buf = appendString(o.buf, text)
	}
}

// plain adds a number or a truth.
func (o *object) plain(name, value string) {
	o.name(name)
	o.buf = append(o.buf, value...)
}

func (o *object) number(name string, n int) { o.plain(name, strconv.Itoa(n)) }

func (o *object) degrees(name string, x float64) {
	o.plain(name, strconv.FormatFloat(x, 'f', -1, 64))
}

// flag adds what is true.
func (o *object) flag(name string, is bool) {
	if is {
		o.truth(name, true)
	}
}

func (o *object) truth(name string, is bool) { o.plain(name, strconv.FormatBool(is)) }

// texts adds a list of texts.
func (o *object) texts(name string, texts []string) {
	if len(texts) == 0 {
		return
	}
	o.open(name, '[')
	for i, t := range texts {
		if i > 0 {
			o.buf = append(o.buf, ',')
		}
		o.buf = appendString(o.buf, t)
	}
	o.close(']')
}

// said adds what is said in some languages, which are sorted.
func (o *object) said(name string, langs []string, in func(lang string) string) {
	said := false
	for _, lang := range langs {
		if text := in(lang); text != "" {
			if !said {
				o.open(name, '{')
				said = true
			}
			o.text(lang, text)
		}
	}
	if said {
		o.close('}')
	}
}

// words adds words by language.
func (o *object) words(name string, words model.Words) {
	if len(words) == 0 {
		return
	}
	o.open(name, '{')
	for _, lang := range slices.Sorted(maps.Keys(words)) {
		o.text(lang, words[lang])
	}
	o.close('}')
}

// date adds a date with its days.
func (o *object) date(name string, d edtf.Date) {
	if d.IsZero() {
		return
	}
	first, last := days(d)
	o.open(name, '{')
	o.text("edtf", d.String())
	o.text("first_day", first)
	o.text("last_day", last)
	o.close('}')
}

const hexDigits = "0123456789abcdef"

// appendString writes a text as JSON has it, with letters as they are.
func appendString(buf []byte, s string) []byte {
	buf = append(buf, '"')
	from := 0
	for at := 0; at < len(s); {
		c := s[at]
		switch {
		case c == '"' || c == '\\':
			buf = append(append(buf, s[from:at]...), '\\', c)
		case c == '\n':
			buf = append(append(buf, s[from:at]...), `\n`...)
		case c < ' ':
			buf = append(append(buf, s[from:at]...), `\u00`...)
			buf = append(buf, hexDigits[c>>4], hexDigits[c&15])
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[at:])
			if r != utf8.RuneError || size > 1 {
				at += size
				continue
			}
			buf = append(append(buf, s[from:at]...), "\uFFFD"...)
		default:
			at++
			continue
		}
		at++
		from = at
	}
	return append(append(buf, s[from:]...), '"')
}
