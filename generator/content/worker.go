package content

import (
	"bytes"
	"fmt"
	"io"
	"reflect"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/parsed"
	"dossier/generator/picture"
	"dossier/generator/prose"
	"dossier/generator/source"
)

// result is one file, read and typed. Its references are not resolved yet, and it is
// not yet put together with its article or its translations.
type result struct {
	article *model.Article
	section *model.Section
	entity  *model.Entity
	doc     *model.Doc  // a free page
	text    *model.Text // the prose; of a translation there is nothing else
	titled  *model.Text // the text with the title of its original
	media   []byte
	accepts []model.Accept
	faults  diag.List
}

// keep takes over the text of an earlier result if it says the same, so that what was
// made of it need not be made again.
func (x *result) keep(before *result) {
	if before != nil && x.text != nil && reflect.DeepEqual(x.text, before.text) {
		x.text, x.titled = before.text, before.titled
	}
}

// worker reads files, one at a time, with memory that it uses for each again.
type worker struct {
	*config
	fsys   afero.Fs
	parser parsed.Reader
	buf    []byte
	keys   keys
	asked  []string
}

func newWorker(fsys afero.Fs, c *config) *worker {
	return &worker{config: c, fsys: fsys, buf: make([]byte, 16<<10), keys: keys{}, asked: make([]string, 0, 64)}
}

// read reads and types one file.
func (w *worker) read(f file) (*result, error) {
	out := &result{}
	if f.class == mediaFile {
		return out, w.readMedia(f, out)
	}
	front, body, err := w.parse(f, &out.faults)
	if err != nil {
		return out, err
	}
	if !f.translation {
		if f.written = w.written(f, front); f.written != f.lang { // typography depends on the language: parse again
			out.faults = nil
			if front, body, err = w.parse(f, &out.faults); err != nil || front == nil {
				return out, err
			}
			w.written(f, front)
		}
	}
	switch {
	case f.translation:
		out.text = translation(f, front, body)
	case f.class == articleFile:
		out.article = article(out, f, front, body)
	case f.class == sectionFile:
		out.section = w.section(out, f, front, body)
	case f.class == entityFile:
		out.entity = w.entity(out, f, front, body)
	default:
		out.doc = freePage(out, f, front, body)
	}
	out.accepts = front.accepts()
	front.finish()
	out.unread(front.unread)
	return out, nil
}

// readMedia reads a picture or document.
func (w *worker) readMedia(f file, out *result) error {
	body, size, err := w.load(f.path, w.set.MediaLimit)
	switch {
	case err != nil:
		return err
	case size > int64(w.set.MediaLimit):
		out.media = []byte{} // the file exists: links to it are right
		out.faults.Add(diag.Pos{File: f.path}, diag.TooLarge,
			"the file has %d bytes; at most %d are published: make it smaller, or allow more megabytes with media_limit in index.md",
			size, w.set.MediaLimit)
	case w.set.KeepMetadata:
		out.media = bytes.Clone(body)
	default:
		out.media = bytes.Clone(picture.Clean(body))
	}
	return nil
}

// unread marks the doc of a file whose front matter cannot be read. What it says is
// then unknown and not missing, and no other fault must follow from that.
func (x *result) unread(is bool) {
	switch {
	case x.article != nil:
		x.article.Unread = is
	case x.section != nil:
		x.section.Unread = is
	case x.entity != nil:
		x.entity.Unread = x.entity.Unread || is
	case x.doc != nil:
		x.doc.Unread = is
	}
}

// parse reads a Markdown file. Front matter that cannot be read is empty; that keys are
// missing in it is not reported.
func (w *worker) parse(f file, faults *diag.List) (*front, prose.Body, error) {
	of := parsed.File{Path: f.path, Lang: f.written, Prefix: f.id + "."}
	if f.translation {
		of.Prefix += f.lang + "." // both editions may stand on one page, side by side
	}
	before, _ := faults.Count()
	doc, found, ok := w.parser.Unread(of)
	if !ok {
		src, size, err := w.load(f.path, limits.MaxFileBytes)
		if err != nil {
			return nil, prose.Body{}, err
		}
		if size > limits.MaxFileBytes {
			faults.Add(diag.Pos{File: f.path}, diag.TooLarge, "%s", source.TooLong(int(size)))
			return w.unreadable(f), prose.Body{}, nil
		}
		doc, found = w.parser.Parse(w.parsers[f.written], of, src)
	}
	*faults = append(*faults, found...)
	if after, _ := faults.Count(); doc.Meta == nil && after > before {
		return w.unreadable(f), doc.Body, nil
	}
	meta := &front{
		file: f.path, fields: doc.Meta, asked: w.asked[:0], keys: w.keys, faults: faults, lang: f.written, parsers: w.parsers,
	}
	return meta, doc.Body, nil
}

// unreadable gives a front for front matter that cannot be read.
func (w *worker) unreadable(f file) *front {
	return &front{file: f.path, asked: w.asked[:0], keys: w.keys, faults: &diag.List{}, unread: true}
}

// load reads a file into memory that is used again for the next file. If it is longer
// than limit, and that is not negative, load stops reading and returns its size.
func (w *worker) load(path string, limit int) (src []byte, size int64, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("read %s: %w", path, err)
		}
	}()
	f, err := w.fsys.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	n := 0
	for {
		if n == len(w.buf) {
			w.buf = append(w.buf, make([]byte, len(w.buf))...)
		}
		m, err := f.Read(w.buf[n:])
		n += m
		switch {
		case err == io.EOF:
			return w.buf[:n], int64(n), nil
		case err != nil:
			return nil, 0, err
		case limit >= 0 && n > limit:
			info, err := f.Stat()
			if err != nil {
				return nil, 0, err
			}
			return nil, max(info.Size(), int64(n)), nil
		}
	}
}
