package layout

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	yaml "go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"dossier/generator/diag"
)

// loadWords reads the interface words. English is the list of keys that every
// language must have.
func (s *Set) loadWords(files fs.FS, languages []string, faults *diag.List) error {
	english, err := s.readWords(files, "messages/en.yaml", faults)
	if err != nil {
		return fmt.Errorf("read interface words: %w", err)
	}
	for _, lang := range languages {
		name, words, err := s.wordsFor(files, lang, faults)
		if errors.Is(err, fs.ErrNotExist) {
			faults.Add(diag.Pos{File: path.Join(s.dir, "messages", lang+".yaml")}, diag.Layout,
				"there are no interface words for the language %q; copy messages/en.yaml to this file and translate it", lang)
			continue
		}
		if err != nil {
			return fmt.Errorf("read interface words: %w", err)
		}
		for _, key := range slices.Sorted(maps.Keys(english)) {
			if _, ok := words[key]; !ok {
				faults.Add(diag.Pos{File: path.Join(s.dir, name)}, diag.Layout, "the words for %q are missing; in English they are %q", key, english[key])
			}
		}
		s.words[lang] = words
	}
	return nil
}

// wordsFor reads the words of a language, or of the language it is a variety
// of.
func (s *Set) wordsFor(files fs.FS, lang string, faults *diag.List) (name string, words map[string]string, err error) {
	name = "messages/" + lang + ".yaml"
	words, err = s.readWords(files, name, faults)
	if !errors.Is(err, fs.ErrNotExist) {
		return name, words, err
	}
	base, _ := language.Make(lang).Base()
	name = "messages/" + base.String() + ".yaml"
	words, err = s.readWords(files, name, faults)
	return name, words, err
}

func (s *Set) readWords(files fs.FS, name string, faults *diag.List) (map[string]string, error) {
	src, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	words := map[string]string{}
	if err := yaml.Unmarshal(src, &words); err != nil {
		faults.Add(diag.Pos{File: path.Join(s.dir, name)}, diag.Layout, "%v", err)
	}
	return words, nil
}

// Words gives the interface words for key in lang, or "" when lang has none.
func (s *Set) Words(lang, key string) string { return s.words[lang][key] }

// Page starts the view of a page in lang; root is the relative way from the
// page to the site's root, "" or "../" repeated.
func (s *Set) Page(lang, root string) Page {
	return Page{Lang: lang, Dir: direction(lang), words: s.words[lang], hrefs: s.hrefs, root: root}
}

// direction is the way a language's usual script runs.
func direction(lang string) string {
	script, _ := language.Make(lang).Script()
	if slices.Contains([]string{"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}, script.String()) {
		return "rtl"
	}
	return "ltr"
}
