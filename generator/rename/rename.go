// Package rename says what to change in the content folder so that something in it has
// another id: the files that move, every reference to it in front matter and in prose,
// and moved_from, by which its old address leads on. It takes a corpus without errors
// and the bytes of its files, and changes nothing itself.
//
// A reference is found where the corpus says that it stands, and edited only if what
// stands there is the old id. An edited body is parsed again: it must be the same HTML
// with the same links, but for what they lead to.
package rename

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/generator/content/filename"
	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/link"
	"dossier/generator/model"
	"dossier/generator/rewrite"
)

// RefusedError says why something is not renamed: what was asked for is wrong.
type RefusedError struct{ Why string }

func (e *RefusedError) Error() string { return e.Why }

func refuse(format string, args ...any) error { return &RefusedError{fmt.Sprintf(format, args...)} }

// Plan is what a renaming changes.
type Plan struct {
	Old, New   model.Key
	Moves      []Move            // of files, or of an article's folder
	Edited     map[string][]byte // what files hold afterwards, by where they are then
	References int               // how many were edited

	keys  map[model.Key]model.Key // of an article, those of its sections, too
	files map[string]string       // texts and pictures, from where they are to where they will be
}

// Move is from one path of the content folder to another.
type Move struct{ From, To string }

// New plans a renaming. Old and now are written as in [[…]]; read gives the bytes of a
// file. The error is a *RefusedError, or read's.
func New(c *model.Corpus, site *model.Site, read func(file string) ([]byte, error), old, now string) (*Plan, error) {
	d, err := find(c, old)
	if err != nil {
		return nil, err
	}
	key, err := target(c, d, now)
	if err != nil {
		return nil, err
	}
	r := &renaming{
		Plan:   &Plan{Old: d.Key, New: key, Edited: map[string][]byte{}, keys: map[model.Key]model.Key{d.Key: key}, files: map[string]string{}},
		corpus: c, site: site, read: read, references: map[string][]reference{}, others: map[model.Key]bool{},
	}
	if err := r.move(d); err != nil {
		return nil, err
	}
	r.gather()
	if err := r.otherKind(); err != nil {
		return nil, err
	}
	for _, d := range c.Docs() {
		if err := r.doc(d); err != nil {
			return nil, err
		}
	}
	return r.Plan, nil
}

// find gives what is to be renamed.
func find(c *model.Corpus, old string) (*model.Doc, error) {
	found, former, near := link.Find(c, old)
	switch {
	case len(found) == 0 && near != "":
		return nil, refuse("nothing has the id %q; did you mean %q?", old, near)
	case len(found) == 0:
		return nil, refuse("nothing has the id %q", old)
	case len(found) > 1:
		return nil, refuse("%q may be %s or %s; write one of them in full", old, found[0].Key, found[1].Key)
	case former:
		return nil, refuse("%q is now %q; rename that", old, found[0].Key)
	case found[0].File == "":
		return nil, refuse("%s has no file; its id is made of its name in ISO 3166-1. Give it a file first: dossier new country", found[0].Key)
	case found[0].Key == "":
		return nil, refuse("the front page has no id")
	}
	return found[0], nil
}

// target reads the new id of a doc, and gives its new key.
func target(c *model.Corpus, d *model.Doc, now string) (model.Key, error) {
	folder, id := path.Split(now)
	folder = strings.TrimSuffix(folder, "/")
	was := path.Dir(string(d.Key))
	isSection := strings.Count(string(d.Key), "/") == 2
	switch {
	case folder == "":
		folder = was
	case isSection && !strings.Contains(folder, "/"):
		folder = model.Articles + "/" + folder
	}
	if why := cmp.Or(filename.BadID(id, id), filename.Portable(id)); why != "" || id == "index" {
		return "", refuse("%q cannot be an id: %s", id, cmp.Or(why, "it is the name of a folder's list"))
	}
	key := model.Key(folder + "/" + id)
	if key == d.Key {
		return "", refuse("%s is called so already", d.Key)
	}
	if folder != was {
		if err := mayMove(c, d, folder, isSection); err != nil {
			return "", err
		}
	}
	for _, x := range c.Docs() {
		if strings.EqualFold(string(x.Key), string(key)) && x != d {
			return "", refuse("%s is taken: %s has that id", key, x.File)
		}
		if x != d && slices.ContainsFunc(x.MovedFrom, func(f model.Former) bool { return f.Path == string(key) }) {
			return "", refuse("%s is a former id of %s, which readers find by it", key, x.Key)
		}
	}
	if of, ok := iso3166.Lookup(id); ok && folder == model.Countries {
		if e := entity(c, d.Key); e == nil || e.ISO != of.Alpha2 {
			return "", refuse("%q is the id of another country (%s)", id, of.Alpha2)
		}
	}
	return key, nil
}

// mayMove refuses another folder that would make something else of a doc.
func mayMove(c *model.Corpus, d *model.Doc, folder string, isSection bool) error {
	was := path.Dir(string(d.Key))
	switch e := entity(c, d.Key); {
	case isSection:
		articles := func(yield func(string) bool) {
			for _, a := range c.Articles {
				if !yield(a.Key.ID()) {
					return
				}
			}
		}
		name, ok := strings.CutPrefix(folder, model.Articles+"/")
		if !ok || !slices.Contains(slices.Collect(articles), name) {
			return refuse("there is no article %q%s", name, diag.DidYouMean(name, articles))
		}
	case e == nil:
		return refuse("%s stays in the folder %s; write the new id alone", d.Key, was)
	case was == model.Countries, folder == model.Countries:
		return refuse("a country cannot become something else, nor anything else a country: names and maps depend on that")
	case !slices.ContainsFunc(c.Kinds, func(k model.Kind) bool { return k.ID == folder }):
		kinds := func(yield func(string) bool) {
			for _, k := range c.Kinds {
				if !yield(k.ID) {
					return
				}
			}
		}
		return refuse("there is no kind %q%s", folder, diag.DidYouMean(folder, kinds))
	}
	return nil
}

