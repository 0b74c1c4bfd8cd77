package layout

import (
	"bytes"
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
	"sync"
	"unicode"

	yaml "go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"dossier/generator/diag"
	"dossier/generator/glyph"
	"dossier/generator/typography"
	"dossier/generator/worded"
)

// loadWords reads the interface words and gives them the typography of their
// language. An editor's file takes the place of the built-in one key by key.
// English, as it comes with the program and as an editor has it, is the list of
// keys that every language must have, and stands in for those that it lacks.
func (s *Set) loadWords(builtin, files fs.FS, languages []string, faults *diag.List) error {
	read := s.eachLayered(builtin, files, append([]string{original}, languages...))
	english, _, err := read(original, faults)
	if err != nil {
		return err
	}
	keys := slices.Sorted(maps.Keys(english))
	s.english = typeset(maps.Clone(english), original)
	for _, lang := range languages {
		words, name, err := read(lang, faults)
		if err != nil {
			return err
		}
		pos := diag.Pos{File: path.Join(s.dir, name)}
		for _, key := range slices.Sorted(maps.Keys(words)) {
			if family, _ := cutForm(key); !strings.HasPrefix(key, dates) && key != reviewed && english[key] == "" && english[family+".other"] == "" {
				faults.Add(pos, diag.UnknownKey, "no page asks for the words %q%s", key, diag.DidYouMean(key, slices.Values(keys)))
			}
		}
		s.words[lang] = typeset(words, lang)
		missing, all := s.standIn(lang, english, keys, pos, faults)
		switch most := 3; {
		case name == "":
			faults.Add(diag.Pos{File: path.Join(s.dir, "messages", lang+".yaml")}, diag.Untranslated,
				"there are no interface words in %q, so English stands in; \"dossier new language %s\" writes a file to translate", lang, lang)
		case len(missing) > most:
			faults.Add(pos, diag.Untranslated, "%d of %d interface words are not translated, so English stands in: %s …", len(missing), all, strings.Join(missing[:most], ", "))
		case len(missing) > 0:
			faults.Add(pos, diag.Untranslated, "%d of %d interface words are not translated, so English stands in: %s", len(missing), all, strings.Join(missing, ", "))
		}
	}
	return nil
}

// standIn puts the English words in the place of those that a language lacks, and
// gives their keys, and how many words it must have. english are the words as they
// are written, keys theirs.
func (s *Set) standIn(lang string, english map[string]string, keys []string, pos diag.Pos, faults *diag.List) (missing []string, all int) {
	words, foreign, needs := s.words[lang], map[string]bool{}, required(keys, lang)
	for _, key := range needs {
		family, _ := cutForm(key)
		of := cmp.Or(english[key], english[family+".other"])
		if of == "" && english[key] == "" && !strings.HasPrefix(key, dates) {
			faults.Add(pos, diag.Layout, "the words for %q are empty in English", key)
		} else if words[key] == "" {
			words[key] = cmp.Or(s.english[key], s.english[family+".other"])
			missing = append(missing, key)
			if strings.ContainsFunc(of, unicode.IsLetter) {
				foreign[key] = true
			}
		} else if got, want := strings.Count(words[key], "{}"), strings.Count(of, "{}"); got != want && (got > 0 || !saysNumber(key)) {
			faults.Add(pos, diag.Layout, "the words for %q have {} %d times; there are %d arguments, as in %q", key, got, want, of)
		}
	}
	s.foreign[lang] = foreign
	return missing, len(needs)
}

// typeset gives words the typography of their language.
func typeset(words map[string]string, lang string) map[string]string {
	setter := typography.Of(lang)
	for key, text := range words {
		if !strings.HasPrefix(key, dates+"pattern.") { // their quotation marks are signs of UTS 35
			words[key] = setter.Typeset(text)
		}
	}
	return words
}

// saysNumber reports a plural form that may say its number by the word's form:
// Arabic has «قسمان» for two sections.
func saysNumber(key string) bool {
	_, form := cutForm(key)
	return form == "zero" || form == "one" || form == "two"
}

// original is the language that others are translated from.
const original = "en"

// reviewed is the key that says whether a native reader has looked at a file.
const reviewed = "reviewed"

// Unreviewed are the languages, of those that were loaded, whose words no native
// reader has looked at yet, sorted.
func (s *Set) Unreviewed() []string {
	var languages []string
	for _, lang := range slices.Sorted(maps.Keys(s.words)) {
		if s.words[lang][reviewed] == "no" {
			languages = append(languages, lang)
		}
	}
	return languages
}

