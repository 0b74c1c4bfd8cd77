package card

import (
	"strings"
	"unicode"
)

// wrap breaks a text into lines of at most a width, and most lines: what is more
// is left out, and dots say so.
func (f *Fonts) wrap(text string, size int, bold bool, width, most int) []string {
	fits := func(s string) bool { return f.wide(s, size, bold) <= width }
	var lines []string
	line := ""
	rest := units(plain(text))
	for i := 0; i < len(rest); i++ {
		word := rest[i]
		if fits(strings.TrimRight(line+word, " ")) {
			line += word
			continue
		}
		if strings.TrimSpace(line) == "" { // one word too long for any line
			head, tail := f.part(word, fits)
			word, line = tail, head
			rest[i] = tail
		}
		lines, line = append(lines, strings.TrimRight(line, " ")), ""
		if len(lines) == most {
			lines[most-1] = f.dotted(lines[most-1], fits)
			return lines
		}
		i-- // the word begins the next line
	}
	if line = strings.TrimRight(line, " "); line != "" || lines == nil {
		lines = append(lines, line)
	}
	return lines
}

// part gives the beginning of a word that fits a line, one letter at least, and
// what is left.
func (f *Fonts) part(word string, fits func(string) bool) (head, tail string) {
	for i := range word {
		if i > 0 && !fits(word[:i]) {
			break
		}
		head = word[:i]
	}
	if head == "" {
		_, first, _ := strings.Cut(word, string([]rune(word)[:1]))
		return word[:len(word)-len(first)], first
	}
	return head, word[len(head):]
}

// dotted is a line with dots at its end, and as much of it as there is room for.
func (f *Fonts) dotted(line string, fits func(string) bool) string {
	letters := []rune(line)
	for len(letters) > 0 && !fits(string(letters)+"…") {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ,;:.—–") + "…"
}

// units are the pieces of a text between which a line may end: words with the
// space behind them, and single signs of scripts that write no spaces.
func units(text string) []string {
	var out []string
	begin := 0
	letters := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }), " ")
	var before rune
	for i, r := range letters {
		if i > begin && (before == ' ' || (eastern(before) || eastern(r)) && before != ' ' && r != ' ' && !closes(r) && !opens(before)) {
			out, begin = append(out, letters[begin:i]), i
		}
		before = r
	}
	if begin < len(letters) {
		out = append(out, letters[begin:])
	}
	return out
}

func eastern(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// closes reports a sign with which no line begins, opens one with which none ends.
func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po) || strings.ContainsRune("ーっゃゅょッャュョ", r)
}
func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }
