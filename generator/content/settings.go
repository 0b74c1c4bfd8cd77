package content

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
)

// builtinKinds exist in every dossier.
var builtinKinds = []string{model.Countries, model.Events, model.Actors}

// reservedKinds are folders of the site with another meaning.
var reservedKinds = []string{model.Articles, model.Pages, "assets", "data", "search", "index", "map"}

// settings reads index.md, which everything else depends on.
func (r *reader) settings(found []file, faults *diag.List) error {
	for _, id := range builtinKinds {
		r.kinds = append(r.kinds, model.Kind{ID: id})
	}
	r.set = model.Settings{Languages: []string{"en"}, Branch: "main"}
	r.relation = map[string]bool{}
	f := file{path: "index.md", class: homeFile}
	i := slices.IndexFunc(found, func(f file) bool { return f.path == "index.md" })
	if i < 0 {
		faults.Add(diag.Pos{File: "index.md"}, diag.MissingKey, "there is no index.md; it holds the settings: write at least title and languages between two lines of three dashes")
		r.home = &model.Doc{Texts: map[string]*model.Text{r.set.Default(): {Lang: r.set.Default()}}}
		r.makeParsers()
		return nil
	}
	f.size = found[i].size

	// The language of the home page's typography is in its own front matter,
	// so the file is read once for the settings and again for the prose.
	r.parsers = map[string]*markdown.Parser{"": markdown.NewParser("")}
	var ignored diag.List
	front, _, err := r.parse(f, &ignored)
	if err != nil {
		return err
	}
	if front != nil {
		front.faults = faults
		r.readSettings(front)
	}
	r.makeParsers()
	f.lang = r.set.Default()
	_, body, err := r.parse(f, faults)
	if err != nil {
		return err
	}
	text := &model.Text{File: f.path, Lang: f.lang, Body: body}
	if front != nil {
		text.Title, text.Summary = front.prose("title"), front.prose("description")
		text.Head = markdown.Hash(text.Title + " " + text.Summary)
	}
	r.home = &model.Doc{File: f.path, Texts: map[string]*model.Text{f.lang: text}, Links: true}
	return nil
}

func (r *reader) makeParsers() {
	r.parsers = map[string]*markdown.Parser{}
	for _, lang := range r.set.Languages {
		r.parsers[lang] = markdown.NewParser(lang)
	}
}

func (r *reader) readSettings(f *front) {
	f.text("title")
	f.need("title", "The summit dossier")
	f.text("description")
	r.languages(f)
	r.set.BaseURL = f.address("base_url")
	if u, err := url.Parse(r.set.BaseURL); err == nil && r.set.BaseURL != "" {
		u.Path = strings.TrimSuffix(u.Path, "/") + "/"
		u.RawQuery, u.Fragment = "", ""
		r.set.BaseURL = u.String()
	}
	r.set.Repository = strings.TrimSuffix(f.address("repository"), "/")
	if b := f.text("branch"); b != "" {
		r.set.Branch = b
	}
	r.set.Published = f.date("published")
	r.set.MapNote = f.words("map_note", r.set.Default())
	r.declaredKinds(f)
	r.declaredRelations(f)
	f.finish()
}

func (r *reader) languages(f *front) {
	var tags []string
	for _, v := range f.list("languages") {
		s := f.string("languages", v)
		if s == "" {
			continue
		}
		tag, err := language.Parse(s)
		switch {
		case err != nil || tag.String() != s:
			hint := ""
			if err == nil {
				hint = fmt.Sprintf("; did you mean %q?", tag)
			}
			f.faults.Add(v.Pos, diag.WrongType, "%q is not a language tag such as en, fr or pt-BR%s", s, hint)
		case slices.Contains(tags, s):
			f.faults.Add(v.Pos, diag.DuplicateID, "the language %q is listed twice", s)
		case len(tags) == markdown.MaxLanguages:
			f.faults.Add(v.Pos, diag.TooLarge, "there are more than %d languages; each has all the pages again", markdown.MaxLanguages)
			r.set.Languages = tags
			return
		default:
			tags = append(tags, s)
		}
	}
	if len(tags) > 0 {
		r.set.Languages = tags
	}
}

func (r *reader) declaredKinds(f *front) {
	kinds := f.sub("kinds", "treaties: {name: {en: Treaties}}")
	if kinds == nil {
		return
	}
	for _, x := range kinds.fields {
		pos := x.Pos
		sub := kinds.sub(x.Key, "{name: {en: Treaties}}")
		if sub == nil {
			continue
		}
		k := model.Kind{ID: x.Key, Names: sub.words("name", r.set.Default()), SchemaType: sub.text("schema_type")}
		sub.need("name", "{en: Treaties}")
		sub.finish()
		why := badID(k.ID, k.ID)
		if why == "" {
			why = portable(k.ID)
		}
		switch {
		case why != "":
			f.faults.Add(pos, diag.BadName, "%s", why)
		case slices.Contains(reservedKinds, k.ID), slices.Contains(r.set.Languages, k.ID), slices.Contains(entityKeys, k.ID):
			f.faults.Add(pos, diag.BadName, "a kind cannot be called %q: the name has another meaning", k.ID)
		case r.isKind(k.ID):
			f.faults.Add(pos, diag.DuplicateID, "the kind %q exists already", k.ID)
		default:
			r.kinds = append(r.kinds, k)
		}
	}
}

func (r *reader) declaredRelations(f *front) {
	relations := f.sub("relations", "member-of: {name: {en: member of}, inverse: {en: members}}")
	if relations == nil {
		return
	}
	for _, x := range relations.fields {
		sub := relations.sub(x.Key, "{name: {en: member of}, inverse: {en: members}}")
		if sub == nil {
			continue
		}
		t := model.RelationType{ID: x.Key, Name: sub.words("name", r.set.Default()), Inverse: sub.words("inverse", r.set.Default())}
		sub.need("name", "{en: member of}")
		sub.need("inverse", "{en: members}")
		sub.finish()
		r.relation[t.ID] = true
		r.set.Relations = append(r.set.Relations, t)
	}
}
