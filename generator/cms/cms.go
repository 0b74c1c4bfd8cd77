// Package cms writes what Sveltia CMS, an editor in the browser, has to know of a
// dossier: which files there are and which fields each has.
//
// Fields are made of the keys in lookup's table, the same that editors are offered
// as they type, so a new key is a new field. Left out are keys whose own keys the
// editor makes up (kinds, relations, event_types in index.md), which the CMS has no
// field for, and what translations record of their originals. The CMS keeps keys
// that it does not know.
//
// What it writes must pass the reader: text stands in quotes, so that no date or
// hash turns into a number, and what is empty is left out.
package cms

import (
	"context"
	"slices"
	"strings"

	"dossier/generator/lookup"
	"dossier/generator/model"
	"dossier/generator/pipeline"
)

// Version is the release of Sveltia CMS that the configuration was tried with.
const Version = "0.221.1"

// Page is the page that opens the CMS. It names a script beside it, which its owner
// puts there: nothing is fetched from elsewhere to begin with.
const Page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>Editing the dossier</title>
<script src="sveltia-cms.js"></script>
</html>
`

// Config is the configuration for the dossier that cfg names, as YAML; its content is
// in a folder of the repository. The error is the environment's. Faults of the content are no hindrance: what cannot be read is
// missing in it.
func Config(ctx context.Context, cfg pipeline.Config, folder string) (string, error) {
	r, err := pipeline.NewDesk(cfg).Read(ctx, nil)
	if err != nil {
		return "", err
	}
	w := writer{Dossier: lookup.New(r.Site, r.Words), site: r.Site, folder: folder}
	if w.seen, err = forms(cfg.Source, cfg.Content, w.Class); err != nil {
		return "", err
	}
	config := yaml(w.config())
	left := ""
	if len(w.left) > 0 {
		slices.Sort(w.left)
		left = "# Without a field, as files write them in several forms: " + strings.Join(slices.Compact(w.left), ", ") + ".\n"
	}
	return "# What Sveltia CMS " + Version + " has to know of this dossier, made by \"dossier init --cms\".\n" +
		"# Delete this file and run that again after a new article, kind, relation or language.\n" + left + config, nil
}

// writer makes the configuration of one dossier.
type writer struct {
	*lookup.Dossier
	site   *model.Site
	folder string // of the content
	seen   map[place]form
	left   []string // keys without a field
}

func (w *writer) config() object {
	collections := []any{w.settings()}
	for _, a := range w.site.Articles {
		collections = append(collections, w.article(a))
	}
	classes := map[string]lookup.Class{model.Countries: lookup.Country, model.Events: lookup.Event, model.Actors: lookup.Actor}
	for _, kind := range w.Kinds() {
		class, builtin := classes[kind]
		if !builtin {
			class = lookup.Declared
		}
		collections = append(collections, w.kind(kind, class))
	}
	collections = append(collections, w.folderOf(model.Pages, model.Pages, "title", w.fields(lookup.FreePage)))
	return object{
		{"backend", w.backend()},
		{"media_folder", w.folder},
		{"public_folder", "/" + w.folder},
		{"slug", object{{"encoding", "unicode"}}},
		{"i18n", object{
			{"structure", "multiple_files"}, {"locales", w.Languages()}, {"default_locale", w.Languages()[0]},
			{"initial_locales", w.Languages()[:1]}, {"omit_default_locale_from_file_path", true},
		}},
		{"output", object{{"omit_empty_optional_fields", true}, {"yaml", object{{"quote", "double"}}}}},
		{"collections", collections},
	}
}

// backend is where the repository is; the CMS wants a name even for a folder on disk.
func (w *writer) backend() object {
	name, repo := "github", "OWNER/REPO"
	host, rest, ok := strings.Cut(strings.TrimPrefix(w.site.Settings.Repository, "https://"), "/")
	if ok {
		repo = rest
	}
	b := object{}
	switch {
	case strings.HasPrefix(host, "gitlab."):
		name = "gitlab"
	case host == "codeberg.org":
		name = "gitea"
		b = object{{"base_url", "https://" + host}, {"api_root", "https://" + host + "/api/v1"}}
	}
	return append(object{{"name", name}, {"repo", repo}, {"branch", w.site.Settings.Branch}}, b...)
}

// settings is index.md. No kind may be called so, nor have a capital letter, as the names
// of articles do.
func (w *writer) settings() object {
	file := w.folder + "/index.md"
	if len(w.Languages()) > 1 { // left out of the path in the default edition
		file = w.folder + "/index.{{locale}}.md"
	}
	return object{
		{"name", "index"}, {"label", "Front page and settings"}, {"i18n", true},
		{"files", []any{object{
			{"name", "index"}, {"label", "index.md"}, {"file", file}, {"i18n", true},
			{"fields", w.fields(lookup.Home)},
		}}},
	}
}

// article is the folder of an article: its sections, and its lead as the index file.
func (w *writer) article(a *model.Article) object {
	id := a.Key.ID()
	c := w.folderOf("Article-"+id, model.Articles+"/"+id, "title", w.fields(lookup.Section))
	return append(c, pair{"index_file", object{{"name", "index"}, {"label", "The article"}, {"fields", w.fields(lookup.Article)}}})
}

// kind is the folder of a kind. Where names have no field, nobody can start a file.
func (w *writer) kind(kind string, class lookup.Class) object {
	fields := w.fields(class)
	f, ok := w.field(class, "name", lookup.Key{Name: "name", Value: lookup.Words}, false)
	if !ok {
		return object{
			{"name", kind}, {"label", kind}, {"folder", w.folder + "/" + kind}, {"i18n", true}, {"create", false},
			{"identifier_field", "summary"}, {"summary", "{{slug}}"}, {"fields", fields},
		}
	}
	named := "name"
	if f[1].value == "object" {
		named += "." + w.Languages()[0]
	}
	return w.folderOf(kind, kind, named, fields)
}

// folderOf is a folder of files that have the same fields.
func (w *writer) folderOf(name, folder, named string, fields []any) object {
	slug := object{{"template", "{{" + named + "}}"}, {"editable", []string{"create"}}, {"hint", "The file's name without .md: the id, and so the address"}}
	if strings.HasPrefix(folder, model.Articles+"/") {
		slug = object{
			{"template", "00-{{title}}"}, {"editable", []string{"create"}}, {"hint", "The number that gives the order, a hyphen, the id"},
			{"pattern", []string{"^[0-9]+-.", "begins with a number and a hyphen"}},
		}
	}
	return object{
		{"name", name}, {"label", folder}, {"folder", w.folder + "/" + folder}, {"i18n", true},
		{"identifier_field", strings.Split(named, ".")[0]}, {"summary", "{{" + named + "}} ({{slug}})"},
		{"slug", slug}, {"fields", fields},
	}
}
