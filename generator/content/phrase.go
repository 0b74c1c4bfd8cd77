package content

import (
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
)

// prose reads a line of text for readers.
func (f *front) prose(key string) markdown.Phrase {
	v := f.get(key)
	if !v.written {
		return markdown.Phrase{}
	}
	return f.phrase(v, f.lang)
}

// phrase reads a text for readers in a language.
func (f *front) phrase(v value, lang string) markdown.Phrase {
	p, ok := f.parsers[lang]
	if !ok { // the dossier has no edition in this language
		p = f.parsers[""]
	}
	var found diag.List
	text := v.text()
	if v.Folded {
		text = p.Unfold(text)
	}
	out := p.Phrase(text, v.Pos, &found)
	reported := func(y diag.Diagnostic) bool { return y.Code == diag.RawHTML && y.File == f.file }
	for _, x := range found {
		if x.Code != diag.RawHTML || !slices.ContainsFunc(*f.faults, reported) { // once a file
			*f.faults = append(*f.faults, x)
		}
	}
	return out
}

// phrases gives the plain texts of a value, one for each language, and the HTML of those
// that have emphasis.
func (f *front) phrases(v value, lang string) (plain, rich model.Words) {
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
		if put(lang, f.phrase(v, lang)); len(plain) == 0 {
			return nil, nil
		}
		return plain, rich
	}
	for _, x := range v.Map {
		if v := v.entry(v.key+"."+x.Key, x.Value); !v.empty() {
			put(strings.Clone(x.Key), f.phrase(v, x.Key))
		}
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

// words is a text for readers, or one text per language.
func (f *front) words(v value, lang string) model.Words {
	if !v.written {
		return nil
	}
	plain, _ := f.phrases(v, lang)
	return plain
}

// lists is a list of texts, or one list per language.
func (f *front) lists(v value, lang string) map[string][]string {
	if !v.written {
		return nil
	}
	if !v.IsMap {
		return map[string][]string{lang: f.names(v, lang)}
	}
	out := map[string][]string{}
	for _, x := range v.Map {
		out[strings.Clone(x.Key)] = f.names(v.entry(v.key+"."+x.Key, x.Value), x.Key)
	}
	return out
}

// names are the texts of a list, as plain words.
func (f *front) names(v value, lang string) []string {
	var out []string
	for x := range v.entries() {
		if s := f.phrase(x, lang).Plain; s != "" {
			out = append(out, s)
		}
	}
	return out
}
