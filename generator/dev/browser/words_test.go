package browser

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"

	"dossier/generator/content/iso3166"
	search "dossier/generator/search/words"
)

const (
	assets   = "../../../layouts/assets/"
	messages = "../../../layouts/messages/"
	forms    = 50_000 // made up for each language
)

// texts are the folders of texts whose words are read.
var texts = []string{"../../acceptance/testdata/suez/content", "../../../docs"}

// moreEndings are those that the script of a language has as patterns.
var moreEndings = map[string]string{
	"tr": `lar ler ları leri ın in un ün nın nin nun nün da de ta te dan den tan ten nda nde ndan nden ya ye na ne yla yle la le
		ı i u ü sı si su sü nı ni nu nü yı yi yu yü ki daki deki ndaki ım im um üm ımız imiz umuz ümüz ınız iniz unuz ünüz ca ce nca nce
		dır dir dur dür tır tir tur tür dım dim tım tim dı di tı ti ydı ydi sa se ysa yse sam sen mış miş muş müş ymış ymiş ken yken
		sın sin sun sün sınız siniz yım yim yız yiz casına cesine`,
}

// TestWordsAreReadAsByTheProgram reads words with the scripts of the search
// page and with the program: those of the project's texts, made-up forms, and
// every letter there is.
func TestWordsAreReadAsByTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	b := newTab(t, "about:")
	b.open("blank")
	stems, err := filepath.Glob(assets + "stem-*.js")
	if err != nil || len(stems) == 0 {
		t.Fatalf("no scripts of stems: %v", err)
	}
	all := written(t, func(string) bool { return true })
	for _, file := range stems {
		lang := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), "stem-"), ".js")
		if !search.Stems(lang) {
			t.Errorf("%s: the program knows no stems of this language", file)
			continue
		}
		r := newReader(b, lang)
		r.compare(all)
		r.compare(madeUp(t, lang, source(t, file)))
	}
	newReader(b, "en").compare(everyLetter(0x20000))
	for _, lang := range []string{"tr", "uz", "he"} {
		newReader(b, lang).compare(everyLetter(0x3000))
	}
}

// reader reads texts in both ways.
type reader struct {
	*tab
	lang     string
	language *search.Language
}

// newReader loads the scripts of a language's page.
func newReader(b *tab, lang string) reader {
	b.Helper()
	script := fmt.Sprintf(`delete window.dossierStem; document.body.innerHTML = '<div id="page_search" data-lang=%q></div>';`, lang)
	if search.Stems(lang) {
		script += source(b.T, assets+"stem-"+search.Base(lang)+".js")
	}
	b.do(chromedp.Evaluate[chromedp.Void](script + source(b.T, assets+"words.js")))
	return reader{b, lang, search.New(lang)}
}

func (r reader) compare(text string) {
	r.Helper()
	quoted, err := json.Marshal(text)
	if err != nil {
		r.Fatal(err)
	}
	got := strings.Split(eval[string](r.tab, fmt.Sprintf(`(text => dossierWords.words(text)
		.map(([word, start, end]) => [word, text.slice(start, end), ...dossierWords.keys(word)].join("\t")).join("\n"))(%s)`, quoted)), "\n")
	var want []string
	known := map[string]string{}
	r.language.Each(text, func(word []byte, start, end int) {
		keys, ok := known[string(word)]
		if !ok {
			key, plain := r.language.Keys(string(word))
			keys = strings.TrimSuffix(key+"\t"+plain, "\t")
			known[string(word)] = keys
		}
		want = append(want, string(word)+"\t"+text[start:end]+"\t"+keys)
	})
	if len(got) != len(want) {
		r.Errorf("%s: the browser finds %d words, the program %d", r.lang, len(got), len(want))
	}
	wrong := 0
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			if wrong++; wrong <= 5 {
				r.Errorf("%s: the browser reads %q, the program %q", r.lang, got[i], want[i])
			}
		}
	}
	r.Logf("%s: %d words, %d differ", r.lang, len(want), wrong)
}

func source(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// written are the different words of the texts whose files are wanted, as they
// stand there, with the signs around them.
func written(t *testing.T, want func(name string) bool) string {
	t.Helper()
	var out strings.Builder
	seen := map[string]bool{}
	for _, dir := range texts {
		err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(file) != ".md" || !want(filepath.Base(file)) {
				return err
			}
			for word := range strings.FieldsSeq(source(t, file)) {
				if !seen[word] {
					seen[word] = true
					out.WriteString(word + "\n")
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

var (
	quotedText = regexp.MustCompile(`'[^'\n]*'`)
	lowerCase  = regexp.MustCompile(`\p{Ll}+|\p{Lo}+`)
)

// madeUp are words of a language with other endings: parts of words of the
// texts, the messages and the countries' names, with endings that the script of
// stems has, and letters at random.
func madeUp(t *testing.T, lang, script string) string {
	t.Helper()
	own := written(t, func(name string) bool { return strings.HasSuffix(name, "."+lang+".md") })
	if text, err := os.ReadFile(messages + lang + ".yaml"); err == nil {
		own += string(text)
	}
	for _, c := range iso3166.All() {
		own += " " + c.Name(lang)
	}
	var pool, endings [][]rune
	search.New(lang).Each(own, func(word []byte, _, _ int) { pool = append(pool, []rune(string(word))) })
	for _, ending := range lowerCase.FindAllString(strings.Join(quotedText.FindAllString(script, -1), " ")+moreEndings[lang], -1) {
		endings = append(endings, []rune(ending))
	}
	var letters []rune
	for _, list := range [][][]rune{pool, endings} {
		for _, word := range list {
			letters = append(letters, word...)
		}
	}
	random := rand.New(rand.NewPCG(20, 26))
	seen := map[string]bool{}
	var out strings.Builder
	for len(seen) < forms {
		var word []rune
		if random.IntN(5) > 0 {
			whole := pool[random.IntN(len(pool))]
			word = append(word, whole[:random.IntN(len(whole)+1)]...)
		} else {
			for range random.IntN(7) {
				word = append(word, letters[random.IntN(len(letters))])
			}
		}
		for range random.IntN(4) {
			word = append(word, endings[random.IntN(len(endings))]...)
		}
		if s := string(word); !seen[s] {
			seen[s] = true
			out.WriteString(s + "\n")
		}
	}
	return out.String()
}

// everyLetter has the signs up to a limit that the program knows, alone and
// between letters; beyond the first plane, where versions of Unicode differ, some
// letters and digits.
func everyLetter(limit rune) string {
	var b strings.Builder
	for r := rune('!'); r < limit; r++ {
		if r < 0x10000 && unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Cf) || r%16 == 0 && unicode.In(r, unicode.L, unicode.N) {
			fmt.Fprintf(&b, "%[1]c\no%[1]ce\nп%[1]cя\nא%[1]cב\n", r)
		}
	}
	return b.String()
}
