package importer

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"dossier/generator/content/filename"
	"dossier/generator/content/iso3166"
	"dossier/generator/importer/marked"
	"dossier/generator/importer/origin"
	"dossier/generator/limits"
)

// dossier is what a site becomes.
type dossier struct {
	Options
	tree      origin.Tree
	site      *origin.Site
	languages []string // the first is the default
	groups    []*group
	byGroup   map[string]*group
	of        map[*origin.Doc]*text
	kinds     []kind
	entities  map[string]map[string]*entity // by kind and id
	tagIDs    map[origin.Tag]place
	articles  map[string]string // titles by id
	taken     map[string]bool   // targets without language and ending
	media     *media
	lookup    *addresses
	moved     map[string]bool
}

// group is a text in all its languages.
type group struct {
	texts []*text // the original first
	role  origin.Role
	stem  string  // the path in the dossier, without language and ending
	kind  string  // of an entity
	names []place // of entities to which it links
}

// text is a text in one language.
type text struct {
	*origin.Doc
	group    *group
	target   string
	body     *marked.Text
	headings []marked.Heading
	ids      map[int]string // of headings to which links lead
}

func (g *group) original() *text { return g.texts[0] }

// in gives the converted text in a language, else the original.
func (g *group) in(lang string) *text {
	for _, t := range g.texts {
		if t.Lang == lang && !t.isStub() {
			return t
		}
	}
	return g.original()
}

type kind struct{ id, name string }

// place is where an entity is.
type place struct{ kind, id string }

// entity is an entry of a kind that texts list.
type entity struct {
	name  string
	group *group // its text, or nil
}

func newDossier(t origin.Tree, s *origin.Site, o Options) *dossier {
	d := &dossier{
		Options: o, tree: t, site: s, byGroup: map[string]*group{}, of: map[*origin.Doc]*text{}, entities: map[string]map[string]*entity{},
		tagIDs: map[origin.Tag]place{}, articles: map[string]string{}, taken: map[string]bool{}, moved: map[string]bool{},
	}
	d.languages = o.Languages
	if len(d.languages) == 0 {
		d.languages = slices.Clone(s.Languages)
	}
	if len(d.languages) == 0 {
		d.languages = []string{"en"}
	}
	if len(d.languages) > limits.MaxLanguages {
		d.languages = d.languages[:limits.MaxLanguages]
	}
	return d
}

// place finds the place of each text.
func (d *dossier) place() {
	d.gather()
	for _, role := range []origin.Role{origin.Home, origin.Chapter, origin.Term, origin.Post, origin.Page} {
		for _, g := range d.groups {
			if g.role == role {
				d.settle(g)
			}
		}
	}
	for _, g := range d.groups {
		for _, t := range g.texts {
			t.target = g.stem
			switch {
			case t == g.original() && (g.role != origin.Home || t.Lang == d.languages[0]):
			case t.Lang != d.languages[0]:
				t.target += "." + t.Lang
			}
			t.target += ".md"
		}
	}
	d.list()
}

// gather puts the texts of the languages that are taken into groups.
func (d *dossier) gather() {
	first := d.languages[0]
	if len(d.site.Languages) > 0 {
		first = d.site.Languages[0]
	}
	for _, doc := range d.site.Docs {
		if doc.Lang == "" {
			doc.Lang = first
		}
		if !slices.Contains(d.languages, doc.Lang) {
			d.site.Left = append(d.site.Left, origin.Left{File: doc.File, Why: fmt.Sprintf("its language, %s, is not among those that are taken", doc.Lang)})
			continue
		}
		g := d.byGroup[doc.Group]
		if g != nil && slices.ContainsFunc(g.texts, func(t *text) bool { return t.Lang == doc.Lang }) {
			doc.Group = "file " + doc.File
			g = nil
		}
		if g == nil {
			g = &group{}
			d.byGroup[doc.Group] = g
			d.groups = append(d.groups, g)
		}
		t := &text{Doc: doc, group: g, ids: map[int]string{}}
		d.of[doc] = t
		g.texts = append(g.texts, t)
	}
	home := false
	for _, g := range d.groups {
		slices.SortStableFunc(g.texts, func(a, b *text) int {
			return slices.Index(d.languages, a.Lang) - slices.Index(d.languages, b.Lang)
		})
		g.role = g.original().Role
		if g.role == origin.Home && home {
			g.role = origin.Page
		}
		home = home || g.role == origin.Home
	}
}

// settle gives a group its place.
func (d *dossier) settle(g *group) {
	o := g.original()
	switch g.role {
	case origin.Home:
		g.stem = "index"
		d.taken["index"] = true
	case origin.Chapter:
		id := d.article(o.Folder)
		g.stem = path.Join("articles", id, "index")
		if d.taken[g.stem] {
			g.role = origin.Page
			return
		}
		d.taken[g.stem] = true
	case origin.Post:
		dir := path.Join("articles", d.article(o.Folder))
		id := d.free(dir, o)
		g.stem = path.Join(dir, sectionNumber(o.Date)+"-"+path.Base(id))
	case origin.Term:
		d.term(g)
	case origin.Page:
		g.stem = d.free("pages", o)
	}
}

// article gives the id of the article that a folder is.
func (d *dossier) article(folder string) string {
	id := filename.Slug(folder)
	if id == "" {
		id = "posts"
	}
	if d.articles[id] == "" {
		d.articles[id] = humanized(folder)
		if name := d.site.Folders[folder]; name != "" {
			d.articles[id] = name
		}
	}
	return id
}

