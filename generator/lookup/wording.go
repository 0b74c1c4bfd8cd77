package lookup

import (
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/worded"
)

// wording is how things are called in the languages of a dossier.
type wording struct {
	fallback string // the default edition's language
	kindsOf  []model.Kind
	words    *layout.Set
	dates    map[string]*worded.Wording // by language
}

// Date words a date in a language; "" when it is none.
func (d *wording) Date(text, lang string) string {
	date, err := edtf.Parse(edtf.Moment(text))
	if err != nil {
		return ""
	}
	return plain(d.dates[lang].Format(date))
}

// ReadDate makes a date of words in a language; "" when they are none.
func (d *wording) ReadDate(text, lang string) string { return d.dates[lang].Read(text) }

// plain is a text without what only keeps its words together.
func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }

// dated words a date, for which an editor may have words.
func (d *wording) dated(date string, text model.Words, lang string) string {
	if words := text.In(lang, d.fallback); words != "" {
		return words
	}
	if date == "" {
		return ""
	}
	return d.Date(date, lang)
}

// kind is what one of a kind is called: "Country".
func (d *wording) kind(id, lang string) string {
	for _, k := range d.kindsOf {
		if k.ID == id && k.Names != nil {
			return k.Names.In(lang, d.fallback)
		}
	}
	return d.interfaceWords(lang, "kind."+id+".one")
}

// kinds is what all of a kind are called.
func (d *wording) kinds(k model.Kind, lang string) string {
	if k.Names != nil {
		return k.Names.In(lang, d.fallback)
	}
	return d.interfaceWords(lang, "kind."+k.ID)
}

// interfaceWords are those of a language; "" when the layouts have none.
func (d *wording) interfaceWords(lang, key string) string {
	words, _ := d.words.Lookup(lang, key)
	return words
}
