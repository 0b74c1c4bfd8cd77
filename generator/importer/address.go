package importer

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/content/filename"
	"dossier/generator/importer/origin"
)

// addresses finds what an address of the old site meant.
type addresses struct {
	d      *dossier
	docs   map[string][]*text  // by origin.Clean of their addresses
	files  map[string]*text    // by file
	media  map[string][]string // files, by origin.Clean of their addresses
	byBase map[string][]string // files, by their name in small letters, with and without its ending
}

func newAddresses(d *dossier) *addresses {
	a := &addresses{d: d, docs: map[string][]*text{}, files: map[string]*text{}, media: map[string][]string{}, byBase: map[string][]string{}}
	for _, g := range d.groups {
		for _, t := range g.texts {
			a.files[norm.NFC.String(t.File)] = t
			for _, at := range slices.Concat(t.Addresses, t.Also) {
				at = origin.Clean(decoded(at))
				a.docs[at] = append(a.docs[at], t)
			}
		}
	}
	for _, m := range d.site.Media {
		for _, at := range m.Addresses {
			at = strings.ToLower(path.Clean(norm.NFC.String(at)))
			a.media[at] = append(a.media[at], m.File)
		}
		base := strings.ToLower(norm.NFC.String(path.Base(m.File)))
		a.byBase[base] = append(a.byBase[base], m.File)
		if isMedia(base) {
			a.byBase[strings.TrimSuffix(base, path.Ext(base))] = append(a.byBase[strings.TrimSuffix(base, path.Ext(base))], m.File)
		}
	}
	return a
}

func decoded(s string) string {
	if d, err := url.PathUnescape(s); err == nil {
		s = d
	}
	return norm.NFC.String(s)
}

// target is what an address means: a text with perhaps a heading, a file, or neither.
type target struct {
	text     *text
	fragment string
	file     string
	here     bool // a heading of the same text
}

// find resolves an address from a text. Schemes and other hosts are not asked for.
func (a *addresses) find(from *text, address string) target {
	if ref, ok := origin.IsRef(address); ok {
		return a.ref(from, ref)
	}
	at, fragment, _ := strings.Cut(address, "#")
	at, _, _ = strings.Cut(at, "?")
	fragment, at = decoded(fragment), decoded(at)
	if at == "" {
		return target{text: from, fragment: fragment, here: true}
	}
	var tries, files []string
	if strings.HasPrefix(at, "/") {
		tries = []string{at}
		if lang, rest, deeper := strings.Cut(at[1:], "/"); deeper && slices.Contains(a.d.languages, origin.Language(lang)) {
			tries = append(tries, "/"+rest) // its translation is missing
		}
		files = []string{strings.TrimPrefix(path.Clean(at), "/")}
	} else {
		own := from.Addresses[0]
		tries = []string{path.Join(own, at), path.Join(path.Dir(own), at)}
		files = []string{path.Join(path.Dir(from.File), at)}
	}
	for _, f := range files {
		for _, ending := range []string{"", ".md", ".markdown", "/index.md", "/_index.md"} {
			if t := a.files[f+ending]; t != nil {
				return target{text: t, fragment: fragment}
			}
		}
		if a.d.tree.Has(f) && !origin.IsMarkdown(f) {
			return target{file: f}
		}
	}
	for _, t := range tries {
		if found := a.docs[origin.Clean(strings.TrimSuffix(t, ".md"))]; len(found) > 0 {
			return target{text: near(found, from), fragment: fragment}
		}
		if found := a.media[strings.ToLower(path.Clean("/"+t))]; len(found) > 0 {
			return target{file: found[0]}
		}
	}
	if d := a.d.site.Find(from.Doc, at); d != nil && a.d.of[d] != nil && path.Ext(at) == ".md" {
		return target{text: a.d.of[d], fragment: fragment}
	}
	return target{file: a.named(from, at)}
}

// ref resolves a reference: the text that the program means by it, else a file of
// that name.
func (a *addresses) ref(from *text, ref string) target {
	at, fragment, _ := strings.Cut(ref, "#")
	if at == "" {
		return target{text: from, fragment: fragment, here: true}
	}
	if d := a.d.site.Find(from.Doc, at); d != nil && a.d.of[d] != nil {
		return target{text: a.d.of[d], fragment: fragment}
	}
	if d := a.d.site.Find(from.Doc, ref); fragment != "" && d != nil && a.d.of[d] != nil { // "C# users"
		return target{text: a.d.of[d]}
	}
	f := path.Join(path.Dir(from.File), at)
	if a.d.tree.Has(f) && a.files[f] == nil {
		return target{file: f}
	}
	if t := a.find(from, strings.TrimPrefix(strings.TrimPrefix(at, "file:"), "post:")); !t.here && (t.text != nil || t.file != "") {
		t.fragment = fragment
		return t
	}
	return target{file: a.named(from, at)}
}

// named finds the one file whose path ends so, whatever folders are before it. Of
// several the nearest to the text is meant.
func (a *addresses) named(from *text, at string) string {
	at = strings.ToLower(path.Clean("/" + at))
	best, score := "", -1
	for _, f := range a.byBase[path.Base(at)] {
		low := "/" + strings.ToLower(norm.NFC.String(f))
		if !strings.HasSuffix(low, at) && !strings.HasSuffix(strings.TrimSuffix(low, path.Ext(low)), at) {
			continue
		}
		n := 0
		for n < len(f) && n < len(from.File) && f[n] == from.File[n] {
			n++
		}
		if n > score {
			best, score = f, n
		}
	}
	return best
}

// near is the text in the language of another, else the first.
func near(all []*text, from *text) *text {
	for _, t := range all {
		if t.Lang == from.Lang {
			return t
		}
	}
	return all[0]
}

// heading finds the heading that a fragment means: by its id as written, as the
// programs make ids of words, or by its words.
func heading(t *text, fragment string) int {
	want := filename.Letters(fragment)
	for i, h := range t.headings {
		if h.ID != "" && strings.EqualFold(h.ID, fragment) {
			return i
		}
	}
	if want == "" {
		return -1
	}
	seen := map[string]int{}
	for i, h := range t.headings {
		words := filename.Letters(plainWords(t.body.Whole(h.Words)))
		id := words
		if n := seen[words]; n > 0 {
			id = words + "-" + string(rune('0'+n%10))
		}
		seen[words]++
		if id == want || strings.TrimLeft(id, "0123456789-") == want || h.ID != "" && filename.Letters(h.ID) == want {
			return i
		}
	}
	squeezed := strings.ReplaceAll(want, "-", "")
	for i, h := range t.headings {
		if strings.ReplaceAll(filename.Letters(plainWords(t.body.Whole(h.Words))), "-", "") == squeezed {
			return i
		}
	}
	return -1
}
