// Package content reads the content folder into a corpus: it is the one door
// between files that editors write and typed values.
//
// The folder's shape is the specification: index.md holds the settings;
// articles/<article>/index.md an article and articles/<article>/NN-<id>.md its
// sections; <kind>/<id>.md an entity; pages/<slug>.md a free page; X.<lang>.md
// beside X.md the same in another language, prose only. Pictures and PDFs
// beside them go into the site as they are. Names that begin with a dot, end
// in "~" or are wrapped in "#" belong to other programs and are passed over;
// any other file or folder is a fault, so that nothing is lost in silence.
//
// Every fault of every file is collected; the corpus holds what could be
// read. When the list has errors the corpus may lack what they speak of and
// must not be published.
package content

import (
	"context"
	"fmt"
	"runtime"

	"github.com/spf13/afero"
	"golang.org/x/sync/errgroup"

	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
)

// Read reads the content folder that is the root of fsys. Addresses in the
// diagnostics are relative to that root. The error is the environment's: a
// folder or file that cannot be read, or a cancelled context.
func Read(ctx context.Context, fsys afero.Fs) (*model.Corpus, diag.List, error) {
	var faults diag.List
	found, err := list(fsys, &faults)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{fsys: fsys}
	if err := r.settings(found, &faults); err != nil {
		return nil, nil, err
	}
	files := r.classify(found, &faults)

	read := make([]result, len(files))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			read[i], err = r.read(f)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, nil, err
	}
	for _, x := range read {
		faults = append(faults, x.faults...)
	}
	return r.assemble(read, &faults), faults, nil
}

// reader is what reading any file needs to know of the whole.
type reader struct {
	fsys     afero.Fs
	set      model.Settings
	kinds    []model.Kind
	home     *model.Doc
	parsers  map[string]*markdown.Parser
	relation map[string]bool
}

// result is one file, read and typed; what it refers to is not yet resolved.
type result struct {
	file    file
	article *model.Article
	section *model.Section
	entity  *model.Entity
	doc     *model.Doc  // a free page
	text    *model.Text // a translation
	media   []byte
	faults  diag.List
}

// read reads and types one file.
func (r *reader) read(f file) (result, error) {
	out := result{file: f}
	if f.class == mediaFile {
		body, err := afero.ReadFile(r.fsys, f.path)
		if err != nil {
			return out, fmt.Errorf("read %s: %w", f.path, err)
		}
		out.media = body
		return out, nil
	}
	front, body, err := r.parse(f, &out.faults)
	if err != nil || front == nil {
		return out, err
	}
	switch {
	case f.lang != r.set.Default():
		out.text = translation(f, front, body)
	case f.class == articleFile:
		out.article = article(f, front, body)
	case f.class == sectionFile:
		out.section = r.section(f, front, body)
	case f.class == entityFile:
		out.entity = r.entity(f, front, body)
	default:
		out.doc = freePage(f, front, body)
	}
	front.finish()
	return out, nil
}

// parse reads a Markdown file. The front matter is nil when the file has none
// that can be read.
func (r *reader) parse(f file, faults *diag.List) (*front, model.Body, error) {
	if f.size > markdown.MaxFileBytes {
		faults.Add(diag.Pos{File: f.path}, diag.TooLarge, "%s", markdown.TooLong(int(f.size)))
		return nil, model.Body{}, nil
	}
	src, err := afero.ReadFile(r.fsys, f.path)
	if err != nil {
		return nil, model.Body{}, fmt.Errorf("read %s: %w", f.path, err)
	}
	before, _ := faults.Count()
	prefix := f.id + "."
	if f.lang != r.set.Default() {
		prefix += f.lang + "." // both editions may stand on one page, side by side
	}
	doc, found := r.parsers[f.lang].Parse(&markdown.Scratch{}, f.path, src, prefix)
	*faults = append(*faults, found...)
	if after, _ := faults.Count(); doc.Meta == nil && after > before {
		return nil, model.Body{}, nil
	}
	return &front{file: f.path, fields: doc.Meta, faults: faults}, body(doc), nil
}

// body is the parsed body as the model's plain data.
func body(d markdown.Doc) model.Body {
	b := model.Body{HTML: d.HTML}
	for _, x := range d.Runs {
		b.Runs = append(b.Runs, model.Run(x))
	}
	for _, x := range d.Links {
		b.Links = append(b.Links, model.Link(x))
	}
	for _, x := range d.Headings {
		b.Headings = append(b.Headings, model.Heading(x))
	}
	for _, x := range d.Alerts {
		b.Alerts = append(b.Alerts, model.Alert(x))
	}
	for _, x := range d.Blocks {
		b.Blocks = append(b.Blocks, model.Block(x))
	}
	return b
}
