package importer

import (
	"context"
	"net/url"
	"path"
	"regexp"
	"strings"

	"dossier/generator/content/filename"
	"dossier/generator/importer/marked"
	"dossier/generator/importer/origin"
	"dossier/generator/progress"
)

// convert makes the body of each text: first what its program has to turn, then, as
// all headings are known, its links.
func (d *dossier) convert(ctx context.Context) {
	n := 0
	for _, g := range d.groups {
		n += len(g.texts)
	}
	done := progress.Count(ctx, n)
	for _, g := range d.groups {
		for _, t := range g.texts {
			if ctx.Err() != nil {
				return // nothing will come of it
			}
			done()
			t.body = d.site.Convert(t.Doc)
			dropTitle(t)
			t.body.Demote()
			t.headings = t.body.Headings()
		}
	}
	d.lookup = newAddresses(d)
	d.media = newMedia(d.tree)
	for _, g := range d.groups {
		for _, t := range g.texts {
			l := linker{d, t, map[string]string{}}
			t.body.Links(l.turn)
			t.body.S = inLink.ReplaceAllString(t.body.S, "[$1][$2]")
			t.body.S = bareRef.ReplaceAllStringFunc(t.body.S, l.bare)
			t.body.Rewrite(func(piece string) string { return bareRef.ReplaceAllStringFunc(piece, l.asTyped) })
			escape(t)
			d.hashtags(t)
		}
	}
	for _, g := range d.groups {
		for _, t := range g.texts {
			t.anchors()
			t.body.SetIDs(t.headings, t.ids)
			t.body.SettleComments()
			t.body.S = manyBlank.ReplaceAllString(t.body.S, "\n\n")
		}
	}
}

var manyBlank = regexp.MustCompile(`\n(?:[ \t]*\n){2,}`)

var firstHeading = regexp.MustCompile(`^\s*#[ \t]+([^\n]*)(?:\n|$)`)

// dropTitle takes the title from the top of the body, where many write it again; a
// text that has no other title gets it.
func dropTitle(t *text) {
	m := firstHeading.FindStringSubmatchIndex(t.body.S)
	if m == nil {
		return
	}
	words := plainWords(t.body.Whole(t.body.S[m[2]:m[3]]))
	switch {
	case t.Title == "" || t.Title == t.Name && words != "":
		t.Title = words
	case folded(words) != folded(t.Title):
		return
	}
	t.Notes.Turn("# title above the text")
	t.body.S = t.body.S[m[1]:]
}

var marks = regexp.MustCompile("[*`]|\\{[:#][^}]*\\}|<[^>]*>|\\B_|_\\B")
var linkWords = regexp.MustCompile(`!?\[([^\[\]]*)\]\([^()]*\)`)

