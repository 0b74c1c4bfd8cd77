package layout

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"dossier/generator/worded"
)

// pluralForms are CLDR's plural categories, by the endings that messages of
// counts have: "sections.count.one", "sections.count.other".
var pluralForms = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// cutForm divides the key of a count into its family and its plural category.
func cutForm(key string) (family, form string) {
	i := strings.LastIndexByte(key, '.')
	if i < 0 {
		return key, ""
	}
	return key[:i], key[i+1:]
}

// required gives the keys that a language must have, given those of English:
// every count in each plural category of the language.
func required(english []string, lang string) []string {
	english = slices.DeleteFunc(slices.Clone(english), func(key string) bool { return strings.HasPrefix(key, dates) })
	forms := formsOf(lang)
	var keys []string
	for _, key := range english {
		family, form := cutForm(key)
		if !slices.Contains(english, family+".other") || !slices.Contains(slices.Collect(maps.Values(pluralForms)), form) {
			keys = append(keys, key)
		}
		if form == "other" {
			for _, f := range forms {
				keys = append(keys, family+"."+f)
			}
		}
	}
	if worded.Covers(lang) {
		for _, key := range worded.Messages() {
			keys = append(keys, dates+key)
		}
	}
	return keys
}

// formsOf gives the plural categories of a language, in CLDR's order.
func formsOf(lang string) []string {
	tag, has := language.Make(lang), map[string]bool{"other": true}
	for n := range 201 {
		has[pluralForms[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]] = true
	}
	return slices.DeleteFunc([]string{"zero", "one", "two", "few", "many", "other"}, func(form string) bool { return !has[form] })
}

// Count words a number of things: the message key in the plural category that
// lang has for n, with "{}" replaced by n as it is written there. of is the language of the words, as
// LangOf gives it.
func (s *Set) Count(lang, key string, n int) (text, of string) {
	e := s.edition(lang)
	form := key + "." + pluralForms[plural.Cardinal.MatchPlural(e.tag, n, 0, 0, 0, 0)]
	words, ok := s.Lookup(lang, form)
	if !ok { // of numbers beyond those that a language was asked words for
		form = key + ".other"
		words = s.Words(lang, form)
	}
	of = s.LangOf(lang, form)
	return strings.Replace(words, "{}", s.Number(cmp.Or(of, lang), n), 1), of
}

// Number writes a number in the digits of a language.
func (s *Set) Number(lang string, n int) string {
	known, ok := s.numbers.Load(lang)
	if !ok {
		known, _ = s.numbers.LoadOrStore(lang, worded.Numbers(lang))
	}
	return known.(func(int) string)(n)
}