func entity(c *model.Corpus, key model.Key) *model.Entity {
	for _, e := range c.Entities {
		if e.Key == key {
			return e
		}
	}
	return nil
}

// renaming is the work on a plan.
type renaming struct {
	*Plan
	corpus     *model.Corpus
	site       *model.Site
	read       func(string) ([]byte, error)
	references map[string][]reference // of front matter, by file
	others     map[model.Key]bool     // what called found out
}

// move works out which files move where.
func (r *renaming) move(d *model.Doc) error {
	from, to := string(r.Old), string(r.New)
	if path.Base(d.File) == "index.md" {
		r.Moves = []Move{{from, to}}
		for _, x := range r.corpus.Docs() {
			if section, ok := strings.CutPrefix(string(x.Key), from+"/"); ok {
				r.keys[x.Key] = model.Key(to + "/" + section)
			}
			for _, t := range x.Texts {
				if file, ok := strings.CutPrefix(t.File, from+"/"); ok {
					r.files[t.File] = to + "/" + file
				}
			}
		}
		for _, m := range r.corpus.Media {
			if file, ok := strings.CutPrefix(m.File, from+"/"); ok {
				r.files[m.File] = to + "/" + file
			}
		}
		return nil
	}
	number := strings.TrimSuffix(strings.TrimSuffix(path.Base(d.File), ".md"), r.Old.ID())
	for _, t := range d.Texts {
		ending := strings.TrimPrefix(path.Base(t.File), number+r.Old.ID())
		r.files[t.File] = path.Dir(to) + "/" + number + r.New.ID() + ending
	}
	if path.Dir(to) != path.Dir(from) {
		r.ownMedia(d, path.Dir(from), path.Dir(to))
	}
	for _, file := range slices.Sorted(maps.Keys(r.files)) {
		r.Moves = append(r.Moves, Move{file, r.files[file]})
	}
	return nil
}

// ownMedia takes the pictures along that lie beside a doc and that no other shows, unless
// their names are taken where it goes.
func (r *renaming) ownMedia(d *model.Doc, from, to string) {
	shown := map[string]bool{} // by others than d
	own := map[string]bool{}
	for _, x := range r.corpus.Docs() {
		for _, t := range x.Texts {
			for _, a := range r.site.Anchors.Of(t) {
				if a.File() != "" && x == d {
					own[a.File()] = true
				} else if a.File() != "" {
					shown[a.File()] = true
				}
			}
		}
	}
	taken := map[string]bool{}
	for _, m := range r.corpus.Media {
		taken[strings.ToLower(m.File)] = true
	}
	for file := range own {
		at := to + "/" + path.Base(file)
		if path.Dir(file) == from && !shown[file] && !taken[strings.ToLower(at)] {
			r.files[file] = at
		}
	}
}

// Moved is where a path of the content folder is afterwards.
func (p *Plan) Moved(file string) string {
	if to, ok := p.files[file]; ok {
		return to
	}
	if m := p.Moves[0]; file == m.From {
		return m.To
	}
	return file
}

// doc edits the files of a doc.
func (r *renaming) doc(d *model.Doc) error {
	for _, t := range d.Texts {
		if t.File == "" || !r.concerns(d, t) {
			continue
		}
		src, err := r.read(t.File)
		if err != nil {
			return err
		}
		edits, err := r.body(t, src)
		if err != nil {
			return err
		}
		for _, ref := range r.references[t.File] {
			if e, ok := ref.edit(src, r); ok {
				edits = append(edits, e)
			}
		}
		r.References += len(edits)
		out := rewrite.Apply(src, edits)
		if t.File == d.File {
			if out, err = r.former(d, out); err != nil {
				return err
			}
		}
		if string(out) != string(src) {
			r.Edited[r.Moved(t.File)] = out
		}
	}
	return nil
}

// concerns reports whether a text may have to be edited.
func (r *renaming) concerns(d *model.Doc, t *model.Text) bool {
	if _, moves := r.files[t.File]; moves || r.keys[d.Key] != "" || len(r.references[t.File]) > 0 {
		return true
	}
	return slices.ContainsFunc(r.site.Anchors.Of(t), func(a model.Anchor) bool {
		return !a.Mention && (r.keys[a.Target] != "" || r.files[a.File()] != "")
	})
}

// former records in the file of what has another id where it was. The file of a country
// whose id was its name in ISO 3166-1 says now which country it is of.
func (r *renaming) former(d *model.Doc, src []byte) ([]byte, error) {
	now, moves := r.keys[d.Key]
	if !moves {
		return src, nil
	}
	drop := ""
	if slices.ContainsFunc(d.MovedFrom, func(f model.Former) bool { return f.Path == string(now) }) {
		drop = string(now)
	}
	out, ok := rewrite.Former(src, string(d.Key), drop)
	if !ok {
		return nil, refuse("the front matter of %s is written in a way that cannot be edited; write moved_from: [%s] in it, and try again", d.File, d.Key)
	}
	if e := entity(r.corpus, d.Key); e != nil && e.ISO != "" && !rewrite.Has(src, "iso") {
		if of, found := iso3166.Lookup(now.ID()); !found || of.Alpha2 != e.ISO {
			out, ok = rewrite.AddKey(out, "iso", e.ISO)
		}
	}
	if !ok {
		return nil, refuse("the front matter of %s is written in a way that cannot be edited; write iso: %q in it, and try again", d.File, entity(r.corpus, d.Key).ISO)
	}
	return out, nil
}