// plainWords are the words of inline Markdown.
func plainWords(s string) string {
	s = linkWords.ReplaceAllString(s, "$1")
	return strings.TrimSpace(strings.ReplaceAll(marks.ReplaceAllString(marked.Unescape(s), ""), `\`, ""))
}

// linker turns the links of a text.
type linker struct {
	d       *dossier
	t       *text
	missing map[string]string // words of pictures that are not there, by what stands for them
}

// shown are a link's words: those of a picture that is not there when they are all
// that it has, else its address.
func (l linker) shown(r marked.Reference) string {
	for hidden, alt := range l.missing {
		rest, found := strings.CutPrefix(strings.TrimSpace(r.Words), hidden)
		switch {
		case !found:
		case strings.TrimSpace(rest) != "":
			return rest
		case alt != "":
			return marked.Inline(alt)
		default:
			return marked.Inline(path.Base(r.Address))
		}
	}
	return r.Words
}

var (
	scheme  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)
	bareRef = regexp.MustCompile(`dossier-ref:[^\s)>\]"']+`)
	inLink  = regexp.MustCompile(`\[\[([^\[\]\n]*)\]\([^()\n]*\)\]\[([^\[\]\n]*)\]`)
	oneLink = regexp.MustCompile(`^\[((?:[^\[\]]|\\.)*)\]\([^()]*\)$`)
)

func (l linker) turn(r marked.Reference) string {
	if !r.Image {
		if m := oneLink.FindStringSubmatch(strings.TrimSpace(r.Words)); m != nil { // a picture that became a link
			r.Words = m[1]
		}
		r.Words = l.shown(r)
	}
	address := strings.TrimSpace(r.Address)
	if address == "" && !r.Image {
		return r.Words
	}
	if strings.Contains(address, "<!--") {
		l.t.Notes.Drop("a link whose address a template makes: %s", address)
		return r.Words + l.t.body.Keep(address[strings.Index(address, "<!--"):strings.LastIndex(address, "-->")+3])
	}
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	address = l.own(address)
	r.Address = address
	if _, isRef := origin.IsRef(address); scheme.MatchString(address) && !isRef {
		return l.external(r)
	}
	return l.internal(r, l.d.lookup.find(l.t, address))
}

// own makes an address below the site's own one begin with a slash.
func (l linker) own(address string) string {
	base := l.d.site.Base
	if base == "" {
		return address
	}
	bare := func(s string) string {
		_, rest, _ := strings.Cut(s, "://")
		return strings.TrimPrefix(rest, "www.")
	}
	rest, ok := strings.CutPrefix(bare(address), bare(base))
	if !strings.Contains(address, "://") || !ok || rest != "" && rest[0] != '/' && rest[0] != '#' {
		return address
	}
	if to := l.d.lookup.find(l.t, "/"+strings.TrimPrefix(rest, "/")); to.text == nil && to.file == "" {
		return address
	}
	return "/" + strings.TrimPrefix(rest, "/")
}

// external keeps a link to the web. A picture there becomes a link: pages ask no
// other site for anything.
func (l linker) external(r marked.Reference) string {
	n := &l.t.Notes
	switch {
	case !onWeb(r.Address):
		n.Drop("a link to %s", r.Address)
		n.Mind("a link to %s is no link now: %s", r.Address, plainWords(l.t.body.Whole(r.Words)))
		return r.Words
	case r.Image && r.Label == "":
		n.Turn("picture on another site, to a link")
		r.Image = false
		if strings.TrimSpace(r.Words) == "" {
			name, _, _ := strings.Cut(path.Base(r.Address), "?")
			r.Words = marked.Inline(decoded(name))
		}
	}
	return r.String()
}

// onWeb reports an address to which a link may lead.
func onWeb(address string) bool {
	switch name, _, _ := strings.Cut(strings.ToLower(address), ":"); name {
	case "mailto":
		return true
	case "http", "https":
		u, err := url.Parse(address)
		return err == nil && u.Host != ""
	}
	return false
}

// internal writes a link to a text or file of the site by its new place.
func (l linker) internal(r marked.Reference, to target) string {
	n := &l.t.Notes
	switch {
	case to.text != nil && !r.Image:
		return l.toText(r, to)
	case to.file != "" && isMedia(to.file):
		name, why := l.d.media.put(path.Dir(l.t.target), to.file)
		if why == "" {
			if r.Image {
				n.Turn("picture")
			} else {
				n.Turn("link to a file")
			}
			r.Address = (&url.URL{Path: name}).EscapedPath()
			return r.String()
		}
		n.Mind("%s is not taken: %s", to.file, why)
	}
	return l.gone(r, to)
}

func (l linker) toText(r marked.Reference, to target) string {
	n := &l.t.Notes
	t := to.text.group.in(l.t.Lang)
	if t.group.original().Draft && !l.t.group.original().Draft {
		n.Mind("a link to the draft %s is no link now: %s", t.File, plainWords(l.t.body.Whole(r.Words)))
		return r.Words
	}
	address := ""
	if t.group != l.t.group {
		address = relative(path.Dir(l.t.target), t.group.original().target)
	}
	if to.fragment != "" && to.fragment != "top" {
		switch i := heading(t, to.fragment); {
		case i < 0:
			n.Drop("the anchor #%s of a link: there is no such heading", to.fragment)
		default:
			address += "#" + t.anchor(i)
		}
	}
	if address == "" { // to the text itself
		return r.Words
	}
	n.Turn("link")
	r.Address = address
	if t.group.role == origin.Term && !t.group.original().Person {
		l.t.group.names = append(l.t.group.names, place{t.group.kind, path.Base(t.group.stem)})
	}
	if strings.TrimSpace(r.Words) == "" && r.Label == "" {
		r.Words = marked.Inline(t.Title)
	}
	return r.String()
}

// anchors gives all headings whose ids are written new ones, when Dossier would not
// take one of them, or two are the same.
func (t *text) anchors() {
	taken, bad := map[string]bool{}, false
	for _, h := range t.headings {
		if h.ID != "" {
			id := filename.Letters(h.ID)
			bad = bad || id != strings.ToLower(h.ID) || taken[id]
			taken[id] = true
		}
	}
	for i, h := range t.headings {
		if bad && h.ID != "" {
			t.anchor(i)
		}
	}
}

// anchor gives a heading an id that holds whatever its words become.
func (t *text) anchor(i int) string {
	if t.ids[i] != "" {
		return t.ids[i]
	}
	id := filename.Letters(strings.ReplaceAll(t.headings[i].ID, "_", "-"))
	if id == "" {
		id = filename.Letters(plainWords(t.body.Whole(t.headings[i].Words)))
	}
	if id == "" {
		id = "heading"
	}
	for again := true; again; {
		again = false
		for j, other := range t.ids {
			if j != i && other == id {
				id, again = id+"-2", true
			}
		}
	}
	t.ids[i] = id
	return id
}

// gone is a link to what the dossier has not: to the old site, or else its words.
func (l linker) gone(r marked.Reference, to target) string {
	n := &l.t.Notes
	shown := r.Address
	if ref, ok := origin.IsRef(r.Address); ok {
		shown = ref
	}
	words := plainWords(l.t.body.Whole(r.Words))
	if r.Image {
		n.Mind("the picture %s is not shown: %s", shown, words)
		hidden := l.t.body.Keep(marked.Comment("picture: " + shown + " " + words))
		n.Hide(shown)
		l.missing[hidden] = words
		caption := strings.Trim(strings.TrimSpace(r.Title), `"'()`)
		return hidden + caption
	}
	if old := l.old(r.Address, to); old != "" {
		n.Mind("a link leads to the old site, as nothing here is %s", shown)
		r.Address = old
		return r.String()
	}
	n.Mind("a link to %s is no link now: %s", shown, words)
	return r.Words
}

// old is the address at the old site, "" when it has none.
func (l linker) old(address string, to target) string {
	base := l.d.site.Base
	if base == "" || !strings.HasPrefix(base, "http") {
		return ""
	}
	if to.file != "" {
		for _, m := range l.d.site.Media {
			if m.File == to.file {
				return base + (&url.URL{Path: m.Addresses[0]}).EscapedPath()
			}
		}
	}
	if _, isRef := origin.IsRef(address); isRef {
		return ""
	}
	if !strings.HasPrefix(address, "/") {
		address = path.Join(l.t.Addresses[0], address)
	}
	return base + address
}

// bare is a reference that stands alone in the text.
func (l linker) bare(address string) string {
	if to := l.d.lookup.find(l.t, address); to.text != nil {
		return l.toText(marked.Reference{Words: marked.Inline(to.text.Title), Address: address}, to)
	}
	ref, _ := origin.IsRef(address)
	l.t.Notes.Mind("nothing here is %s", ref)
	return ref
}

// asTyped is a reference in code or in a comment, where nothing can be a link: the
// address that the program would have put there, or what was referred to.
func (l linker) asTyped(address string) string {
	ref, _ := origin.IsRef(address)
	if doc := l.d.site.Find(l.t.Doc, ref); doc != nil && len(doc.Addresses) > 0 {
		return doc.Addresses[0]
	}
	return strings.TrimPrefix(strings.TrimPrefix(ref, "file:"), "post:")
}

// relative gives a path below the content folder as seen from one of its folders.
func relative(dir, file string) string {
	up := ""
	for dir != "." && !strings.HasPrefix(file, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	if dir != "." {
		file = strings.TrimPrefix(file, dir+"/")
	}
	return (&url.URL{Path: up + file}).EscapedPath()
}
