package link

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/markdown"
	"dossier/generator/model"
)

// linker resolves the links that editors write.
type linker struct {
	*index
	docs     []*model.Doc // by number
	fallback string       // language of the default edition
}

// links resolves the links of a text of d and adds them to anchors. They are
// firm when they hold for as long as the index does.
func (x *linker) links(anchors []model.Anchor, d *model.Doc, t *model.Text) (out []model.Anchor, faults diag.List, firm bool) {
	firm = true
	for i := range t.Body.Links {
		l := &t.Body.Links[i]
		a := model.Anchor{Image: l.Image, Start: l.Href, End: l.Href, Label: l.Label}
		why, suggest := "", faults.Suggests(t.File)
		switch {
		case l.Wiki:
			a.Target, a.Heading, why = x.wiki(d, l.Target, suggest)
		case strings.Contains(l.Target, ":") && markdown.IsExternal(l.Target):
			a.URL = l.Target
		default:
			why = x.relative(d, t, l, &a, suggest)
		}
		firm = firm && why == "" && a.Heading == ""
		if why == "" && a.Heading != "" {
			why = x.heading(a.Target, t.Lang, a.Heading, suggest)
		}
		if why != "" {
			faults.Add(l.Pos, diag.BrokenLink, "%s", why)
			continue
		}
		anchors = append(anchors, a)
	}
	return anchors, faults, firm
}

// wiki finds the page that [[target]] names; suggest says whether to look for a
// nearest right one.
func (x *linker) wiki(d *model.Doc, target string, suggest bool) (key model.Key, heading, why string) {
	target, heading, _ = strings.Cut(target, "#")
	if target == "" && heading != "" {
		return d.Key, heading, ""
	}
	switch found := x.called(target); len(found) {
	case 1:
		return x.keys[found[0]], heading, ""
	case 0:
		why = fmt.Sprintf("nothing has the id %q", target)
		if suggest {
			why += diag.DidYouMean(target, slices.Values(x.names()))
		}
		return "", "", why
	default:
		return "", "", fmt.Sprintf("%q may be %s or %s; write one of them in full", target, x.keys[found[0]], x.keys[found[1]])
	}
}

// relative resolves a relative address from the file of t.
func (x *linker) relative(d *model.Doc, t *model.Text, l *model.Link, a *model.Anchor, suggest bool) (why string) {
	file, heading, _ := strings.Cut(l.Target, "#")
	file, a.Heading = decode(file), decode(heading)
	if file == "" {
		a.Target = d.Key
		if a.Heading == "" {
			return "the link is empty; write an address or [[an id]]"
		}
		return ""
	}
	if strings.ContainsAny(file, ":?\\") && !strings.HasPrefix(file, ".") {
		return fmt.Sprintf("%q is not a file of the content folder", l.Target)
	}
	if strings.HasPrefix(file, "/") {
		return fmt.Sprintf("%q begins with a slash; name the file relative to this one, such as ../events/x.md", l.Target)
	}
	p := path.Join(path.Dir(t.File), file)
	if p == "." {
		p = ""
	}
	if x.isMedia[p] {
		a.File = p
		return ""
	}
	if n, ok := x.byFile[p]; ok && !l.Image {
		a.Target = x.keys[n]
		return ""
	}
	if suggest {
		known := x.mediaNames()
		if !l.Image {
			known = x.fileNames()
		}
		if near := diag.Nearest(p, slices.Values(known)); near != "" {
			return fmt.Sprintf("there is no file %q; did you mean %q?", l.Target, relativeTo(path.Dir(t.File), near))
		}
	}
	return fmt.Sprintf("there is no file %q in the content folder", l.Target)
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

// heading checks that a page has a heading.
func (x *linker) heading(key model.Key, lang, id string, suggest bool) (why string) {
	n := x.number(key)
	if int(n) >= len(x.docs) {
		return fmt.Sprintf("%s is a list; it has no heading %q", key, id)
	}
	if x.docs[n].Unread {
		return "" // it may have the heading
	}
	headings := x.docs[n].In(lang, x.fallback).Body.Headings
	if slices.ContainsFunc(headings, func(h model.Heading) bool { return h.ID == id }) {
		return ""
	}
	why = fmt.Sprintf("%s has no heading %q", nameOf(x.docs[n]), id)
	if suggest {
		var ids []string
		for _, h := range headings {
			ids = append(ids, h.ID)
		}
		why += diag.DidYouMean(id, slices.Values(ids))
	}
	return why
}

// nameOf is how a doc is called to an editor.
func nameOf(d *model.Doc) string { return cmp.Or(d.File, string(d.Key), "index.md") }
