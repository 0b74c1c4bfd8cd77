package publish

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/publish/outdir"
)

// Signed is an output in HTML, or a script of old style, that says at its end, in a comment, whose
// it is: what render makes and the output's path.
func Signed(path string, render func(buf []byte) ([]byte, error)) Output {
	return Output{Path: path, Render: func(buf []byte) ([]byte, error) {
		buf, err := render(buf)
		if err != nil {
			return nil, err
		}
		return append(buf, signature(path)...), nil
	}}
}

const (
	signatureStart = "<!-- dossier: "
	signatureEnd   = " -->\n"
	signatureRoom  = 2 << 10 // for the signatures of both branches, with the marks of a conflict
)

func signature(path string) string { return signatureStart + path + signatureEnd }

// Signature is what an output at path must end with to be known as Signed ones are, where
// it cannot end with a line of its own: behind it the signs that end values in JSON may stand.
func Signature(path string) string { return strings.TrimRight(signature(path), "\n") }

// closing are the signs that may stand behind a signature.
const closing = "\r\n\"}]"

// signed looks for a signature at the end of the file at path, which has so many bytes: for that
// path, and for any.
func (t tree) signed(path string, size int64) (own, any bool, err error) {
	f, err := t.fs.Open(t.name(path))
	if err != nil {
		return false, false, t.failed("read", path, err)
	}
	defer f.Close()
	tail := make([]byte, min(size, signatureRoom))
	n, err := f.ReadAt(tail, size-int64(len(tail)))
	if err != nil && !errors.Is(err, io.EOF) {
		return false, false, t.failed("read", path, err)
	}
	tail = bytes.TrimRight(tail[:n], closing)
	return bytes.HasSuffix(tail, []byte(Signature(path))), bytes.Contains(tail, []byte(signatureStart)), nil
}

// begins reports whether the file at path begins with a text.
func (t tree) begins(path, text string) (bool, error) {
	f, err := t.fs.Open(t.name(path))
	if err != nil {
		return false, t.failed("read", path, err)
	}
	defer f.Close()
	head := make([]byte, len(text))
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, t.failed("read", path, err)
	}
	return string(head[:n]) == text, nil
}

// findStrays adds to the removals the signed pages that no record names and the site does not have.
// That takes a look at every file in the output folder, so it is done only where a record that
// named them must be missing, or may have been.
func (p *publication) findStrays(all pages) error {
	missing := p.replace || p.ledger.unfinished() || p.ledger.lost() != nil
	for _, disk := range all.disk {
		missing = missing || disk == stray
	}
	if !missing {
		return nil
	}
	return strangers(p.tree, p.site, "", func(path string, info os.FileInfo) error {
		if !info.Mode().IsRegular() || p.removals.have(path, info) {
			return nil
		}
		own, _, err := p.signed(path, info.Size())
		if err != nil || !own {
			return err
		}
		for f := range above(path) {
			if err := p.emptied.add(f); err != nil {
				return err
			}
		}
		p.removals.add(path, info)
		return nil
	})
}

// strangers are the files and links in a folder of the output folder, or in "", that are none of
// the site's, no record and not git's own. Nothing is looked for behind a link.
func strangers(t tree, s site, folder string, each func(path string, info os.FileInfo) error) error {
	entries, err := afero.ReadDir(t.fs, t.name(folder))
	if outdir.Absent(err) {
		return nil
	}
	if err != nil {
		return t.failed("read", folder, err)
	}
	for _, e := range entries {
		path := e.Name()
		if folder != "" {
			path = folder + "/" + path
		}
		switch {
		case e.Name() == ".git" || strings.HasPrefix(path, reserved) || s.has(path):
		case e.IsDir():
			err = strangers(t, s, path, each)
		default:
			err = each(path, e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
