package voice

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/model"
)

// SortName is what lists sort an entity by: the editor's `sort` in the edition's
// language, else its name, of a person the family name first. The family name is
//
//   - an alias that ends the name, as an editor gives it for texts ("García
//     Márquez" of Gabriel García Márquez);
//   - else the last word. Particles in small letters are not counted ("Lesseps,
//     Ferdinand de", "Gogh, Vincent van"), but for those that the language counts
//     (French "du"); those with a capital are ("De Gasperi").
//
// A name stays as it is written when its language has the family name first or
// sorts by given names, when all countries of the person have it first ("Mao
// Zedong"), when it has a comma, ends in a number or rank of a ruler ("Said
// Pasha") or in a patronymic («Путин Владимир Владимирович»), and in Spanish when
// it has more than two words: nobody can tell there which are the two family
// names.
func (o *Order) SortName(e *model.Entity) string {
	if own := o.ownSort(e); own != "" {
		return own
	}
	name := o.voice.Name(e)
	if e.Type == "person" && !o.asWritten && !o.familyFirst(e) {
		name = o.person(name, o.voice.Aliases(e))
	}
	return cmp.Or(strings.TrimPrefix(name, o.article), name)
}

// FiledAs is what the register sorts one of an entity's names by: the one that the
// edition has as SortName says, any other as it is written.
func (o *Order) FiledAs(e *model.Entity, name string) string {
	if name == e.Name(o.voice.Lang, o.voice.fallback) {
		return o.SortName(e)
	}
	return name
}

// ownSort is the editor's key for lists in the edition; "" for none. One for the
// default edition alone holds wherever the name is the same.
func (o *Order) ownSort(e *model.Entity) string {
	v := o.voice
	if s, ok := e.Sort[v.Lang]; ok || e.Name(v.Lang, v.fallback) != e.Name(v.fallback, v.fallback) {
		return s
	}
	return e.Sort[v.fallback]
}

// familyFirst reports a person of whom all countries have the family name first.
func (o *Order) familyFirst(e *model.Entity) bool {
	some := false
	for _, t := range e.Tags {
		if t.Key.Kind() == model.Countries {
			if !familyFirst[o.codes[t.Key]] {
				return false
			}
			some = true
		}
	}
	return some
}

// person is a name with the family name first, two spaces, and the rest: so all
// of one family name stand before longer ones.
func (f *filing) person(name string, aliases []string) string {
	if strings.ContainsAny(name, ",،、") {
		return name
	}
	parted := cmp.Or(f.parted, " ")
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(parted, r) })
	from, to := 0, len(words)
	if to > 1 && juniors[words[to-1]] {
		to--
	}
	for _, a := range aliases {
		of := strings.Fields(a)
		if n := len(of); 0 < n && n < to && slices.Equal(of, words[to-n:to]) {
			from = max(from, to-n)
		}
	}
	if from == 0 {
		from = f.family(words[:to])
	}
	for from > 0 && from < to-1 && isSmall(words[from]) && !f.counted[words[from]] {
		from++ // an alias with its particle
	}
	if from == 0 {
		return name
	}
	given, family := words[:from], strings.Join(words[from:to], " ")
	if at := articleEnd(family); at > 0 {
		given, family = append(given[:from:from], family[:at]), family[at:]
	}
	return family + "  " + strings.Join(append(given[:len(given):len(given)], words[to:]...), " ")
}

// family is where the family name begins among the words of a name; 0 when the
// name stays as it is.
func (f *filing) family(words []string) int {
	last := len(words) - 1
	if last <= 0 || isNumeral(words[last]) || ranks[strings.ToLower(words[last])] {
		return 0
	}
	names := 0
	for _, w := range words {
		if !isSmall(w) {
			names++
		}
	}
	if f.twoFamilies && names > 2 || last > 1 && f.isPatronymic(words[last]) && !f.isPatronymic(words[last-1]) {
		return 0
	}
	from := last
	for from > 0 && (f.counted[words[from-1]] || from > 1 && counted[words[from-1]]) {
		from--
	}
	return from
}

func (f *filing) isPatronymic(word string) bool {
	return slices.ContainsFunc(f.patronymics, func(end string) bool { return strings.HasSuffix(word, end) })
}

// isSmall reports a word that begins with a small letter.
func isSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// isNumeral reports a number, or a Roman one, as rulers have it.
func isNumeral(word string) bool {
	return strings.Trim(word, "IVX") == "" || strings.ContainsFunc(word, unicode.IsDigit)
}

// articleEnd is where a family name goes on behind an article or particle that
// is joined to it: "al-Assad", "d’Alembert"; 0 when it has none.
func articleEnd(word string) int {
	at := strings.IndexAny(word, "-‑’'")
	if at <= 0 || !isSmall(word) && !articles[strings.ToLower(word[:at])] {
		return 0
	}
	_, n := utf8.DecodeRuneInString(word[at:])
	if rest := word[at+n:]; rest != "" && !isSmall(rest) {
		return at + n
	}
	return 0
}