func humanized(s string) string {
	s = strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(s))
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// free gives an id in a folder that no other text has, made of the text's name, else
// of its title, and, where that is not enough, of its folder.
func (d *dossier) free(dir string, t *text) string {
	base := short(filename.Slug(t.Name))
	if base == "" {
		base = short(filename.Slug(t.Title))
	}
	if base == "" {
		base = "text"
	}
	tries := []string{base}
	if folder := short(filename.Slug(t.Folder)); folder != "" {
		tries = append(tries, folder+"-"+base)
	}
	if up := filename.Slug(strings.ReplaceAll(path.Dir(t.File), "/", "-")); up != "" {
		tries = append(tries, short(up+"-"+base))
	}
	for n := 2; ; n++ {
		for _, id := range tries {
			if at := path.Join(dir, id); !d.taken[at] {
				d.taken[at] = true
				return at
			}
		}
		tries = []string{base + "-" + strconv.Itoa(n)}
	}
}

// short keeps an id to what file systems take, with room for a number and endings.
func short(id string) string {
	if len(id) <= 120 {
		return id
	}
	id = strings.ToValidUTF8(id[:120], "")
	return strings.TrimRight(id, "-_")
}

// sectionNumber is the number of a section: its year and the day of the year, so that
// sections stand in the order of their dates and keep their numbers when others come.
// What is known less exactly comes first.
func sectionNumber(date string) string {
	layouts := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}
	start, _, _ := strings.Cut(date, "/")
	for n := range layouts {
		if len(start) == n {
			if t, err := time.Parse(layouts[n], start); err == nil {
				day := t.YearDay()
				if n == 4 {
					day = 0
				}
				return fmt.Sprintf("%04d%03d", t.Year(), day)
			}
		}
	}
	digits := ""
	for _, r := range start {
		if r >= '0' && r <= '9' && len(digits) < 4 {
			digits += string(r)
		}
	}
	if len(digits) == 4 {
		return digits + "000"
	}
	return "0"
}

// builtin are kinds and folders that no taxonomy may be.
var builtin = []string{"articles", "pages", "assets", "data", "search", "index", "map", "countries", "events", "actors"}

// kindOf gives the kind that a taxonomy or folder is.
func (d *dossier) kindOf(name string) string {
	id := short(filename.Slug(name))
	if id == "" {
		id = "tags"
	}
	if slices.Contains(builtin, id) {
		id += "-more"
	}
	if !slices.ContainsFunc(d.kinds, func(k kind) bool { return k.id == id }) {
		shown := humanized(name)
		if s := d.site.Folders[name]; s != "" {
			shown = s
		}
		d.kinds = append(d.kinds, kind{id, shown})
	}
	return id
}

// term gives an entity with a text of its own its place.
func (d *dossier) term(g *group) {
	o := g.original()
	name := o.Title
	if name == "" {
		name = o.Name
	}
	switch {
	case o.Person || o.Folder == "actors":
		g.kind = "actors"
	case o.Folder == "countries", o.Folder == "events" && o.Date != "":
		g.kind = o.Folder
	default:
		g.kind = d.kindOf(o.Folder)
	}
	if g.kind == "countries" {
		if c := iso3166.Called(name, d.languages); len(c) == 1 {
			o.Name = c[0].ID
		}
	}
	g.stem = d.free(g.kind, o)
	id := path.Base(g.stem)
	*d.entity(g.kind, id) = entity{name, g}
	for _, ref := range []string{o.Name, name} {
		d.tagIDs[origin.Tag{Kind: d.taxonomy(o), Term: folded(ref)}] = place{g.kind, id}
	}
}

// taxonomy is the one whose terms a text of a term tells of.
func (d *dossier) taxonomy(o *text) string {
	if o.Person {
		return "authors"
	}
	return o.Folder
}

func (d *dossier) entity(kind, id string) *entity {
	if d.entities[kind] == nil {
		d.entities[kind] = map[string]*entity{}
	}
	if d.entities[kind][id] == nil {
		d.entities[kind][id] = &entity{}
	}
	return d.entities[kind][id]
}

func folded(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), "-")
}

// list finds the entities that texts list: tags, countries among them, and authors.
func (d *dossier) list() {
	for _, g := range d.groups {
		for _, t := range g.texts {
			for _, a := range t.Authors {
				d.tag(origin.Tag{Kind: "authors", Term: a})
			}
			for _, tag := range t.Tags {
				d.tag(tag)
			}
		}
	}
}

// tag gives the entity that a term is.
func (d *dossier) tag(t origin.Tag) place {
	key := origin.Tag{Kind: t.Kind, Term: folded(t.Term)}
	if p, ok := d.tagIDs[key]; ok {
		return p
	}
	p := place{"actors", ""}
	shown := t.Term
	if t.Kind != "authors" {
		if c := iso3166.Called(strings.ReplaceAll(t.Term, "-", " "), d.languages); len(c) == 1 && len(t.Term) > 3 {
			p = place{"countries", c[0].ID}
			d.tagIDs[key] = p
			return p
		}
		p.kind = d.kindOf(t.Kind)
	}
	if name := d.site.Terms[t]; name != "" {
		shown = name
	}
	base := short(filename.Slug(strings.NewReplacer("+", "-plus", "#", "-sharp").Replace(t.Term)))
	if base == "" {
		base = "tag"
	}
	p.id = base
	for n := 2; d.taken[path.Join(p.kind, p.id)]; n++ {
		p.id = base + "-" + strconv.Itoa(n)
	}
	d.taken[path.Join(p.kind, p.id)] = true
	d.tagIDs[key] = p
	d.entity(p.kind, p.id).name = shown
	return p
}
