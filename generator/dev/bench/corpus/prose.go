package corpus

import (
	"fmt"
	"strings"
)

// writer writes prose.
type writer struct{ random }

// fill puts words into a pattern.
func (w *writer) fill(pattern string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		word := w.word(after[0])
		if s := " " + b.String(); strings.HasSuffix(s, " a ") && strings.ContainsRune(vowels, rune(word[0])) {
			b.Reset()
			b.WriteString(s[1:len(s)-1] + "n ")
		}
		b.WriteString(word)
		pattern = after[len("n}"):]
	}
}

// word is one of the kind that a letter stands for.
func (w *writer) word(letter byte) string {
	switch letter {
	case 'n':
		return pick(w, nouns)
	case 'N':
		return plural(pick(w, nouns))
	case 'a':
		return pick(w, adjectives)
	case 'v':
		return pick(w, verbs)
	case 'd':
		return pick(w, adverbs)
	}
	panic("corpus: no word for " + string(letter))
}

func plural(noun string) string {
	switch last := noun[len(noun)-1]; {
	case last == 'y' && !strings.ContainsRune(vowels, rune(noun[len(noun)-2])):
		return noun[:len(noun)-1] + "ies"
	case last == 's' || last == 'x' || strings.HasSuffix(noun, "ch") || strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// sentence is one without names and without double quotation marks.
func (w *writer) sentence() string {
	return capital(strings.ReplaceAll(w.fill(pick(w, plain)), `"`, "")) + "."
}

// paragraph is one of that many sentences without names.
func (w *writer) paragraph(sentences int) string {
	out := make([]string, sentences)
	for i := range out {
		out[i] = capital(w.fill(pick(w, plain))) + "."
	}
	return wrap(strings.Join(out, " "))
}

// naming is a sentence with a name.
func (w *writer) naming(patterns []string, name string) string {
	return capital(fmt.Sprintf(w.fill(pick(w, patterns)), name)) + "."
}

// marked puts emphasis, a link or code into a sentence without names now and
// then.
func (w *writer) marked(sentence string) string {
	words := strings.Fields(sentence)
	i := 1 + w.n(len(words)-2)
	word := strings.TrimRight(words[i], ",;:.")
	if word == "" || strings.ContainsAny(word, "\"-'’") {
		return sentence
	}
	tail := words[i][len(word):]
	switch n := w.n(10); {
	case n < 4:
		words[i] = "*" + word + "*" + tail
	case n < 6:
		words[i] = "**" + word + "**" + tail
	case n < 9:
		words[i] = "[" + word + "](https://example.org/" + word + "/" + fmt.Sprint(w.n(1000)) + ")" + tail
	default:
		words[i] = "`" + word + "`" + tail
	}
	return strings.Join(words, " ")
}

// block is something other than a paragraph.
func (w *writer) block() string {
	switch n := w.n(20); {
	case n < 9:
		mark := pick(w, []string{"- ", "1. "})
		var items []string
		for range 3 + w.n(3) {
			items = append(items, mark+w.fill("the {a} {n} that {v} the {N}"))
		}
		return strings.Join(items, "\n")
	case n < 14:
		return "> " + strings.ReplaceAll(w.paragraph(2), "\n", "\n> ")
	case n < 18:
		rows := []string{"| " + w.fill("{n}") + " | " + w.fill("{n}") + " | year |", "| --- | --- | ---: |"}
		for range 3 {
			rows = append(rows, fmt.Sprintf("| %s | %s | %d |", w.fill("{a} {n}"), w.fill("{N}"), 1950+w.n(70)))
		}
		return strings.Join(rows, "\n")
	}
	return "> [!NOTE]\n> " + strings.ReplaceAll(w.paragraph(1), "\n", "\n> ")
}

// wrap breaks lines as an editor would.
func wrap(text string) string {
	var b strings.Builder
	line := 0
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
		case line+1+len(word) > 100:
			b.WriteByte('\n')
			line = 0
		default:
			b.WriteByte(' ')
			line++
		}
		b.WriteString(word)
		line += len(word)
	}
	return b.String()
}
