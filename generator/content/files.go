package content

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/content/filename"
	"dossier/generator/diag"
	"dossier/generator/model"
)

// class says what a file is, by its place in the folder.
type class int

const (
	homeFile class = iota
	articleFile
	sectionFile
	entityFile
	pageFile
	mediaFile
	otherFile // unknown, and not reported
)

// file is a file of the content folder and what its path says.
type file struct {
	path  string
	class class
	key   model.Key
	id    string
	lang  string // of the edition: the one in the name, else the default one
	order int    // NN of a section

	translation bool   // its name has a language
	written     string // the language of its prose; front matter of an original may name another one
}

// mediaTypes are the endings of files that go into the site as they are.
// SVG is not among them: opened by itself it can run script.
var mediaTypes = map[string]bool{
	".avif": true, ".gif": true, ".jpeg": true, ".jpg": true, ".pdf": true, ".png": true, ".webp": true,
}

// place says what a file is, by its path. Parts are those of its folder's path; why
// says what is wrong with that folder, or is "". The second result says what is
// wrong with the file, or is "".
func (c *config) place(name string, parts []string, why string) (f file, _ string) {
	f.path = name
	if why != "" {
		return f, why
	}
	name = path.Base(name)
	if why := filename.Portable(name); why != "" {
		return f, why
	}
	ending := path.Ext(name)
	stem := name[:len(name)-len(ending)]
	if mediaTypes[strings.ToLower(ending)] {
		f.class = mediaFile
		return f, filename.BadMedia(name)
	}
	if filename.IsConflict(name) {
		return f, "a program that keeps folders in step made this copy when two people had changed a file; " +
			"take over what it says, and delete it"
	}
	if ending != ".md" {
		return f, "only Markdown files (.md), pictures (.avif .gif .jpg .png .webp) and .pdf files belong here" + c.mdHint(f.path, parts)
	}
	f.lang = c.set.Default()
	f.written = f.lang
	if i := strings.LastIndexByte(stem, '.'); i >= 0 && filename.IsLanguage(stem[i+1:]) {
		stem, f.lang, f.translation = stem[:i], stem[i+1:], true
		f.written = f.lang
		if !slices.Contains(c.set.Languages, f.lang) {
			if slices.Contains(c.dropped, f.lang) {
				f.class = otherFile // index.md is at fault, not this file
				return f, ""
			}
			return f, c.wrongLanguage(f.lang)
		}
	}
	return c.markdownFile(f, parts, stem)
}

// mdHint proposes a name for a file that may be Markdown but has no such ending.
func (c *config) mdHint(name string, parts []string) string {
	ending := path.Ext(name)
	switch strings.ToLower(ending) {
	case ".md", ".markdown", ".mdown", ".txt":
	default:
		return ""
	}
	better := strings.TrimSuffix(name, ending) + ".md"
	_, why := c.place(better, parts, "")
	if why == "" {
		return fmt.Sprintf("; did you mean %q?", path.Base(better))
	}
	if at := strings.LastIndex(why, "; did you mean "); at >= 0 {
		return why[at:]
	}
	return ""
}

func (c *config) wrongLanguage(lang string) string {
	if lang == c.set.Default() {
		return fmt.Sprintf("%q is the default edition; its file has no language in its name", lang)
	}
	return fmt.Sprintf("%q is not among the languages of index.md%s", lang, diag.DidYouMean(lang, slices.Values(c.set.Languages[1:])))
}

// folder splits the path of a folder, and says why such a folder does not belong in
// the content folder, or "".
func (c *config) folder(dir string) (why string, parts []string) {
	parts = strings.Split(strings.TrimPrefix(dir, "."), "/")
	if why := c.folderOf(parts); why != "" {
		return why, parts
	}
	for _, p := range parts {
		if why := filename.Portable(p); why != "" {
			return why, parts
		}
	}
	return "", parts
}

func (c *config) folderOf(parts []string) string {
	switch top := parts[0]; {
	case top == "":
		return ""
	case top == model.Articles:
		if len(parts) == 1 {
			return "an article is a folder of its own: articles/<article>/index.md and its sections"
		}
		if len(parts) > 2 {
			return "a section lies directly in its article's folder"
		}
		return filename.BadID(parts[1], parts[1])
	case top == model.Pages || c.isKind(top):
		if len(parts) > 1 {
			return fmt.Sprintf("files of %s lie directly in that folder", top)
		}
		return ""
	default:
		names := []string{model.Articles, model.Pages}
		for _, k := range c.kinds {
			names = append(names, k.ID)
		}
		return fmt.Sprintf("the folder %q is neither articles, pages nor a kind declared in index.md%s",
			top, diag.DidYouMean(top, slices.Values(names)))
	}
}

func (c *config) isKind(id string) bool {
	return slices.ContainsFunc(c.kinds, func(k model.Kind) bool { return k.ID == id })
}

// markdownFile says what a Markdown file is, by its folder and its name without
// endings (stem).
func (c *config) markdownFile(f file, parts []string, stem string) (_ file, why string) {
	f.id = stem
	switch {
	case stem != "index" && strings.EqualFold(stem, "index") && (parts[0] == "" || parts[0] == model.Articles):
		return f, `the name is written in small letters; did you mean "index.md"?`
	case parts[0] == "":
		f.class = homeFile
		if stem != "index" {
			return f, "only index.md lies in the content folder itself; free pages lie in pages/"
		}
		return f, ""
	case parts[0] == model.Articles && stem == "index":
		f.class, f.id = articleFile, parts[1]
		f.key = model.Key(path.Join(parts...))
		return f, ""
	case parts[0] == model.Articles:
		number, name, ok := filename.CutNumber(stem)
		switch {
		case filename.Date(stem) != "":
			return f, "a section begins with its number, and a date is none; its date stands in the front matter" + c.sectionHint(f, stem)
		case !ok:
			return f, "a section's name begins with its number" + c.sectionHint(f, stem)
		}
		f.class, f.id = sectionFile, name
		f.order, _ = strconv.Atoi(number)
	case parts[0] == model.Pages:
		f.class = pageFile
	default:
		f.class = entityFile
	}
	f.key = model.Key(path.Dir(f.path) + "/" + f.id)
	return f, filename.BadID(f.id, path.Base(f.path))
}

// anyNumber stands in a message for the number of a section, until entry.fault
// replaces it: only then are the other sections known.
const anyNumber = `"NN-`

// sectionHint proposes the name of a section.
func (c *config) sectionHint(f file, stem string) string {
	words := stem[len(filename.Number(stem)):]
	if filename.Date(stem) != "" {
		words = stem[len(filename.Date(stem)):]
	}
	id := filename.Slug(words)
	if id == "" {
		return "; name it like 01-opening.md"
	}
	ending := ".md"
	if f.lang != c.set.Default() {
		ending = "." + f.lang + ending
	}
	return "; did you mean " + anyNumber + id + ending + `"?`
}

// number proposes a number for a section with a wrong name: its own, if no other
// section has that, else the one after the last.
func (f *folder) number(name string) string {
	own, _ := strconv.Atoi(strings.TrimRight(filename.Number(name), "-_. "))
	last, taken := 0, filename.Date(name) != "" || own == 0 || own > 999
	for _, e := range f.entries {
		if e.file.class == sectionFile && e.why == "" {
			last, taken = max(last, e.file.order), taken || e.file.order == own
		}
	}
	if taken {
		own = last + 1
	}
	return fmt.Sprintf("%02d", own)
}
