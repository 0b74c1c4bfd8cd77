package content

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/afero"
	"golang.org/x/text/language"

	"dossier/generator/content/filename"
	"dossier/generator/diag"
	"dossier/generator/limits"
	"dossier/generator/markdown"
	"dossier/generator/model"
	"dossier/generator/prose"
	"dossier/generator/rooted"
)

// builtinKinds exist in every dossier.
var builtinKinds = []string{model.Countries, model.Events, model.Actors}

// reservedKinds are names that no kind may have: folders of the site have them, filters of the search, and keys of sections.
var reservedKinds = []string{model.Articles, model.Pages, "assets", "data", "search", "sections", "index", "map", "title", "author", "corrections", "part", "retold"}

// config is what index.md says. How any other file is read depends on it.
type config struct {
	set      model.Settings
	kinds    []model.Kind
	relation map[string]bool
	parsers  map[string]*markdown.Parser
	dropped  []string // languages that index.md lists wrongly
	unread   bool     // index.md could not be read, so what it says is unknown
}

// configure reads index.md if it changed. If its settings differ from before, all other
// files must be read again.
func (r *Reader) configure() error {
	e := r.root.find("index.md")
	if e != nil && !e.isFile() {
		e = nil
	}
	if r.config != nil && e == r.homeEntry {
		return nil
	}
	c, home, err := readConfig(r.fsys, e)
	if errors.Is(err, rooted.ErrLink) {
		e.mode = fs.ModeSymlink // since it was listed
		e = nil
		c, home, err = readConfig(r.fsys, e)
	}
	if err != nil {
		return err
	}
	if r.config == nil || !c.same(r.config) {
		r.config, r.index, r.made = c, nil, map[string]*model.Entity{}
		for _, f := range r.root.all(nil) {
			f.unit = nil
			for _, e := range f.entries {
				e.file, e.why, e.result = file{}, "", nil
			}
		}
	}
	home.keep(r.home)
	r.home, r.homeEntry, r.root.unit = home, e, nil
	return nil
}

func (c *config) same(d *config) bool {
	return c.unread == d.unread && slices.Equal(c.dropped, d.dropped) && maps.Equal(c.relation, d.relation) &&
		reflect.DeepEqual(c.set, d.set) && reflect.DeepEqual(c.kinds, d.kinds)
}

// readConfig reads index.md, for the settings and as a page.
func readConfig(fsys afero.Fs, e *entry) (*config, *result, error) {
	c := &config{set: model.Settings{Languages: []string{"en"}, Branch: "main", MediaLimit: limits.MaxMediaBytes}, relation: map[string]bool{},
		parsers: map[string]*markdown.Parser{"": markdown.NewParser("")}}
	for _, id := range builtinKinds {
		c.kinds = append(c.kinds, model.Kind{ID: id})
	}
	home := &result{}
	if e == nil {
		home.faults.Add(diag.Pos{File: "index.md"}, diag.MissingKey, "there is no index.md; it holds the settings: "+
			"write at least title and languages between two lines of three dashes")
		home.text = &model.Text{Lang: c.set.Default()}
		home.doc = &model.Doc{}
		c.makeParsers()
		return c, home, nil
	}
	// The language of the home page's typography is in its own front matter,
	// so the file is read once for the settings and again for the prose.
	f := file{path: e.path, class: homeFile}
	var ignored diag.List
	front, _, err := newWorker(fsys, c).parse(f, &ignored)
	if err != nil {
		return nil, nil, err
	}
	if c.unread = front.unread; !c.unread {
		front.faults = &home.faults
		home.accepts = front.accepts()
		c.readSettings(front)
		front.lang = c.set.Default()
	} else {
		c.makeParsers()
	}
	f.lang = c.set.Default()
	f.written = f.lang
	_, body, err := newWorker(fsys, c).parse(f, &home.faults)
	if err != nil {
		return nil, nil, err
	}
	home.text = &model.Text{File: f.path, Lang: f.lang, Body: body}
	if !c.unread {
		title, summary := front.prose("title"), front.prose("description")
		home.text.Title, home.text.Summary, home.text.Rich = title.Plain, summary.Plain, richOf(title, summary)
		home.text.Head = prose.HeadHash(title.Typed, summary.Typed)
	}
	home.doc = &model.Doc{File: f.path, Links: true}
	return c, home, nil
}

// makeParsers makes a parser for each of the dossier's languages. The one for all others,
// under "", is there from the start.
func (c *config) makeParsers() {
	for _, lang := range c.set.Languages {
		c.parsers[lang] = markdown.NewParser(lang)
	}
}

func (c *config) readSettings(f *front) {
	f.get("title").text()
	f.need("title", "The summit dossier")
	f.get("description").text()
	c.languages(f)
	c.makeParsers()
	c.set.BaseURL = f.get("base_url").address()
	if u, err := url.Parse(c.set.BaseURL); err == nil && c.set.BaseURL != "" {
		u.Path = strings.TrimSuffix(u.Path, "/") + "/"
		u.RawQuery, u.Fragment = "", ""
		c.set.BaseURL = u.String()
	}
	c.set.Repository = strings.TrimSuffix(f.get("repository").address(), "/")
	c.set.RepositoryPos, c.set.ReportPos = f.get("repository").Pos, f.get("report").Pos
	if b := f.get("branch").text(); b != "" {
		c.set.Branch = b
	}
	c.set.Report = f.get("report").contact()
	c.set.Publisher, c.set.Editor = f.party("publisher", c.set.Default()), f.party("editor", c.set.Default())
	c.set.Published = f.get("published").date()
	c.set.Declared = c.set.Published
	c.set.MapNote = f.words(f.get("map_note"), c.set.Default())
	c.set.MediaLimit = f.get("media_limit").megabytes(limits.MaxMediaBytes)
	c.set.KeepMetadata = f.get("keep_metadata").flag(false)
	c.declaredKinds(f)
	c.declaredRelations(f)
	if sub := f.sub("map", "{relation: member-of, to: csto}"); sub != nil {
		if kind, to := tie(c, sub, "relation"); kind != "" && to != nil {
			c.set.Map = &model.MapTie{Relation: kind, To: *to}
		}
	}
	declaredEventTypes(c, f)
	f.finish()
}

