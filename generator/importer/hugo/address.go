package hugo

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"dossier/generator/importer/matter"
	"dossier/generator/importer/origin"
)

// addresses are where the text was to be found: by its url, the pattern of its
// section, or its path; and before, by its aliases.
func (r *reader) addresses(d *origin.Doc, f *origin.Fields, dirs []string, stem string) {
	slug := matter.Text(f.Ask("slug"))
	name := stem
	folder := dirs
	if stem == "index" || stem == "_index" {
		if name = ""; len(dirs) > 0 {
			name, folder = dirs[len(dirs)-1], dirs[:len(dirs)-1]
		}
	}
	if slug != "" && stem != "_index" {
		d.Also = append(d.Also, "/"+path.Join(append(slices.Clone(folder), name)...)) // many link to the file
		name = slug
		d.Name = slug
	}
	prefix := ""
	if d.Lang != "" && d.Lang != r.site.Languages[0] {
		prefix = "/" + strings.ToLower(d.Lang)
	}
	address := "/" + path.Join(append(slices.Clone(folder), name)...)
	d.Also = append(d.Also, prefix+address)
	if pattern := r.permalinks[first(dirs)]; pattern != "" && stem != "_index" && d.Date != "" {
		titled := slug
		if titled == "" {
			titled = strings.Join(strings.FieldsFunc(strings.ToLower(d.Title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
		}
		address = permalink(pattern, d, first(dirs), folder, name, titled)
		d.Also = append(d.Also, prefix+permalink(pattern, d, first(dirs), folder, name, d.Name))
	}
	address = strings.ToLower(address)
	if url := matter.Text(f.Ask("url")); url != "" {
		address, prefix = url, ""
	}
	d.Addresses = append(d.Addresses, prefix+"/"+strings.TrimPrefix(strings.ReplaceAll(address, " ", "-"), "/"))
	for _, old := range matter.Texts(f.Ask("aliases")) {
		if !strings.HasPrefix(old, "/") {
			old = path.Join(path.Dir(strings.TrimSuffix(address, "/")), old) // beside the page
		}
		d.Addresses = append(d.Addresses, old)
	}
	d.Refs = append(d.Refs, path.Join(append(slices.Clone(dirs), stem)...))
}

func first(dirs []string) string {
	if len(dirs) == 0 {
		return ""
	}
	return dirs[0]
}

// permalink fills a pattern such as /:year/:month/:slug/ as far as the date is known.
// Of a slug that is not written the title is made.
func permalink(pattern string, d *origin.Doc, section string, folder []string, name, titled string) string {
	part := func(from, to int) string {
		if len(d.Date) >= to {
			return d.Date[from:to]
		}
		return "01"
	}
	return strings.NewReplacer(
		":year", part(0, 4), ":month", part(5, 7), ":day", part(8, 10),
		":sections", strings.Join(folder, "/"), ":section", section,
		":slugorfilename", name, ":slugorcontentbasename", name, ":slug", titled, ":filename", name, ":contentbasename", name, ":title", titled,
	).Replace(pattern)
}

// refer makes the function that finds what ref and relref mean: a path from the
// content folder or from the text, or a name that one text alone has. Of several
// languages it is the text's own.
func (r *reader) refer() {
	byRef, byName := map[string][]*origin.Doc{}, map[string][]*origin.Doc{}
	for _, d := range r.site.Docs {
		for _, ref := range d.Refs {
			byRef[strings.ToLower(ref)] = append(byRef[strings.ToLower(ref)], d)
			name := path.Base(ref)
			if name == "index" || name == "_index" {
				dir := strings.ToLower(path.Dir(ref))
				byRef[dir] = append(byRef[dir], d)
				name = path.Base(dir)
			}
			byName[strings.ToLower(name)] = append(byName[strings.ToLower(name)], d)
		}
	}
	r.site.Find = func(from *origin.Doc, ref string) *origin.Doc {
		ref = strings.ToLower(strings.TrimSpace(ref))
		for _, end := range []string{".md", ".markdown", ".html"} {
			ref = strings.TrimSuffix(ref, end)
		}
		if at := strings.LastIndexByte(ref, '.'); at >= 0 && slices.Contains(r.site.Languages, ref[at+1:]) {
			ref = ref[:at]
		}
		ref = strings.TrimSuffix(ref, "/")
		dir := ""
		if _, rel, ok := r.place(from.File); ok {
			dir = strings.ToLower(path.Dir(rel))
		}
		for _, try := range []string{path.Join(dir, ref), path.Join(ref), strings.TrimPrefix(ref, "/"), strings.TrimPrefix(ref, "/content/")} {
			if d := inLanguage(byRef[try], from.Lang); d != nil {
				return d
			}
		}
		return oneGroup(byName[path.Base(ref)], from.Lang)
	}
}

// inLanguage gives the text in a language, else the first.
func inLanguage(all []*origin.Doc, lang string) *origin.Doc {
	for _, d := range all {
		if d.Lang == lang {
			return d
		}
	}
	if len(all) > 0 {
		return all[0]
	}
	return nil
}

// oneGroup is inLanguage when all are translations of each other.
func oneGroup(all []*origin.Doc, lang string) *origin.Doc {
	for _, d := range all {
		if d.Group != all[0].Group {
			return nil
		}
	}
	return inLanguage(all, lang)
}
