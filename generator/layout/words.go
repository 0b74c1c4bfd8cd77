package layout

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	yaml "go.yaml.in/yaml/v3"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"dossier/generator/diag"
	"dossier/generator/glyph"
	"dossier/generator/typography"
)

// loadWords reads the interface words and gives them the typography of their
// language. English, as it comes with the program and as an editor has it, is
// the list of keys that every language must have.
func (s *Set) loadWords(builtin, files fs.FS, languages []string, faults *diag.List) error {
	english, err := s.readWords(builtin, "messages/en.yaml", faults)
	if err != nil {
		return fmt.Errorf("read interface words: %w", err)
	}
	own, err := s.readWords(files, "messages/en.yaml", faults)
	if err != nil {
		return fmt.Errorf("read interface words: %w", err)
	}
	maps.Copy(english, own)
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
		if words == nil { // not understood, which says all
			s.words[lang] = map[string]string{}
			continue
		}
		for _, key := range required(slices.Sorted(maps.Keys(english)), lang) {
			if words[key] == "" {
				family, _ := cutForm(key)
				faults.Add(diag.Pos{File: path.Join(s.dir, name)}, diag.Layout, "the words for %q are missing; in English they are %q", key, cmp.Or(english[key], english[family+".other"]))
			}
		}
		setter := typography.Of(lang)
		for key, text := range words {
			words[key] = setter.Typeset(text)
		}
		s.words[lang] = words
	}
	return nil
}

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
	tag := language.Make(lang)
	forms := map[string]bool{"other": true}
	for n := range 201 {
		forms[pluralForms[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]] = true
	}
	var keys []string
	for _, key := range english {
		family, form := cutForm(key)
		if !slices.Contains(english, family+".other") || !slices.Contains(slices.Collect(maps.Values(pluralForms)), form) {
			keys = append(keys, key)
		}
		if form == "other" {
			for _, f := range slices.Sorted(maps.Keys(forms)) {
				keys = append(keys, family+"."+f)
			}
		}
	}
	return keys
}

// Count words a number of things: the message key in the plural category that
// lang has for n, with "{}" replaced by n.
func (s *Set) Count(lang, key string, n int) string {
	e := s.edition(lang)
	form := pluralForms[plural.Cardinal.MatchPlural(e.tag, n, 0, 0, 0, 0)]
	words, ok := s.Lookup(lang, key+"."+form)
	if !ok { // of numbers beyond those that a language was asked words for
		words = s.Words(lang, key+".other")
	}
	return strings.Replace(words, "{}", strconv.Itoa(n), 1)
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

// yamlLine finds the line and the words of the first fault in an error of the
// YAML library.
var yamlLine = regexp.MustCompile(`line (\d+): ([^\n]*)`)

// readWords reads a file of interface words; the words are nil when it is not
// YAML of keys and texts.
func (s *Set) readWords(files fs.FS, name string, faults *diag.List) (map[string]string, error) {
	src, err := read(files, name)
	if err != nil {
		return nil, err
	}
	words := map[string]string{}
	if err := yaml.Unmarshal(src, &words); err != nil {
		pos, why := diag.Pos{File: path.Join(s.dir, name)}, strings.TrimPrefix(err.Error(), "yaml: ")
		if m := yamlLine.FindStringSubmatch(why); m != nil {
			pos.Line, _ = strconv.Atoi(m[1])
			why = m[2]
		}
		faults.Add(pos, diag.Layout, "the words are not YAML of the form key: \"text\": %s", why)
		return nil, nil
	}
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if why := glyph.ForbiddenIn(words[key]); why != "" {
			faults.Add(diag.Pos{File: path.Join(s.dir, name)}, diag.Layout, "the words for %q: %s, written as an escape; leave it out", key, why)
		}
	}
	return words, nil
}

// Words gives the interface words for key in lang. It panics when there are
// none: Load reports what is missing of the words that the program asks for.
func (s *Set) Words(lang, key string) string {
	words, ok := s.Lookup(lang, key)
	if !ok {
		panic(fmt.Sprintf("layout: there are no words for %q in %q", key, lang))
	}
	return words
}

// Lookup is Words for words that a language may have.
func (s *Set) Lookup(lang, key string) (words string, ok bool) {
	words, ok = s.words[lang][key]
	return words, ok
}

// edition is what pages in a language share. It panics when no words were loaded
// for that: Load reports it.
func (s *Set) edition(lang string) *edition {
	e := s.editions[lang]
	if e == nil {
		panic(fmt.Sprintf("layout: no words were loaded for %q", lang))
	}
	return e
}

// Page starts the view of a page in lang; root is the relative way from the
// page to the site's root, "" or "../" repeated.
func (s *Set) Page(lang, root string) Page {
	e := s.edition(lang)
	return Page{Lang: lang, Dir: e.dir, edition: e, root: root}
}

// Direction is the way a language's usual script runs.
func Direction(lang string) string {
	script, _ := language.Make(lang).Script()
	if slices.Contains([]string{"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}, script.String()) {
		return "rtl"
	}
	return "ltr"
}
