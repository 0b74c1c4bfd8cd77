package lookup

import (
	"maps"
	"slices"
	"strings"

	"dossier/generator/model"
)

// Source is what the text of a file may refer to.
type Source struct {
	ID    string
	Words string // who published what, and when
}

// Sources are those with an id that the texts of a file's doc share, in their order.
func (d *Dossier) Sources(file, lang string) []Source {
	doc := d.doc(file)
	if doc == nil {
		return nil
	}
	var out []Source
	for i := range doc.Sources {
		s := &doc.Sources[i]
		if s.ID == "" {
			continue
		}
		var says []string
		for _, words := range []string{s.Author, d.said(s.Title, lang), d.said(s.Publisher, lang), d.Date(s.Date.String(), lang)} {
			if words != "" {
				says = append(says, words)
			}
		}
		out = append(out, Source{s.ID, strings.Join(says, " · ")})
	}
	return out
}

// said are words in a language, else in the default edition's, else in any.
func (d *Dossier) said(words model.Words, lang string) string {
	if said := words.In(lang, d.fallback); said != "" || len(words) == 0 {
		return said
	}
	return words[slices.Min(slices.Collect(maps.Keys(words)))]
}
