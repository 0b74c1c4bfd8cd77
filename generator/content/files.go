package content

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/spf13/afero"
	"golang.org/x/text/unicode/norm"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// class is what a file's place in the folder makes of it.
type class int

const (
	homeFile class = iota
	articleFile
	sectionFile
	entityFile
	pageFile
	mediaFile
)

// file is a file of the content folder and what its path says.
type file struct {
	path  string
	size  int64
	class class
	key   model.Key
	id    string
	lang  string
	order int // NN of a section
}

// mediaTypes are the endings of files that go into the site as they are.
// SVG is not among them: opened by itself it can run script.
var mediaTypes = map[string]bool{
	".avif": true, ".gif": true, ".jpeg": true, ".jpg": true, ".pdf": true, ".png": true, ".webp": true,
}

// list finds the regular files of the folder, in order of path.
func list(fsys afero.Fs, faults *diag.List) ([]file, error) {
	var files []file
	var walk func(dir string) error
	walk = func(dir string) error {
		entries, err := afero.ReadDir(fsys, dir)
		if err != nil {
			return fmt.Errorf("read folder %s: %w", dir, err)
		}
		for _, e := range entries {
			p := path.Join(dir, e.Name())
			switch mode := e.Mode(); {
			case foreign(e.Name()):
			case mode&fs.ModeSymlink != 0:
				faults.Add(diag.Pos{File: p}, diag.Symlink, "this is a symbolic link; put the file itself here")
			case mode.IsDir():
				if err := walk(p); err != nil {
					return err
				}
			case !mode.IsRegular():
				faults.Add(diag.Pos{File: p}, diag.BadName, "this is not a file; only files and folders belong here")
			default:
				files = append(files, file{path: p, size: e.Size()})
			}
		}
		return nil
	}
	return files, walk(".")
}

// foreign reports a name that belongs to an editor, a version control system
// or the operating system.
func foreign(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") ||
		slices.Contains([]string{"Thumbs.db", "desktop.ini"}, name)
}

var (
	languageEnding = regexp.MustCompile(`^(.*)\.([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*)$`)
	sectionName    = regexp.MustCompile(`^([0-9]+)-(.+)$`)
)

// classify says what each file is; a file that has no place is a fault.
func (r *reader) classify(found []file, faults *diag.List) []file {
	var files []file
	for _, f := range found {
		if f.path == "index.md" {
			continue // the settings, read before
		}
		f, why := r.place(f)
		if why != "" {
			faults.Add(diag.Pos{File: f.path}, diag.BadName, "%s", why)
			continue
		}
		files = append(files, f)
	}
	return files
}

// place reads a path; why says what is wrong with it, or "".
func (r *reader) place(f file) (_ file, why string) {
	dir, name := path.Split(f.path)
	parts := strings.Split(strings.TrimSuffix(dir, "/"), "/")
	if why := r.folder(parts); why != "" {
		return f, why
	}
	for _, p := range strings.Split(f.path, "/") {
		if why := portable(p); why != "" {
			return f, why
		}
	}
	stem, ending := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
	if mediaTypes[strings.ToLower(ending)] {
		f.class = mediaFile
		return f, badID(strings.ReplaceAll(stem, ".", "-"), name)
	}
	if ending != ".md" {
		return f, "only Markdown files (.md), pictures (.avif .gif .jpg .png .webp) and .pdf files belong here" + mdHint(name)
	}
	f.lang = r.set.Default()
	if m := languageEnding.FindStringSubmatch(stem); m != nil {
		stem, f.lang = m[1], m[2]
		if !slices.Contains(r.set.Languages, f.lang) || f.lang == r.set.Default() {
			return f, r.wrongLanguage(f.lang)
		}
	}
	return r.markdownFile(f, parts, stem)
}

func mdHint(name string) string {
	stem := strings.TrimSuffix(name, path.Ext(name))
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".txt":
		return fmt.Sprintf("; did you mean %q?", stem+".md")
	}
	return ""
}

func (r *reader) wrongLanguage(lang string) string {
	if lang == r.set.Default() {
		return fmt.Sprintf("%q is the default edition; its file has no language in its name", lang)
	}
	return fmt.Sprintf("%q is not among the languages of index.md%s", lang, diag.DidYouMean(lang, slices.Values(r.set.Languages[1:])))
}

// folder checks that a folder has a place in the content folder.
func (r *reader) folder(parts []string) string {
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
		return badID(parts[1], parts[1])
	case len(parts) > 1:
		return fmt.Sprintf("files of %s lie directly in that folder", top)
	case top == model.Pages || r.isKind(top):
		return ""
	default:
		names := []string{model.Articles, model.Pages}
		for _, k := range r.kinds {
			names = append(names, k.ID)
		}
		return fmt.Sprintf("the folder %q is neither articles, pages nor a kind declared in index.md%s", top, diag.DidYouMean(top, slices.Values(names)))
	}
}

func (r *reader) isKind(id string) bool {
	return slices.ContainsFunc(r.kinds, func(k model.Kind) bool { return k.ID == id })
}

// markdownFile types a Markdown file by its folder and its name without
// endings.
func (r *reader) markdownFile(f file, parts []string, stem string) (_ file, why string) {
	f.id = stem
	switch {
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
		m := sectionName.FindStringSubmatch(stem)
		if m == nil {
			return f, fmt.Sprintf("a section's name begins with its number; did you mean %q?", "01-"+stem+".md")
		}
		f.class, f.id = sectionFile, m[2]
		f.order, _ = strconv.Atoi(m[1])
	case parts[0] == model.Pages:
		f.class = pageFile
	default:
		f.class = entityFile
	}
	f.key = model.Key(path.Join(path.Join(parts...), f.id))
	return f, badID(f.id, path.Base(f.path))
}

// badID says why an id cannot serve as a file name and an address on every
// system, or "". Ids are letters of any script in lower case, digits, hyphens
// and underscores; name is the file or folder name shown to the editor.
func badID(id, name string) string {
	ok := id != "" && id == strings.ToLower(id) && !strings.HasPrefix(id, "-")
	for _, r := range id {
		ok = ok && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '-' || r == '_')
	}
	if ok {
		return ""
	}
	better := strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '_' || r == '.' {
			return unicode.ToLower(r)
		}
		return '-'
	}, name), "-")
	return fmt.Sprintf("a name is made of lower-case letters, digits and hyphens; did you mean %q?", better)
}

// portable says why a file name cannot exist on every system, or "": Windows
// reserves device names, and macOS may store other Unicode forms than NFC.
func portable(name string) string {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	if sectionName.MatchString(stem) {
		stem = sectionName.FindStringSubmatch(stem)[2]
	}
	switch {
	case !norm.NFC.IsNormalString(name):
		return "the name's accents are not in composed form (Unicode NFC); type the name anew"
	case len(name) > 200:
		return "the name is longer than 200 bytes; shorten it"
	case slices.Contains([]string{"con", "prn", "aux", "nul"}, stem), reservedPort.MatchString(stem):
		return fmt.Sprintf("%q is a reserved name on Windows; choose another", stem)
	}
	return ""
}

var reservedPort = regexp.MustCompile(`^(com|lpt)[0-9¹²³]$`)