func (c *config) languages(f *front) {
	var tags []string
	var places []diag.Pos
	tooMany := false
	for v := range f.get("languages").entries() {
		s := v.code()
		if s == "" {
			continue
		}
		tag, err := language.Parse(s)
		switch {
		case err != nil || tag.String() != s || tag == language.Und:
			hint := ""
			if err == nil && tag.String() != s {
				hint = fmt.Sprintf("; did you mean %q?", tag)
			}
			f.faults.Add(v.Pos, diag.WrongType, "%q is not a language tag such as en, fr or pt-BR%s", s, hint)
			if hint != "" {
				f.faults.Mend(s, tag.String(), true)
			}
			c.dropped = append(c.dropped, s, tag.String())
		case slices.Contains(tags, s):
			f.faults.Add(v.Pos, diag.DuplicateID, "the language %q is listed twice", s)
		case len(tags) >= limits.MaxLanguages:
			if !tooMany {
				f.faults.Add(v.Pos, diag.TooLarge, "there are more than %d languages; each has all the pages again", limits.MaxLanguages)
			}
			tooMany = true
			c.dropped = append(c.dropped, s)
		default:
			tags, places = append(tags, s), append(places, v.Pos)
		}
	}
	if len(tags) > 0 {
		c.set.Languages, c.set.LanguagePos = tags, places
	}
}

func (c *config) declaredKinds(f *front) {
	kinds := f.sub("kinds", "treaties: {name: {en: Treaties}}")
	if kinds == nil {
		return
	}
	for _, x := range kinds.fields {
		pos := x.Pos
		sub := kinds.sub(x.Key, "{name: {en: Treaties}}")
		if sub == nil {
			continue
		}
		k := model.Kind{
			ID: x.Key, Pos: pos, Names: c.name(sub, "name"), One: c.name(sub, "one"), SchemaType: sub.get("schema_type").text(), Unnamed: !sub.get("mentions").flag(true),
		}
		sub.needWords("name", c.set.Default(), "{en: Treaties}")
		for _, name := range k.Names {
			if len(name) > limits.MaxKindNameBytes {
				f.faults.Add(sub.place("name"), diag.TooLarge, "the name of a kind has at most %d bytes: the menus of every page have it", limits.MaxKindNameBytes)
				break
			}
		}
		sub.finish()
		why := filename.BadID(k.ID, k.ID)
		if why == "" {
			why = filename.Portable(k.ID)
		}
		switch {
		case why != "":
			f.faults.Add(pos, diag.BadName, "%s", why)
		case slices.Contains(reservedKinds, k.ID), slices.Contains(c.set.Languages, k.ID), slices.Contains(entityKeys, k.ID):
			f.faults.Add(pos, diag.BadName, "a kind cannot be called %q: the name has another meaning", k.ID)
		case c.isKind(k.ID):
			f.faults.Add(pos, diag.DuplicateID, "the kind %q exists already", k.ID)
		default:
			c.kinds = append(c.kinds, k)
		}
	}
}

// name is the name of something that index.md declares. One that is not given by
// language is the same in all.
func (c *config) name(f *front, key string) model.Words {
	v := f.get(key)
	words := f.words(v, c.set.Default())
	if one := words[c.set.Default()]; one != "" && !v.IsMap {
		for _, lang := range c.set.Languages {
			words[lang] = one
		}
	}
	return words
}

func (c *config) declaredRelations(f *front) {
	relations := f.sub("relations", "member-of: {name: {en: member of}, inverse: {en: members}}")
	if relations == nil {
		return
	}
	for _, x := range relations.fields {
		sub := relations.sub(x.Key, "{name: {en: member of}, inverse: {en: members}}")
		if sub == nil {
			continue
		}
		t := model.RelationType{ID: x.Key, Pos: x.Pos, Name: c.name(sub, "name"), Inverse: c.name(sub, "inverse"), Group: c.name(sub, "group"), InverseGroup: c.name(sub, "inverse_group")}
		sub.needWords("name", c.set.Default(), "{en: member of}")
		sub.needWords("inverse", c.set.Default(), "{en: members}")
		sub.finish()
		c.relation[t.ID] = true
		c.set.Relations = append(c.set.Relations, t)
	}
}

func declaredEventTypes(c *config, f *front) {
	types := f.sub("event_types", "attack: {name: {en: Attack}}")
	if types == nil {
		return
	}
	for _, x := range types.fields {
		if sub := types.sub(x.Key, "{name: {en: Attack}}"); sub != nil {
			c.set.EventTypes = append(c.set.EventTypes, model.EventType{ID: x.Key, Name: c.name(sub, "name"), Many: c.name(sub, "many")})
			sub.needWords("name", c.set.Default(), "{en: Attack}")
			sub.finish()
		}
	}
}
