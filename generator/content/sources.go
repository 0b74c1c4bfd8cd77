package content

import (
	"slices"

	"golang.org/x/text/language"

	"dossier/generator/content/filename"
	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/model"
)

// sources reads the list of what something rests on: titles, or sources with their
// keys. lang is the language of words in one language. Those of a whole file may have ids.
func (f *front) sources(lang string) []model.Source {
	var out []model.Source
	for v := range f.get("sources").entries() {
		if v.IsMap {
			m, id := f.mapping(v.Value), ""
			if f.in.Line == 0 {
				id = m.sourceID(out)
			}
			out = append(out, m.source(lang))
			out[len(out)-1].ID = id
		} else if title := f.words(v, lang); len(title) > 0 {
			out = append(out, model.Source{Title: title})
		}
	}
	return out
}

// sourceID reads what texts call a source beside others. One that is wrong is known all the
// same, as it is written: that is told where it stands, not where texts name it.
func (f *front) sourceID(others []model.Source) string {
	v := f.get("id")
	id := v.code()
	if id == "" {
		return v.Raw
	}
	if why := filename.BadID(id, id); why != "" {
		f.faults.Add(v.Pos, diag.BadName, "%q is no id of a source: %s", id, why)
	} else if slices.ContainsFunc(others, func(s model.Source) bool { return s.ID == id }) {
		f.faults.Add(v.Pos, diag.DuplicateID, "two sources have the id %q; give this one another", id)
	}
	return id
}

// source reads one source, whose keys these are.
func (f *front) source(lang string) model.Source {
	s := model.Source{
		Author: f.prose("author").Plain, Publisher: f.words(f.get("publisher"), lang), Date: f.get("date").date(),
		URL: f.get("url").address(), Pos: f.get("url").Pos, Accessed: f.get("accessed").date(), About: f.words(f.get("about"), lang),
		Type: f.get("type").choice("is no type of a source: document or publication", model.SourceTypes),
	}
	title, in, own := f.get("title"), f.get("lang"), f.get("lang").code()
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
