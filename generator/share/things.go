package share

import (
	"net/url"
	"regexp"
	"strings"

	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/schema"
	"dossier/generator/voice"
)

// most is how many of anything a page says: more would be a list of its own.
const most = 20

// things are what a page is about, and the way to it.
func (p page) things() []schema.Thing {
	all := make([]schema.Thing, 0, 2)
	switch {
	case p.Of != nil:
		all = append(all, p.work("CollectionPage"))
	case p.Kind == plan.Home:
		all = append(all, p.work("WebSite"))
	case p.Kind == plan.Article:
		all = append(all, p.article())
	case p.Kind == plan.Section:
		all = append(all, p.section())
	case p.Kind == plan.Entity:
		all = append(all, p.entity())
	case p.Kind == plan.Free || p.Kind == plan.Parallel || p.Kind == plan.Search:
		all = append(all, p.work("WebPage"))
	default:
		all = append(all, p.work("CollectionPage"))
	}
	if crumbs, ok := p.crumbs(); ok {
		all = append(all, crumbs)
	}
	return all
}

// crumbs are the way to the page; none for the front page.
func (p page) crumbs() (crumbs schema.Thing, ok bool) {
	if len(p.frame.Crumbs) == 0 {
		return crumbs, false
	}
	here := p.plan.Site.Settings.BaseURL + plan.Escape(p.Path)
	names, addresses := make([]string, 0, 4), make([]string, 0, 4)
	for _, c := range p.frame.Crumbs {
		to, ok := seenFrom(here, c.Href)
		if !ok {
			return crumbs, false
		}
		names, addresses = append(names, c.Text), append(addresses, strings.TrimSuffix(to, "index.html"))
	}
	return schema.Crumbs(append(names, p.frame.Title), addresses), true
}

// seenFrom is the whole address of a page to which another one refers by href; false when
// one of them is no address.
func seenFrom(here, href string) (string, bool) {
	up, down := 0, href
	for strings.HasPrefix(down, "../") {
		up, down = up+1, down[len("../"):]
	}
	if isPlain(down) && isPlain(here[strings.Index(here, "://")+3:]) { // as nearly all are
		folder := here[:strings.LastIndexByte(here, '/')]
		for ; up > 0; up-- {
			folder = folder[:strings.LastIndexByte(folder, '/')]
		}
		return folder + "/" + down, true
	}
	from, err := url.Parse(here)
	if err != nil {
		return "", false
	}
	to, err := from.Parse(href)
	if err != nil {
		return "", false
	}
	return to.String(), true
}

// isPlain reports that a part of an address means nothing but itself: it is the name of a
// file, with folders before it and perhaps a place in it.
func isPlain(part string) bool {
	for i := range len(part) {
		switch c := part[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 'A' && c <= 'Z', c == '-', c == '_', c == '#' && i > 0 && i < len(part)-1:
		case c == '/' && i > 0 && part[i-1] != '/', c == '.' && i > 0 && part[i-1] != '/' && part[i-1] != '.':
		default:
			return false
		}
	}
	return part != ""
}

// work is what the page is, when it is about nothing in particular.
func (p page) work(kind string) schema.Thing {
	out := schema.Thing{Type: kind, ID: p.frame.Canonical, Name: p.frame.Title, Description: p.frame.About, InLanguage: p.Lang}
	if p.Kind != plan.Home {
		out.IsPartOf = schema.Ref(p.url(""))
	}
	if p.Kind == plan.Home || p.Kind == plan.Free {
		p.translated(&out)
	}
	return out
}

// url is the address of a key's page in the edition.
func (p page) url(key model.Key) string { return p.plan.URL(p.plan.Path(p.Lang, key)) }

// text is what an article and a section say of themselves.
func (p page) text() schema.Thing {
	published, corrected := p.appeared()
	out := schema.Thing{
		Type: "Article", ID: p.frame.Canonical, Headline: p.frame.Title, Description: p.Text(p.Doc).Summary,
		DatePublished: date(published), DateModified: date(corrected), Author: p.people(p.authors()),
	}
	if p.frame.Card != nil {
		out.Image = p.frame.Card.URL
	}
	p.translated(&out)
	return out
}

// translated says in which language a text is, and of what it is a translation,
// or what are its.
func (p page) translated(out *schema.Thing) {
	original := p.plan.Site.Settings.Default()
	out.InLanguage = p.Text(p.Doc).Lang
	if p.Doc.Written != "" {
		original = p.Doc.Written
	}
	if p.Doc.Texts.In(p.Lang) == nil {
		return
	}
	for _, e := range p.plan.Editions {
		if e.Lang == p.Lang || p.Doc.Texts.In(e.Lang) == nil {
			continue
		}
		other := schema.Ref(p.plan.URL(p.plan.Path(e.Lang, p.Key)))
		switch {
		case e.Lang == original:
			out.TranslationOfWork = other
		case p.Lang == original && len(out.WorkTranslation) < most:
			out.WorkTranslation = append(out.WorkTranslation, *other)
		}
	}
}

func (p page) article() schema.Thing {
	a, out := p.Article, p.text()
	out.IsPartOf = schema.Ref(p.url(""))
	if a.Source != nil {
		out.IsBasedOn = p.retold(a)
	}
	return out
}

