// Package anniversary reads what prose says of anniversaries: "the 75th anniversary of 1945". It
// works on plain text alone and knows neither pages nor entities; package check decides which texts
// speak of which event.
//
//   - A year is taken for the one counted from only where the sentence makes that likely (see
//     Contradiction): a warning that is wrong costs an editor more than one that is missing.
//   - The expressions of all languages stand in one table, languages, and are tried on every text: an
//     English text may quote a Russian name.
package anniversary

import (
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

var (
	year        = regexp.MustCompile(`\b[12]\d{3}\b`)
	sentenceEnd = regexp.MustCompile(`[.!?…]+["»”’)]*\s|\n`)
)

// blocks are the elements that begin and end a line of plain text.
var blocks = strings.Fields("p h li td th tr div blockquote dt dd pre br ul ol section")

// minGuessed is the least number for which a year is guessed from a sum that is nearly right:
// smaller numbers lead from too many years to too many others.
const minGuessed = 20

// spaces makes the spaces that do not break, which typography puts in, plain ones, which the
// expressions know.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// PlainSpaces is a text in which every space may break.
func PlainSpaces(text string) string { return spaces.Replace(text) }

// PlainText is HTML as text without markup: a block is a line.
func PlainText(body string) string {
	var text strings.Builder
	text.Grow(len(body))
	for {
		before, tag, ok := strings.Cut(body, "<")
		text.WriteString(strings.ReplaceAll(before, "\n", " "))
		if !ok {
			break
		}
		tag, body, _ = strings.Cut(tag, ">")
		if isBlock(tag) {
			text.WriteByte('\n')
		}
	}
	return spaces.Replace(html.UnescapeString(text.String()))
}

// isBlock reports a tag, less its angle brackets, of a block. A heading of a body has no level
// yet (package prose).
func isBlock(tag string) bool {
	name := strings.TrimPrefix(tag, "/")
	if end := strings.IndexFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); end >= 0 {
		name = name[:end]
	}
	return slices.Contains(blocks, name)
}

// may reports whether a text has a number and a word without which it speaks of no
// anniversary: it tells nearly all that do not, sooner than the expressions.
func may(text string) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	text = strings.ToLower(text)
	return slices.ContainsFunc(languages, func(l language) bool {
		return slices.ContainsFunc(l.words, func(word string) bool { return strings.Contains(text, word) })
	})
}

// Numbers are those of the anniversaries that a text with plain spaces speaks of, in its order.
func Numbers(text string) []int {
	if !may(text) {
		return nil
	}
	var out []int
	for _, m := range claim.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(strings.Join(m[1:], ""))
		out = append(out, n)
	}
	return out
}

// Speaks reports whether a sentence of a text speaks of an anniversary. Contradiction finds
// none in any other text.
func Speaks(text string) bool {
	return may(text) && slices.ContainsFunc(sentenceEnd.Split(text, -1), func(s string) bool { return Numbers(s) != nil })
}

// Contradiction looks in a text for a sentence that counts the n-th anniversary from a year which
// does not lead to one of the years from first to last, and gives the year counted from. It takes a
// year for that one if
//
//   - the sentence names the sum, too: "ended in 1945, so the 75th anniversary is 2020";
//   - or the sum is wrong by at most a tenth of n: "the war of 1945; its 75th anniversary";
//   - or it follows "n-th anniversary of", and the sum is wrong by at most half of n.
//
// A sentence with a year that leads where it should contradicts nothing.
func Contradiction(text string, n, first, last int) (from int, ok bool) {
	if !may(text) {
		return 0, false
	}
	for _, s := range sentenceEnd.Split(text, -1) {
		if from, ok = contradicts(s, n, first, last); ok {
			return from, true
		}
	}
	return 0, false
}

func contradicts(sentence string, n, first, last int) (from int, ok bool) {
	if !slices.Contains(Numbers(sentence), n) {
		return 0, false
	}
	named := map[int]bool{}
	for _, y := range year.FindAllString(sentence, -1) {
		i, _ := strconv.Atoi(y)
		named[i] = true
	}
	for _, at := range year.FindAllStringIndex(sentence, -1) {
		y, _ := strconv.Atoi(sentence[at[0]:at[1]])
		wrongBy := max(first-(y+n), y+n-last)
		switch {
		case wrongBy <= 0:
			return 0, false
		case named[y+n],
			n >= minGuessed && wrongBy <= n/10,
			endsInClaim(sentence[:at[0]], n) && wrongBy <= n/2:
			from, ok = y, true
		}
	}
	return from, ok
}

// endsInClaim reports whether a text ends in "n-th anniversary of …".
func endsInClaim(s string, n int) bool {
	at := claim.FindAllStringSubmatchIndex(s, -1)
	if len(at) == 0 {
		return false
	}
	last := at[len(at)-1]
	return slices.Contains(Numbers(s[last[0]:last[1]]), n) && ofWhat.MatchString(s[last[1]:])
}
