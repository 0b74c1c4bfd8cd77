package voice

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"dossier/generator/model"
	"dossier/generator/names"
	"dossier/generator/search/words"
)

// Inflected forms of a name in the search index, at most: in the edition's language,
// and in one of the others. The longest, in which endings stand on endings, are asked
// for least.
const (
	mostForms        = 18
	mostForeignForms = 12
)

// Inflector makes forms of names that readers of an edition may ask for, and that
// stems do not find. It is for one goroutine at a time.
type Inflector struct {
	lang  string
	words *words.Language
	keys  map[string]string // of words
}

// NewInflector is for the edition of a language.
func NewInflector(lang string) *Inflector {
	return &Inflector{lang, words.New(lang), map[string]string{}}
}

// Forms are those of an entity's names in a language. Events have none: they are called
// by titles, which nobody inflects in a question.
func (x *Inflector) Forms(e *model.Entity, lang string) (out []string) {
	most, kind := mostForms, e.Key.Kind()
	if lang != x.lang {
		most = mostForeignForms
	}
	if kind == model.Events || lang != x.lang && words.Stems(lang) {
		return nil
	}
	of := names.Entity{
		Person: e.Type == "person", Place: kind == model.Countries || kind == model.Places || e.Position != nil,
		Name: e.Name(lang, lang), Aliases: e.Aliases[lang],
	}
	for _, forms := range names.Inflected(of, lang) {
		slices.SortStableFunc(forms, func(a, b string) int { return cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) })
		seen := map[string]bool{}
		for _, form := range forms {
			if key := x.key(form); !seen[key] && len(seen) < most {
				seen[key] = true
				out = append(out, form)
			}
		}
	}
	return out
}

// key are the keys of a name's words.
func (x *Inflector) key(name string) string {
	var keys []byte
	x.words.Each(name, func(word []byte, _, _ int) {
		key, ok := x.keys[string(word)]
		if !ok {
			key, _ = x.words.Keys(string(word))
			x.keys[string(word)] = key
		}
		keys = append(append(keys, key...), ' ')
	})
	return string(keys)
}
