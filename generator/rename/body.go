package rename

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/markdown"
	"dossier/generator/model"
	"dossier/generator/prose"
	"dossier/generator/rewrite"
)

// body edits the links of a text. It is refused where one is written in a way that is not
// found in the file, and so would lead nowhere.
func (r *renaming) body(t *model.Text, src []byte) ([]rewrite.Edit, error) {
	anchors := map[int]model.Anchor{}
	for _, a := range r.site.Anchors.Of(t) {
		if !a.Mention {
			anchors[int(a.Start)] = a
		}
	}
	want := make([]string, len(t.Body.Links)) // what each link leads to afterwards, as written
	var inline, defined []rewrite.Edit
	for i := range t.Body.Links {
		l := &t.Body.Links[i]
		want[i] = l.Target
		a, ok := anchors[l.Href]
		switch {
		case !ok || a.URL() != "":
		case l.Wiki:
			want[i] = r.wiki(l.Target, a.Target)
			if e, ok := inWiki(src, l, want[i]); ok && want[i] != l.Target {
				inline = append(inline, e)
			}
		default:
			want[i] = r.relative(t.File, l.Target)
			if want[i] == l.Target {
				continue
			}
			if e, ok := inDestination(src, l, want[i]); ok {
				inline = append(inline, e)
			}
			defined = append(defined, inDefinitions(src, l.Target, want[i])...)
		}
	}
	if len(inline) == 0 && len(defined) == 0 {
		return nil, nil
	}
	for _, edits := range [][]rewrite.Edit{slices.Concat(inline, defined), inline, defined} {
		if same(t, src, rewrite.Apply(src, edits), want) {
			slices.SortFunc(edits, func(a, b rewrite.Edit) int { return a.From - b.From })
			return slices.Compact(edits), nil
		}
	}
	return nil, refuse("the links of %s are written in a way that cannot be edited; write [[%s]] in it, and try again", t.File, r.Old)
}

// same reports whether the edited bytes of a text say the same, with links to what is
// wanted.
func same(t *model.Text, before, after []byte, want []string) bool {
	p := markdown.NewParser(t.Lang)
	var scratch markdown.Scratch
	old, _ := p.Parse(&scratch, t.File, before, "x.")
	html := strings.Clone(old.Body.HTML)
	now, _ := p.Parse(&scratch, t.File, after, "x.")
	if now.Body.HTML != html || len(now.Body.Links) != len(want) {
		return false
	}
	for i, l := range now.Body.Links {
		if l.Target != want[i] {
			return false
		}
	}
	return true
}

// wiki is what stands in [[…]] before a heading and words: a name stays, an id is the new one.
func (r *renaming) wiki(written string, to model.Key) string {
	now, ok := r.keys[to]
	name, heading, _ := strings.Cut(written, "#")
	bare := norm.NFC.String(strings.TrimSpace(name))
	if !ok || bare == "" {
		return written
	}
	key := string(to)
	inArticle := strings.TrimPrefix(key, model.Articles+"/")
	at := strings.Index(norm.NFC.String(name), bare)
	switch bare {
	case to.ID(), inArticle, key:
	default:
		return written
	}
	out := norm.NFC.String(name)
	out = out[:at] + r.spelled(bare, now) + out[at+len(bare):]
	if len(written) > len(name) {
		out += "#" + heading
	}
	return out
}

// spelled is how a link calls what has a new key, as it called it before: by the id alone
// or with its article as long as nothing else is called so.
func (r *renaming) spelled(before string, now model.Key) string {
	inArticle := strings.TrimPrefix(string(now), model.Articles+"/")
	names := []string{now.ID(), inArticle}
	switch {
	case strings.HasPrefix(before, model.Articles+"/"):
		return string(now)
	case strings.Contains(before, "/"):
		names = names[1:]
	}
	for _, name := range names {
		if !r.called(name, now) {
			return name
		}
	}
	return string(now)
}