// retold is what an article was published as elsewhere.
func (p page) retold(a *model.Article) *schema.Thing {
	based := schema.Thing{
		Type: "Article", Name: p.SayIn(a.Source.Title).Text, URL: a.Source.URL,
		DatePublished: date(a.Source.Date), Author: p.people(a.Authors),
	}
	if a.Source.Author != "" {
		based.Author = []schema.Thing{{Type: "Person", Name: a.Source.Author}}
	}
	if publisher := p.SayIn(a.Source.Publisher).Text; publisher != "" {
		based.Publisher = &schema.Thing{Type: "Organization", Name: publisher}
	}
	return &based
}

func (p page) section() schema.Thing {
	s, out := p.Section, p.text()
	out.IsPartOf = schema.Ref(p.url(p.Article.Key))
	out.Position = 1 + p.lists.Reading(s) - p.lists.Reading(p.Article.Sections[0])
	if start, end := span(s.Date); start != "" && (end != "" || !s.Date.IsInterval()) {
		out.TemporalCoverage = strings.TrimSuffix(start+"/"+end, "/")
	}
	for _, c := range s.Corrections[:min(len(s.Corrections), most)] {
		comment := schema.Thing{Type: "CorrectionComment", Text: p.SayIn(c.Text).Text, DatePublished: date(c.Date)}
		switch {
		case !c.OfSource:
			out.Correction = append(out.Correction, comment)
		case s.Article.Source != nil: // of another work
			if out.IsBasedOn == nil {
				out.IsBasedOn = p.retold(s.Article)
			}
			out.IsBasedOn.Correction = append(out.IsBasedOn.Correction, comment)
		}
	}
	return out
}

// authors are who wrote an article or a section, as citations have it.
func (p page) authors() []model.Tag {
	if p.Kind != plan.Article && p.Kind != plan.Section {
		return nil
	}
	return voice.Writers(p.Article, p.Section)
}

// people mentions authors.
func (p page) people(of []model.Tag) []schema.Thing {
	var out []schema.Thing
	for _, t := range of[:min(len(of), most)] {
		e := p.lists.Entity(t.Key)
		out = append(out, schema.Thing{Type: p.typeOf(e), Name: p.Name(e), URL: p.url(e.Key)})
	}
	return out
}

// actorTypes are what schema.org calls the types of actors.
var actorTypes = map[string]string{"person": "Person", "government": "GovernmentOrganization"}

// typeName is how schema.org writes its types.
var typeName = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

// typeOf is what schema.org calls an entity.
func (p page) typeOf(e *model.Entity) string {
	switch kind := e.Key.Kind(); kind {
	case model.Countries:
		return "Country"
	case model.Events:
		return "Event"
	case model.Actors:
		if t, ok := actorTypes[e.Type]; ok {
			return t
		}
		return "Organization"
	default:
		for _, k := range p.plan.Site.Kinds {
			if k.ID == kind && typeName.MatchString(k.SchemaType) {
				return k.SchemaType
			}
		}
		return "Thing"
	}
}

func (p page) entity() schema.Thing {
	e := p.Entity
	out := schema.Thing{Type: p.typeOf(e), ID: p.frame.Canonical, Name: p.frame.Title, Description: p.Text(p.Doc).Summary, URL: p.frame.Canonical, SameAs: e.SameAs}
	for _, n := range p.OtherNames(e) {
		out.AlternateName = append(out.AlternateName, n.Text)
	}
	out.AlternateName = append(out.AlternateName, p.Aliases(e)...)
	out.AlternateName = out.AlternateName[:min(len(out.AlternateName), most)]
	start, end := span(e.Date)
	switch out.Type {
	case "Event":
		out.StartDate, out.EndDate, out.Location = start, end, p.location(e)
	case "Person":
		out.BirthDate, out.DeathDate = lifetime(e, start, end)
	case "Organization", "GovernmentOrganization":
		out.FoundingDate, out.DissolutionDate = lifetime(e, start, end)
	case "Country", "Place":
		out.Identifier = e.ISO
		if at := e.Position; at != nil && !at.Approximate {
			out.Geo = schema.Place(at.Lat, at.Lon)
		}
	}
	return out
}

// lifetime is what the date of an actor says of its beginning and its end: of one
// date alone nobody knows which it is.
func lifetime(e *model.Entity, start, end string) (from, to string) {
	if !e.Date.IsInterval() {
		return "", ""
	}
	return start, end
}

// location is where an event took place; nil when that is not known.
func (p page) location(e *model.Entity) *schema.Thing {
	if e.Place != nil {
		place := p.lists.Entity(e.Place.Key)
		return &schema.Thing{Type: p.placeType(place), Name: p.Name(place), URL: p.url(place.Key)}
	}
	if words := p.SayIn(e.PlaceText).Text; words != "" {
		return &schema.Thing{Type: "Place", Name: words}
	}
	return nil
}

// placeType is the type of an entity where something takes place.
func (p page) placeType(e *model.Entity) string {
	if t := p.typeOf(e); t == "Country" {
		return t
	}
	return "Place"
}
