package content

import (
	"golang.org/x/text/language"

	"dossier/generator/content/filename"
	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/model"
)

// sources reads the list of what something rests on: titles, or sources with their
// keys. lang is the language of words in one language.
func (f *front) sources(lang string) []model.Source {
	var out []model.Source
	for v := range f.get("sources").entries() {
		if v.IsMap {
			out = append(out, f.mapping(v.Value).source(lang))
		} else if title := f.words(v, lang); len(title) > 0 {
			out = append(out, model.Source{Title: title})
		}
	}
	return out
}

// source reads one source, whose keys these are.
func (f *front) source(lang string) model.Source {
	s := model.Source{
		Author: f.prose("author").Plain, Publisher: f.words(f.get("publisher"), lang), Date: f.get("date").date(),
		URL: f.get("url").address(), Pos: f.get("url").Pos, Accessed: f.get("accessed").date(),
	}
	title, in := f.get("title"), f.get("lang")
	own := in.code()
	if _, err := language.Parse(own); own != "" && (err != nil || !filename.IsLanguage(own)) {
		f.faults.Add(in.Pos, diag.WrongType, "%q is no language tag such as en; it is the language of the title", own)
	} else if own != "" && title.IsMap {
		f.faults.Add(in.Pos, diag.WrongType, "\"lang\" is the language of a title that is one text; this one has its languages")
	} else if own != "" {
		lang = own
	}
	s.Title = f.words(title, lang)
	archived := f.get("archived")
	if archived.IsMap {
		archived.IsList, archived.List = true, []frontmatter.Value{archived.Value}
	}
	for v := range archived.entries() {
		if !v.IsMap {
			f.faults.Add(v.Pos, diag.WrongType, "a copy is keys with values, such as archived: {url: https://…, date: 2020-01-15}")
			continue
		}
		m := f.mapping(v.Value)
		m.need("url", "https://…")
		if a := (model.Archived{URL: m.get("url").address(), Pos: m.get("url").Pos, Date: m.get("date").date()}); a.URL != "" {
			s.Archived = append(s.Archived, a)
		}
		m.finish()
	}
	status := f.get("status")
	s.Dead = status.choice("is no status of a source: live or dead", []string{"live", "dead"}) == "dead"
	if status.written && !f.get("url").written {
		f.faults.Add(status.Pos, diag.MissingKey, "\"status\" says what is at the source's \"url\", which is missing")
	}
	f.finish()
	return s
}
