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
	"unicode"

	yaml "go.yaml.in/yaml/v3"
	"golang.org/x/text/feature/plural"
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
	english, _, err := s.layered(builtin, files, original, faults)
	if err != nil {
		return err
	}
	keys := slices.Sorted(maps.Keys(english))
	s.english = typeset(maps.Clone(english), original)
	for _, lang := range languages {
		words, name, err := s.layered(builtin, files, lang, faults)
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
		missing := s.standIn(lang, english, keys, pos, faults)
		switch most := 3; {
		case name == "":
			faults.Add(diag.Pos{File: path.Join(s.dir, "messages", lang+".yaml")}, diag.Untranslated,
				"there are no interface words in %q, so English stands in; \"dossier new language %s\" writes a file to translate", lang, lang)
		case len(missing) > most:
			faults.Add(pos, diag.Untranslated, "%d of %d interface words are not translated, so English stands in: %s …", len(missing), len(words), strings.Join(missing[:most], ", "))
		case len(missing) > 0:
			faults.Add(pos, diag.Untranslated, "%d of %d interface words are not translated, so English stands in: %s", len(missing), len(words), strings.Join(missing, ", "))
		}
	}
	return nil
}

// standIn puts the English words in the place of those that a language lacks, and
// gives their keys. english are the words as they are written, keys theirs.
func (s *Set) standIn(lang string, english map[string]string, keys []string, pos diag.Pos, faults *diag.List) (missing []string) {
	words, foreign := s.words[lang], map[string]bool{}
	for _, key := range required(keys, lang) {
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
	return missing
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

// layered reads the words of a language: the built-in ones and an editor's over
// them. name is the file that they come from, "" for none.
func (s *Set) layered(builtin, files fs.FS, lang string, faults *diag.List) (words map[string]string, name string, err error) {
	words = map[string]string{}
	for _, from := range []fs.FS{builtin, files} {
		layer, of, err := s.wordsFor(from, lang, faults)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, "", fmt.Errorf("read interface words: %w", err)
		}
		name = of
		maps.Copy(words, layer)
	}
	return words, name, nil
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
	english = slices.DeleteFunc(slices.Clone(english), func(key string) bool { return strings.HasPrefix(key, dates) })
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
	for _, key := range worded.Messages() {
		keys = append(keys, dates+key)
	}
	return keys
}

// dates begins the keys of what worded.Wording is told.
const dates = "date."

// Count words a number of things: the message key in the plural category that
// lang has for n, with "{}" replaced by n. of is the language of the words, as
// LangOf gives it.
func (s *Set) Count(lang, key string, n int) (text, of string) {
	e := s.edition(lang)
	form := key + "." + pluralForms[plural.Cardinal.MatchPlural(e.tag, n, 0, 0, 0, 0)]
	words, ok := s.Lookup(lang, form)
	if !ok { // of numbers beyond those that a language was asked words for
		form = key + ".other"
		words = s.Words(lang, form)
	}
	return strings.Replace(words, "{}", strconv.Itoa(n), 1), s.LangOf(lang, form)
}

// wordsFor reads the words of a language, or of the language it is a variety
// of and shares the script with.
func (s *Set) wordsFor(files fs.FS, lang string, faults *diag.List) (words map[string]string, name string, err error) {
	name = "messages/" + lang + ".yaml"
	words, err = s.readWords(files, name, faults)
	if errors.Is(err, fs.ErrNotExist) {
		name = "messages/" + baseOf(lang) + ".yaml"
		words, err = s.readWords(files, name, faults)
	}
	return words, name, err
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
		if of, ok := strings.CutPrefix(key, dates); ok {
			if why := worded.MessageFault(of, words[key]); why != "" {
				faults.Add(diag.Pos{File: path.Join(s.dir, name)}, diag.Layout, "the words for %q: %s", key, why)
			}
		}
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

// WordsFile gives the text of a file of interface words for a language: the
// built-in one, or that of the language it is a variety of; else the English
// words as comments, to be translated line by line.
func WordsFile(builtin fs.FS, lang string) (string, error) {
	for _, name := range []string{lang, baseOf(lang)} {
		src, err := read(builtin, "messages/"+name+".yaml")
		if err == nil {
			return string(src), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("read interface words: %w", err)
		}
	}
	english, err := read(builtin, "messages/"+original+".yaml")
	if err != nil {
		return "", fmt.Errorf("read interface words: %w", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# Interface words in %q. Translate a line and delete the \"#\" before it; \"{}\" stands for an\n# argument, in order. Counts (…one, …other) need a line for each plural form of the language.\n", lang)
	for line := range strings.Lines(string(english)) {
		if message.MatchString(line) {
			line = "# " + line
		} else if strings.HasPrefix(line, "# Interface words") {
			continue
		}
		b.WriteString(line)
	}
	return b.String(), nil
}

var message = regexp.MustCompile(`^[a-z][^ ]*: "`)

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
