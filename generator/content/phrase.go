package content

import (
	"slices"
	"strings"
	"unicode"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/markdown"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// prose reads a line of text for readers.
func (f *front) prose(key string) markdown.Phrase {
	v, ok := f.get(key)
	if !ok {
		return markdown.Phrase{}
	}
	return f.phrase(key, v, f.lang)
}

// phrase reads a text for readers in a language.
func (f *front) phrase(key string, v frontmatter.Value, lang string) markdown.Phrase {
	p, ok := f.parsers[lang]
	if !ok { // the dossier has no edition in this language
		p = f.parsers[""]
	}
	var found diag.List
	out := p.Phrase(f.string(key, v), v.Pos, &found)
	reported := func(y diag.Diagnostic) bool { return y.Code == diag.RawHTML && y.File == f.file }
	for _, x := range found {
		if x.Code != diag.RawHTML || !slices.ContainsFunc(*f.faults, reported) { // once a file
			*f.faults = append(*f.faults, x)
		}
	}
	return out
}

// headHash is the fingerprint of a title and summary as they are typed, but with curly
// apostrophes: those are in the fingerprints that translations hold already.
func headHash(title, summary markdown.Phrase) string {
	hash, _ := prose.Hash(nil, []byte(curl(title.Typed)+" "+curl(summary.Typed)))
	return hash
}

// curl makes the apostrophe inside and at the end of words typographic.
func curl(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	var b strings.Builder
	before := ' '
	for _, r := range s {
		if r == '\'' && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
			r = '’'
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// phrases gives the plain texts of a value, one for each language, and the HTML of those
// that have emphasis.
func (f *front) phrases(key string, v frontmatter.Value, lang string) (plain, rich model.Words) {
	put := func(lang string, p markdown.Phrase) {
		if p.Plain == "" {
			return
		}
		plain[lang] = p.Plain
		if p.HTML != "" {
			if rich == nil {
				rich = model.Words{}
			}
			rich[lang] = p.HTML
		}
	}
	plain = model.Words{}
	if !v.IsMap {
		if put(lang, f.phrase(key, v, lang)); len(plain) == 0 {
			return nil, nil
		}
		return plain, rich
	}
	for _, x := range v.Map {
		if f.empty(key+"."+x.Key, x.Value) {
			continue
		}
		put(strings.Clone(x.Key), f.phrase(key+"."+x.Key, x.Value, x.Key))
	}
	return plain, rich
}

// richOf gives the HTML of a title and summary, or nil when neither has emphasis.
func richOf(title, summary markdown.Phrase) *model.Rich {
	if title.HTML == "" && summary.HTML == "" {
		return nil
	}
	return &model.Rich{Title: title.HTML, Summary: summary.HTML}
}
