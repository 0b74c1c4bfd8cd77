package link

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// links resolves the links of a text of d and adds them to anchors. They are
// firm when they hold for as long as the index does.
func (x *linker) links(anchors []model.Anchor, d *model.Doc, t *model.Text) (out []model.Anchor, faults diag.List, firm bool) {
	firm = true
	for i := range t.Body.Links {
		l := &t.Body.Links[i]
		a := model.Anchor{Image: l.Image, Start: int32(l.Href), End: int32(l.Href), Label: int32(l.Label)}
		var to model.Elsewhere
		var why, moved wrong // moved: it leads somewhere all the same
		settled, suggest := true, faults.Suggests(t.File)
		switch {
		case l.Wiki:
			a.Target, to.Heading, settled, why, moved = x.wiki(d, l.Target, suggest)
			a.Here = strings.HasPrefix(l.Target, "#")
		case l.IsExternal():
			to.URL = l.Target
		default:
			why, moved = x.relative(d, t, l, &a.Target, &to, suggest)
		}
		firm = firm && why.is == "" && settled && to.Heading == ""
		if why.is == "" && to.Heading != "" {
			to.Heading, why = x.heading(a.Target, t.Lang, to.Heading, suggest)
		}
		if moved.is != "" {
			report(&faults, l, diag.Moved, moved)
		}
		if why.is != "" {
			report(&faults, l, diag.BrokenLink, why)
			continue
		}
		if to != (model.Elsewhere{}) {
			far := to // of its own: most links lead to a page
			a.To = &far
		}
		anchors = append(anchors, a)
	}
	if len(t.Body.Notes) > 0 {
		return x.marks(anchors, d, t, &faults), faults, false
	}
	return anchors, faults, firm
}

// wrong says what is wrong with a link, if anything is, and what to write instead, if that
// is known.
type wrong struct {
	is        string
	old, with string
	certain   bool
}

// report reports what is wrong with a link. A fix of an address has no space in it.
func report(faults *diag.List, l *prose.Link, code diag.Code, w wrong) {
	faults.Add(l.Pos, code, "%s", w.is)
	if l.Wiki || !strings.Contains(w.with, " ") {
		faults.Mend(w.old, w.with, w.certain)
	}
}

// toFile is wrong for a link by its address, which stands behind its words.
func toFile(l *prose.Link, with string, certain bool, format string, args ...any) wrong {
	return wrong{fmt.Sprintf(format, args...), "](" + l.Target, "](" + with, certain}
}

// relative resolves a relative address from the file of t.
func (x *linker) relative(d *model.Doc, t *model.Text, l *prose.Link, page *model.Key, to *model.Elsewhere, suggest bool) (why, moved wrong) {
	file, heading, _ := strings.Cut(l.Target, "#")
	file, to.Heading = norm.NFC.String(decode(file)), decode(heading)
	if file == "" {
		*page = d.Key
		if to.Heading == "" {
			return wrong{is: "the link is empty; write an address or [[an id]]"}, moved
		}
		return why, moved
	}
	if outside := elsewhere(l); outside.is != "" {
		return outside, moved
	}
	if strings.ContainsAny(file, ":?\\") && !strings.HasPrefix(file, ".") {
		return wrong{is: fmt.Sprintf("%q is not a file of the content folder", l.Target)}, moved
	}
	if strings.HasPrefix(file, "/") {
		return wrong{is: fmt.Sprintf("%q begins with a slash; name the file relative to this one, such as ../events/x.md", l.Target)}, moved
	}
	p := path.Join(path.Dir(t.File), file)
	if p == "." {
		p = ""
	}
	if x.isMedia[p] {
		to.File = p
		return why, moved
	}
	if n, ok := x.byFile[p]; ok && !l.Image {
		*page = x.keys[n]
		return why, moved
	}
	if n, moved := x.movedFile(l, p, t.File); n >= 0 {
		*page = x.keys[n]
		return why, moved
	}
	if suggest {
		if near, certain := x.instead(l, p, t.File); near != "" {
			_, fragment, _ := strings.Cut(l.Target+"#", "#")
			with := near + strings.TrimSuffix("#"+fragment, "#")
			return toFile(l, with, certain, "there is no file %q; did you mean %q?", l.Target, near), moved
		}
	}
	return wrong{is: fmt.Sprintf("there is no file %q in the content folder", l.Target)}, moved
}

// decode undoes percent escapes; what is not one stays as written.
func decode(s string) string {
	if d, err := url.PathUnescape(s); err == nil {
		return d
	}
	return s
}

// relativeTo gives file as seen from the folder dir, both below the root.
func relativeTo(dir, file string) string {
	up := ""
	for dir != "." && !strings.HasPrefix(file, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	if dir != "." {
		file = strings.TrimPrefix(file, dir+"/")
	}
	return up + file
}

// nameOf is how a doc is called to an editor.
func nameOf(d *model.Doc) string { return cmp.Or(d.File, string(d.Key), "index.md") }
