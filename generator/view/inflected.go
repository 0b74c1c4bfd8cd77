package view

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"dossier/generator/model"
	"dossier/generator/names"
	"dossier/generator/search/words"
)

// Inflected forms of a name in the index, at most: in the edition's language, and in
// one of the others. The longest, in which endings stand on endings, are asked for least.
const (
	mostForms        = 24
	mostForeignForms = 12
)

// inflected are forms of an entity's names in a language of which readers may have
// any, as far as stems do not find them. Events are called by titles, which nobody
// inflects in a question.
func (x *indexer) inflected(e *model.Entity, lang string) (out []string) {
	kind := e.Key.Kind()
	most := mostForms
	if lang != x.Lang {
		most = mostForeignForms
	}
	if kind == model.Events || lang != x.Lang && words.Stems(lang) {
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
			if key := x.keyring.of(form); !seen[key] && len(seen) < most {
				seen[key] = true
				out = append(out, form)
			}
		}
	}
	return out
}

// keyring finds the keys of names, those of each word once.
type keyring struct {
	*words.Language
	keys map[string]string // by word
}

func newKeyring(lang string) keyring { return keyring{words.New(lang), map[string]string{}} }

// of are the keys of a name's words.
func (k keyring) of(name string) string {
	var keys []byte
	k.Each(name, func(word []byte, _, _ int) {
		key, ok := k.keys[string(word)]
		if !ok {
			key, _ = k.Keys(string(word))
			k.keys[string(word)] = key
		}
		keys = append(append(keys, key...), ' ')
	})
	return string(keys)
}
