// Package layout parses the layouts once and executes them over typed views.
//
// A layout is plain html/template text. base.html defines "base", the
// document. Each kind of page has a file of its name (home.html, 404.html),
// which defines "main"; the files of partials/ define what these share.
// messages/<lang>.yaml holds the interface words of a language, assets/ the
// files the pages refer to, fonts/ what cards are written with. Each file of an editor's layouts folder takes the
// place of the built-in one of the same name; further assets are added. Stylesheets
// and scripts are published without what only their readers need; a script that
// begins with lines as "import './words.js';" has those in front of it, and they are
// no files of their own.
//
// A fault in a layout is a diagnostic with the layout's file and line.
package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"dossier/generator/diag"
	"dossier/generator/draw/card"
)

// Template names a layout: NAME.html, and the type of the views that it shows,
// a struct with a Page in it.
type Template struct {
	Name string
	View reflect.Type
}

// Set is a complete set of layouts, ready to execute. It is safe for
// concurrent use.
type Set struct {
	dir      string
	kinds    []Template
	layouts  []*templates                         // of each kind
	executed map[string]func() *template.Template // by kind: templates that were, or will be, executed
	words    map[string]map[string]string         // by language
	foreign  map[string]map[string]bool           // keys of the words for which English stands in, by language
	english  map[string]string                    // the words that stand in
	editions map[string]*edition                  // by language
	numbers  *sync.Map                            // func(int) string by language, see Number
	assets   []Asset
	hrefs    map[string]func() string // asset name → path

	Fonts *card.Fonts // what cards are written with: those built in, and those of fonts/
}

// Load reads some layouts in the given languages from files. builtin are the
// layouts that come with the program, with all the words that it asks for. dir
// is the name of the layouts folder for addresses. The error is the
// environment's.
func Load(builtin, files fs.FS, dir string, kinds []Template, languages []string) (*Set, diag.List, error) {
	begun, err := Begin(files, dir, kinds)
	if err != nil {
		return nil, nil, err
	}
	return begun.In(builtin, languages)
}

// Begun are layouts that are read, but for their words.
type Begun struct {
	files  fs.FS
	set    *Set
	faults diag.List
}

// Begin does of Load what needs no languages.
func Begin(files fs.FS, dir string, kinds []Template) (*Begun, error) {
	s := &Set{dir: dir, kinds: kinds, executed: map[string]func() *template.Template{}, words: map[string]map[string]string{}, foreign: map[string]map[string]bool{}, hrefs: map[string]func() string{}, numbers: new(sync.Map)}
	b := &Begun{files: files, set: s}
	if err := s.loadPages(files, &b.faults); err != nil {
		return nil, err
	}
	if err := s.loadAssets(files, &b.faults); err != nil {
		return nil, err
	}
	var err error
	s.Fonts, err = loadFonts(files, dir, &b.faults)
	return b, err
}

// In does the rest of Load, once.
func (b *Begun) In(builtin fs.FS, languages []string) (*Set, diag.List, error) {
	if err := b.set.loadWords(builtin, b.files, languages, &b.faults); err != nil {
		return nil, nil, err
	}
	b.set.editions = b.set.newEditions()
	return b.set, b.faults, nil
}

func (s *Set) loadPages(files fs.FS, faults *diag.List) error {
	partials, err := fs.ReadDir(files, "partials") // sorted; fs.Glob joins names as the system does, with "\\" on Windows
	if err != nil {
		return fmt.Errorf("read layouts: %w", err)
	}
	names := []string{"base.html"}
	for _, e := range partials {
		if name := e.Name(); path.Ext(name) == ".html" && !strings.HasPrefix(name, ".") {
			names = append(names, "partials/"+name)
		}
	}
	shared := noTemplates()
	for _, name := range names {
		src, err := read(files, name)
		if err != nil {
			return fmt.Errorf("read layout: %w", err)
		}
		if err := define(shared, name, src); err != nil {
			*faults = append(*faults, s.fault(name, err))
		}
	}
	for _, kind := range s.kinds {
		name := kind.Name + ".html"
		src, err := read(files, name)
		if err != nil {
			return fmt.Errorf("read layout: %w", err)
		}
		own := noTemplates()
		if err := define(own, name, src); err != nil {
			*faults = append(*faults, s.fault(name, err))
		}
		t := newTemplates(kind.Name, shared, own)
		s.layouts, s.executed[kind.Name] = append(s.layouts, t), sync.OnceValue(t.page)
	}
	return nil
}

// read reads a file of the layouts. Text, which is UTF-8 without a zero byte,
// comes with the line ends and without the byte order mark that a system's
// editor or version control may give it: they change no byte of the site.
func read(files fs.FS, name string) ([]byte, error) {
	body, err := fs.ReadFile(files, name)
	if err != nil || bytes.IndexByte(body, 0) >= 0 || !utf8.Valid(body) {
		return body, err
	}
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	return bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n")), nil
}

// define adds a file to a template set under the file's path, by which the
// template packages name it in their errors.
func define(set *template.Template, name string, src []byte) error {
	_, err := set.New(name).Parse(string(src))
	return err
}

// templateFault is how the template packages begin their errors: the file, a
// line and sometimes a column (a byte offset from 0).
var templateFault = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?s)(.*)$`)

// noField is how a template's error words a field that a view lacks; editors
// of layouts need not know Go's types.
var noField = regexp.MustCompile(`executing "[^"]*" at (<[^>]*>): can't evaluate field (\w+) in type \S+`)

// fault makes a diagnostic of a template's error.
func (s *Set) fault(name string, err error) diag.Diagnostic {
	d := diag.Diagnostic{Pos: diag.Pos{File: path.Join(s.dir, name)}, Code: diag.Layout, Message: err.Error()}
	if m := templateFault.FindStringSubmatch(err.Error()); m != nil {
		d.File = path.Join(s.dir, m[1])
		d.Line, _ = strconv.Atoi(m[2])
		if col, err := strconv.Atoi(m[3]); err == nil {
			d.Col = col + 1
		}
		d.Message = noField.ReplaceAllString(strings.ReplaceAll(m[4], "\n", " "), "$1: the page has no $2")
	}
	return d
}

// FaultError is a layout's fault met while a page was made.
type FaultError struct{ diag.Diagnostic }

func (e *FaultError) Error() string { return e.Diagnostic.String() }

// Render executes the layout of a kind of page over its view, a struct or a
// pointer to one, and appends the page to buf. The error is a *FaultError.
func (s *Set) Render(buf []byte, kind string, view any) ([]byte, error) {
	if page, ok := s.compiled(buf, kind, view); ok {
		return page, nil
	}
	return s.interpret(buf, kind, view)
}

// interpret does what Render does, with html/template alone.
func (s *Set) interpret(buf []byte, kind string, view any) ([]byte, error) {
	b := bytes.NewBuffer(buf)
	if err := s.executed[kind]().ExecuteTemplate(b, base, view); err != nil {
		return nil, &FaultError{s.fault(kind+".html", err)}
	}
	return b.Bytes(), nil
}