// called reports whether a link may mean something else than a page by a name.
func (r *renaming) called(name string, page model.Key) bool {
	known := model.Key(name) + " " + page // no id has a space
	if _, ok := r.others[known]; !ok {
		r.others[known] = r.isAlso(name, page)
	}
	return r.others[known]
}

func (r *renaming) isAlso(name string, page model.Key) bool {
	means := func(key model.Key) bool {
		if k, ok := r.keys[key]; ok {
			key = k
		}
		return key != page && (key.ID() == name || string(key) == name || string(key) == model.Articles+"/"+name)
	}
	return slices.ContainsFunc(r.corpus.Docs(), func(d *model.Doc) bool { return means(d.Key) }) ||
		slices.ContainsFunc(r.corpus.Entities, func(e *model.Entity) bool { return means(e.Key) })
}

// relative is the address of a link from a file, when that or what it leads to has moved.
func (r *renaming) relative(from, written string) string {
	file, fragment, hasFragment := strings.Cut(written, "#")
	if file == "" {
		return written
	}
	decoded, err := url.PathUnescape(file)
	if err != nil {
		decoded = file
	}
	dir, newDir := path.Dir(from), path.Dir(r.Moved(from))
	to := r.Moved(norm.NFC.String(path.Join(dir, decoded)))
	if norm.NFC.String(path.Join(newDir, decoded)) == to {
		return written
	}
	out := relativeTo(newDir, to)
	if file != decoded || strings.ContainsAny(out, " ()<>") {
		out = (&url.URL{Path: out}).EscapedPath()
	}
	if hasFragment {
		out += "#" + fragment
	}
	return out
}

// relativeTo gives file as seen from the folder dir, both below the root.
func relativeTo(dir, file string) string {
	up := ""
	for dir != "." && file != dir && !strings.HasPrefix(file, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	if dir != "." {
		file = strings.TrimPrefix(strings.TrimPrefix(file, dir), "/")
	}
	return strings.TrimSuffix(up+file, "/")
}

// inWiki finds the target of a [[link]] in its file.
func inWiki(src []byte, l *prose.Link, now string) (e rewrite.Edit, ok bool) {
	at, ok := l.Pos.Offset(src)
	rest, isWiki := bytes.CutPrefix(src[at:], []byte("[["))
	if !ok || !isWiki {
		return e, false
	}
	from := at + len("[[") + len(rest) - len(bytes.TrimLeft(rest, " "))
	return rewrite.Edit{From: from, To: from + len(l.Target), New: now}, bytes.HasPrefix(src[from:], []byte(l.Target))
}

// inDestination finds the address of a link or picture in its file, behind its words.
func inDestination(src []byte, l *prose.Link, now string) (e rewrite.Edit, ok bool) {
	at, ok := l.Pos.Offset(src)
	for ok {
		n := bytes.Index(src[at:], []byte("]("))
		if n < 0 {
			return e, false
		}
		at += n + len("](")
		if from := addressAt(src, at, l.Target); from >= 0 {
			return rewrite.Edit{From: from, To: from + len(l.Target), New: now}, true
		}
	}
	return e, false
}

// inDefinitions finds an address in the lines that define links: [name]: address.
func inDefinitions(src []byte, address, now string) (edits []rewrite.Edit) {
	for at := 0; ; {
		n := bytes.Index(src[at:], []byte("]:"))
		if n < 0 {
			return edits
		}
		at += n + len("]:")
		if from := addressAt(src, at, address); from >= 0 {
			edits = append(edits, rewrite.Edit{From: from, To: from + len(address), New: now})
		}
	}
}

// addressAt is where a whole address begins, behind spaces and perhaps a "<"; or -1.
func addressAt(src []byte, at int, address string) int {
	rest := bytes.TrimLeft(src[at:], " \t")
	rest = bytes.TrimPrefix(rest, []byte("<"))
	from := len(src) - len(rest)
	after, ok := bytes.CutPrefix(rest, []byte(address))
	if !ok || len(after) > 0 && bytes.IndexByte([]byte(" \t\r\n)>"), after[0]) < 0 {
		return -1
	}
	return from
}
