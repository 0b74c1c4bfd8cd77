package names

import (
	"cmp"
	"html"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/limits"
	"dossier/generator/names/declension"
	"dossier/generator/prose"
)

// How says why a form is looked for.
type How uint8

// An entity's name, alias or listed form, and what the language makes of the
// first two.
const (
	ByName How = iota
	ByAlias
	ByForms
	ByRule
)

func (h How) String() string { return [...]string{"name", "alias", "forms", "rule"}[h] }

// Form is a form in which an entity is found.
type Form struct {
	Name   string // of the entity that it is a form of
	Text   string
	How    How
	Behind []string // the words behind one of which alone it stands; nil: any
	Others []int    // other entities, by index, that have the form, too: it links to none
}

// Changes says whether it is known how names change in the matcher's language; still,
// that they do not.
func (m *Matcher) Changes() (known, still bool) { return m.language.forms != nil, m.language.still }

// Forms gives every form in which an entity is found, each once, name by name:
// first the name as it is written, then its further forms by case. Spellings that
// are taken for the same are not told apart. cut are names of which there are too
// many forms to list.
func (m *Matcher) Forms(entity int) (forms []Form, cut []string) {
	e := &m.entities[entity]
	seen := map[string]bool{} // true: a name, alias or listed form that is still to come
	m.language.eachName(e, func(name, _ string, how How) {
		if how != ByRule {
			seen[spelled(name)] = true
		}
	})
	r := m.NewReader(m.NewCommon())
	add := func(f Form) {
		f.Others = slices.DeleteFunc(r.having(f.Text), func(i int) bool { return i == entity })
		forms = append(forms, f)
	}
	m.language.eachName(e, func(name, of string, how How) {
		if text := spelled(name); seen[text] && text != "" {
			seen[text] = false
			add(Form{Name: of, Text: text, How: how})
		}
		if how == ByForms {
			return
		}
		variants, all := m.language.variants(name, e)
		for _, v := range variants {
			if _, ok := seen[v.text]; !ok {
				seen[v.text] = false
				add(Form{Name: of, Text: v.text, How: ByRule})
			}
		}
		if !all {
			cut = append(cut, of)
		}
		if rest, ok := m.language.contracted(name, e); ok {
			text := spelled(rest)
			if _, ok := seen[text]; !ok {
				seen[text] = false
				add(Form{Name: of, Text: text, How: ByRule, Behind: slices.Sorted(maps.Keys(m.language.contractions))})
			}
		}
	})
	return forms, cut
}

// CommonNouns are the names of an entity that the prose has as common nouns, too:
// they do not link where a sentence begins.
func (m *Matcher) CommonNouns(entity int, common Common) []string {
	var out []string
	r := m.NewReader(common)
	m.language.eachName(&m.entities[entity], func(name, _ string, how How) {
		if found := r.whole(name); how != ByRule && found.length > 0 {
			if x := m.nodes[found.node].single; x >= 0 && common.is(x) && !slices.Contains(out, spelled(name)) {
				out = append(out, spelled(name))
			}
		}
	})
	return out
}

// having are the entities that have a form.
func (r *Reader) having(form string) []int {
	var out []int
	for _, o := range r.whole(form).owners {
		out = append(out, int(o))
	}
	return out
}

// whole finds the name that is all of a text.
func (r *Reader) whole(form string) match {
	b, tokens := nameTokens(unquote(form))
	if len(tokens) == 0 {
		return match{}
	}
	e := r.entry(b.HTML[tokens[0].start:tokens[0].end])
	if e == nil || e.forms == nil {
		return match{}
	}
	r.steps = 0
	if found := r.find(b, tokens[0], e); found.length == len(tokens) {
		return found
	}
	return match{}
}

// spelled is a name as a text has it: without needless white space and quotation
// marks around it.
func spelled(name string) string {
	return shown(nameTokens(unquote(name)))
}

// shown are some words of a text as a reader sees them.
func shown(b *prose.Body, tokens []token) string {
	var out strings.Builder
	for i := range tokens {
		out.WriteString(gap(tokens, i))
		out.WriteString(b.HTML[tokens[i].start:tokens[i].end])
	}
	return html.UnescapeString(out.String())
}

// gap is what parts a word of a name from the one before.
func gap(tokens []token, i int) string {
	if i > 0 && tokens[i].spaced {
		return " "
	}
	return ""
}

// variant is a form of a name with the cases that all its words may be in.
type variant struct {
	text  string
	cases declension.Cases
}

// variants are all forms of a name of e, by case; all is false when there were too
// many. Words agree as Reader.find wants them to.
func (l *language) variants(name string, e *Entity) (out []variant, all bool) {
	const steps = 20 * limits.MaxNameForms // some lead to no form
	b, tokens := nameTokens(unquote(name))
	words := make([][]variant, len(tokens))
	for i, x := range l.lexemes(name, e, true) {
		words[i] = l.options(&x, b.HTML[tokens[i].start:tokens[i].end])
	}
	left := steps
	var walk func(i int, so variant)
	walk = func(i int, so variant) {
		if i == len(words) {
			out = append(out, variant{html.UnescapeString(so.text), so.cases})
			return
		}
		for _, w := range words[i] {
			if left--; left < 0 || len(out) == limits.MaxNameForms {
				return
			}
			if c := so.cases & w.cases; c != 0 {
				walk(i+1, variant{so.text + gap(tokens, i) + w.text, c})
			}
		}
	}
	walk(0, variant{"", declension.AnyCase})
	slices.SortFunc(out, byCase)
	return out, left >= 0 && len(out) < limits.MaxNameForms
}

// byCase orders forms by the first case that they may be in, then by their letters.
func byCase(a, b variant) int {
	return cmp.Or(cmp.Compare(bits.TrailingZeros16(uint16(a.cases)), bits.TrailingZeros16(uint16(b.cases))), cmp.Compare(a.text, b.text))
}

// options are the forms of a word, spelled as the name spells the word.
func (l *language) options(x *lexeme, word string) []variant {
	lower := map[string]bool{strings.ToLower(x.text): true}
	for ending := range x.Endings {
		lower[x.Base+ending] = true
	}
	var out []variant
	for form := range lower {
		c := x.cases(form) & declension.AnyCase
		text := l.respell(x, form, word)
		if c == 0 || text == "" {
			continue
		}
		out = append(out, variant{text, c})
		if first, n := utf8.DecodeRuneInString(text); x.soft && unicode.IsUpper(first) {
			out = append(out, variant{string(unicode.ToLower(first)) + text[n:], c})
		}
	}
	slices.SortFunc(out, byCase)
	return out
}

// respell writes a form, which is folded and in lower case, with the letters of
// the word that it is a form of, as many as there are; "" when the letters' case is
// never that of the word.
func (l *language) respell(x *lexeme, form, word string) string {
	fits := func(text string) bool {
		folded := l.fold(text)
		ok, raised := x.fits(folded)
		return ok && !raised && strings.ToLower(folded) == form
	}
	letters := []rune(word)
	for n := len(letters); n > 0; n-- {
		if rest, ok := strings.CutPrefix(form, l.plain(string(letters[:n]))); ok && fits(string(letters[:n])+rest) {
			return string(letters[:n]) + rest
		}
		end := string(letters[len(letters)-n:])
		if rest, ok := strings.CutSuffix(form, l.plain(end)); ok && fits(rest+end) {
			return rest + end
		}
	}
	if fits(form) {
		return form
	}
	return ""
}

// plain is a part of a word as forms have it.
func (l *language) plain(part string) string { return strings.ToLower(l.fold(part)) }
