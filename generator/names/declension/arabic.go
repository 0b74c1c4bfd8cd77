package declension

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Arabic leaves names as they are but for what is written together with their
// first word: and, so, in, for, like («و ف ب ل ك»), which may be two, and which
// melt with the article («العراق» – «للعراق», «وبالعراق»). A name of one word
// may also drop or take the article. What ends in -ون has -ين in the other
// cases. Words are given as spelling folds them, without signs of vowels.
func Arabic(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	for i, word := range name {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.Is(unicode.Arabic, first) {
			continue
		}
		written := []string{word}
		if cases, ok := arabicCases[word]; ok {
			written = cases
		} else if stem, ok := strings.CutSuffix(word, "ون"); ok && !person && utf8.RuneCountInString(stem) > 2 {
			written = append(written, stem+"ين")
		}
		endings := declension{}
		for _, w := range written {
			endings[w] = AnyCase
			if i == 0 {
				leadArabic(endings, w, len(name) == 1)
			}
		}
		if len(endings) > 1 {
			out[i].Endings = endings
		}
	}
	return out
}

// arabicCases are words whose cases have letters of their own.
var arabicCases = map[string][]string{
	"ابو": {"ابو", "ابي", "ابا"}, "ابي": {"ابي", "ابو", "ابا"}, "بنو": {"بنو", "بني"}, "بني": {"بني", "بنو"},
	"بن": {"بن", "ابن"}, "ابن": {"ابن", "بن"},
}

// leadArabic adds a name's first word with what is written together with it.
func leadArabic(endings declension, word string, alone bool) {
	rest, definite := strings.CutPrefix(word, "ال")
	letters := utf8.RuneCountInString(rest)
	definite = definite && letters > 2
	add := func(form string) {
		if !alone || !slices.Contains(arabicWords, form) {
			endings[form] = AnyCase
		}
	}
	with := []string{"ب" + word, "ل" + word}
	if definite {
		with[1] = "لل" + strings.TrimPrefix(rest, "ل")
	}
	if definite || letters > 3 {
		with = append(with, "ك"+word)
	}
	for _, form := range with {
		add(form)
		add("و" + form)
		if definite || letters > 3 {
			add("ف" + form)
		}
	}
	add("و" + word)
	if definite || letters > 3 {
		add("ف" + word)
	}
	switch {
	case !alone:
	case definite:
		add(rest)
	case !endsIn(word, "ي", "يه"): // «مالي», but «الدعم المالي»
		add("ال" + word)
	}
}

// arabicWords are words of their own that look like one of these with a name of
// one word.
var arabicWords = []string{"لصالح", "بصالح", "بروسيا", "بلال", "كمال", "وليد", "وحيد", "وسام", "كريم", "كبير", "كثير",
	"بعيد", "بدر", "لبنان", "ولد", "ولي", "وعد", "بحر", "بري", "فهد", "وفي", "وعلي", "بعد", "لما", "كما"}
