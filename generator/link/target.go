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
		a := model.Anchor{Image: l.Image, Start: l.Href, End: l.Href, Label: l.Label}
		var why wrong
		byID, suggest := true, faults.Suggests(t.File)
		switch {
		case l.Wiki:
			a.Target, a.Heading, byID, why = x.wiki(d, l.Target, suggest)
			a.Here = strings.HasPrefix(l.Target, "#")
		case strings.Contains(l.Target, ":") && isExternal(l.Target):
			a.URL = l.Target
		default:
			why = x.relative(d, t, l, &a, suggest)
		}
		firm = firm && why.is == "" && byID && a.Heading == ""
		if why.is == "" && a.Heading != "" {
			a.Heading, why = x.heading(a.Target, t.Lang, a.Heading, suggest)
		}
		if why.is != "" {
			faults.Add(l.Pos, diag.BrokenLink, "%s", why.is)
			if l.Wiki || !strings.Contains(why.with, " ") {
				faults.Mend(why.old, why.with, why.certain)
			}
			continue
		}
		anchors = append(anchors, a)
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

// toFile is wrong for a link by its address, which stands behind its words.
func toFile(l *prose.Link, with string, certain bool, format string, args ...any) wrong {
	return wrong{fmt.Sprintf(format, args...), "](" + l.Target, "](" + with, certain}
}

// isExternal reports an address that leaves the dossier. Others that begin with
// a scheme are not among a body's links.
func isExternal(target string) bool {
	scheme, _, ok := strings.Cut(strings.ToLower(target), ":")
	return ok && (scheme == "http" || scheme == "https" || scheme == "mailto")
}

// relative resolves a relative address from the file of t.
func (x *linker) relative(d *model.Doc, t *model.Text, l *prose.Link, a *model.Anchor, suggest bool) wrong {
	file, heading, _ := strings.Cut(l.Target, "#")
	file, a.Heading = norm.NFC.String(decode(file)), decode(heading)
	if file == "" {
		a.Target = d.Key
		if a.Heading == "" {
			return wrong{is: "the link is empty; write an address or [[an id]]"}
		}
		return wrong{}
	}
	if outside := elsewhere(l); outside.is != "" {
		return outside
	}
	if strings.ContainsAny(file, ":?\\") && !strings.HasPrefix(file, ".") {
		return wrong{is: fmt.Sprintf("%q is not a file of the content folder", l.Target)}
	}
	if strings.HasPrefix(file, "/") {
		return wrong{is: fmt.Sprintf("%q begins with a slash; name the file relative to this one, such as ../events/x.md", l.Target)}
	}
	p := path.Join(path.Dir(t.File), file)
	if p == "." {
		p = ""
	}
	if x.isMedia[p] {
		a.File = p
		return wrong{}
	}
	if n, ok := x.byFile[p]; ok && !l.Image {
		a.Target = x.keys[n]
		return wrong{}
	}
	if suggest {
		if near, certain := x.instead(l, p, t.File); near != "" {
			_, fragment, _ := strings.Cut(l.Target+"#", "#")
			with := near + strings.TrimSuffix("#"+fragment, "#")
			return toFile(l, with, certain, "there is no file %q; did you mean %q?", l.Target, near)
		}
	}
	return wrong{is: fmt.Sprintf("there is no file %q in the content folder", l.Target)}
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