// eachLayered does what layered does, for several languages side by side, and gives what it
// gives for one of them, in a map of its own.
func (s *Set) eachLayered(builtin, files fs.FS, languages []string) func(lang string, faults *diag.List) (words map[string]string, name string, err error) {
	type layers struct {
		words  map[string]string
		name   string
		faults diag.List
		err    error
	}
	all := map[string]*layers{}
	var wg sync.WaitGroup
	for _, lang := range languages {
		if all[lang] == nil {
			l := &layers{}
			all[lang] = l
			wg.Go(func() { l.words, l.name, l.err = s.layered(builtin, files, lang, &l.faults) })
		}
	}
	wg.Wait()
	return func(lang string, faults *diag.List) (map[string]string, string, error) {
		l := all[lang]
		*faults = append(*faults, l.faults...)
		return maps.Clone(l.words), l.name, l.err
	}
}

// layered reads the words of a language: the built-in ones and an editor's over
// them. name is the file that they come from, "" for none.
func (s *Set) layered(builtin, files fs.FS, lang string, faults *diag.List) (words map[string]string, name string, err error) {
	words = map[string]string{}
	var before []byte // of the layer before: an editor who has none reads the built-in ones again
	for _, from := range []fs.FS{builtin, files} {
		src, of, err := wordsFor(from, lang)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, "", fmt.Errorf("read interface words: %w", err)
		}
		name = of
		if before == nil || !bytes.Equal(src, before) {
			maps.Copy(words, s.wordsIn(src, name, faults))
		}
		before = src
	}
	return words, name, nil
}

// dates begins the keys of what worded.Wording is told.
const dates = "date."

// wordsFor reads the file of the words of a language, or of the language it is a variety
// of and shares the script with.
func wordsFor(files fs.FS, lang string) (src []byte, name string, err error) {
	name = "messages/" + lang + ".yaml"
	src, err = read(files, name)
	if errors.Is(err, fs.ErrNotExist) {
		name = "messages/" + baseOf(lang) + ".yaml"
		src, err = read(files, name)
	}
	return src, name, err
}

// yamlLine finds the line and the words of the first fault in an error of the
// YAML library.
var yamlLine = regexp.MustCompile(`line (\d+): ([^\n]*)`)

// wordsIn are the interface words in the text of a file; nil when it is not YAML of keys
// and texts.
func (s *Set) wordsIn(src []byte, name string, faults *diag.List) map[string]string {
	words := map[string]string{}
	if err := yaml.Unmarshal(src, &words); err != nil {
		pos, why := diag.Pos{File: path.Join(s.dir, name)}, strings.TrimPrefix(err.Error(), "yaml: ")
		if m := yamlLine.FindStringSubmatch(why); m != nil {
			pos.Line, _ = strconv.Atoi(m[1])
			why = m[2]
		}
		faults.Add(pos, diag.Layout, "the words are not YAML of the form key: \"text\": %s", why)
		return nil
	}
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if of, ok := strings.CutPrefix(key, dates); ok {
			if why := worded.MessageFault(of, words[key]); why != "" {
				faults.Add(diag.Pos{File: path.Join(s.dir, name)}, diag.Layout, "the words for %q: %s", key, why)
			}
		}
		if why := glyph.ForbiddenIn(words[key]); why != "" {
			faults.Add(diag.Pos{File: path.Join(s.dir, name)}, diag.Layout, "the words for %q: %s, written as an escape; leave it out", key, why)
		}
	}
	return words
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

// LangOf gives the language of the words for key in lang when English stands in
// for them, else "".
func (s *Set) LangOf(lang, key string) string {
	if s.foreign[lang][key] {
		return original
	}
	return ""
}

// Dates words dates in a language.
func (s *Set) Dates(lang string) *worded.Wording {
	return worded.New(lang, func(key string) string { return s.words[lang][dates+key] })
}

// StandIn words dates in the language of the words that stand in for those that
// another lacks.
func (s *Set) StandIn() (lang string, w *worded.Wording) {
	return original, worded.New(original, func(key string) string { return s.english[dates+key] })
}

// DateLangOf is LangOf for the key of a message about dates.
func (s *Set) DateLangOf(lang, key string) string { return s.LangOf(lang, dates+key) }

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

// baseOf is the language that another is a variety of, in the same script; the
// language itself when its script is another.
func baseOf(lang string) string {
	tag := language.Make(lang)
	base, _ := tag.Base()
	script, _ := tag.Script()
	if usual, _ := language.Make(base.String()).Script(); script != usual {
		return lang
	}
	return base.String()
}
