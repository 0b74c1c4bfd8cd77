package link

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"dossier/generator/content/filename"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// former is an id that a page had before.
type former struct {
	old model.Key
	of  model.Key
}

// formersOf are the former ids of docs, in their order.
func formersOf(docs []*model.Doc) []former {
	var all []former
	for _, d := range docs {
		for _, old := range d.MovedFrom {
			if !old.IsAddress() {
				all = append(all, former{model.Key(old.Path), d.Key})
			}
		}
	}
	return all
}

// addFormer makes a page known by a former id.
func (x *index) addFormer(f former) {
	n := x.number(f.of)
	names := []string{string(f.old), f.old.ID()}
	if rest, ok := strings.CutPrefix(string(f.old), model.Articles+"/"); ok && strings.Contains(rest, "/") {
		names = append(names, rest)
	}
	for _, name := range names {
		if !slices.Contains(x.former[name], n) {
			x.former[name] = append(x.former[name], n)
		}
	}
}

// moved says that what a link calls a page is a former id of it.
func (x *index) moved(written string, n int32) wrong {
	now := x.spelled(written, n)
	return wrong{fmt.Sprintf("%q is now %q", written, now), "[[" + written, "[[" + now, true}
}

// spelled is how a link calls a page that another id calls as it is written: by the id
// alone, with its article or with its folder, as long as that means the page.
func (x *index) spelled(written string, n int32) string {
	key := string(x.keys[n])
	inArticle := strings.TrimPrefix(key, model.Articles+"/")
	names := []string{x.keys[n].ID(), inArticle}
	switch {
	case strings.HasPrefix(written, model.Articles+"/"):
		return key
	case strings.Contains(written, "/"):
		names = names[1:]
	}
	for _, name := range names {
		if found := x.identified(name); len(found) == 1 && found[0] == n {
			return name
		}
	}
	return key
}

// movedFile finds the page that had its file at p, as a link from a file names it.
func (x *linker) movedFile(l *prose.Link, p, from string) (n int32, why wrong) {
	dir, name := path.Split(strings.TrimSuffix(p, ".md"))
	if dir == "" || l.Image {
		return -1, wrong{}
	}
	lang := ""
	if stem, ending := name[:len(name)-len(path.Ext(name))], path.Ext(name); ending != "" && filename.IsLanguage(ending[1:]) {
		name, lang = stem, ending[1:]
	}
	if _, id, ok := filename.CutNumber(name); ok && strings.HasPrefix(dir, model.Articles+"/") {
		name = id
	}
	key := strings.TrimSuffix(dir+name, "/index")
	found := x.former[key]
	if len(found) != 1 {
		return -1, wrong{}
	}
	d := x.docs[found[0]]
	file := d.File
	if t := d.Texts.In(lang); t != nil {
		file = t.File
	}
	_, fragment, _ := strings.Cut(l.Target+"#", "#")
	with := relativeTo(path.Dir(from), file)
	return found[0], toFile(l, with+strings.TrimSuffix("#"+fragment, "#"), true, "%q is now %q", l.Target, with)
}
