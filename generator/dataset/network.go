package dataset

import (
	"cmp"
	"slices"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/xmltext"
)

// appendNetwork writes the relations as GEXF 1.3, a network along time: everything that
// has a relation, and a line for all relations of a type between two of these, with a
// spell for each. A spell is from the first day on which the relation may have begun to
// the last on which it may have held; one without a date holds at all times. A line of a
// type that reads the same from both ends is mutual: some readers know no network with
// lines of both sorts, directed and undirected.
func (d *dossier) appendNetwork(buf []byte, mark string, spill func([]byte) []byte) []byte {
	ties := d.Lists.In(d.Voice.Lang, lists.Order{}).AllTies().Entries()
	slices.SortFunc(ties, func(a, b lists.Tie) int {
		return cmp.Or(cmp.Compare(a.From.Key, b.From.Key), cmp.Compare(a.Type, b.Type), cmp.Compare(a.To.Key, b.To.Key))
	})
	x := network{buf}
	x.add(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<gexf xmlns="http://gexf.net/1.3" version="1.3">` + "\n<meta>")
	x.buf = xmltext.Element(x.buf, "description", d.Text(d.site.Home).Title)
	x.add("</meta>\n" + `<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">` + "\n" + `<attributes class="node">`)
	x.attribute("kind")
	x.attribute("type")
	x.attribute("iso_alpha3")
	for _, lang := range d.languages() {
		x.attribute("name_" + columnTag(lang))
	}
	x.add(`</attributes>` + "\n" + `<attributes class="edge">`)
	x.attribute("relation")
	x.attribute("when")
	x.add("</attributes>\n<nodes>\n")
	for _, e := range ends(ties) {
		d.node(&x, e)
		x.buf = spill(x.buf)
	}
	x.add("</nodes>\n<edges>\n")
	for _, t := range ties {
		d.edge(&x, t)
		x.buf = spill(x.buf)
	}
	x.add("</edges>\n</graph>\n</gexf>\n" + mark + "\n")
	return x.buf
}

// ends are the entities that have ties, by key.
func ends(ties []lists.Tie) []*model.Entity {
	var out []*model.Entity
	for _, t := range ties {
		out = append(out, t.From, t.To)
	}
	slices.SortFunc(out, func(a, b *model.Entity) int { return cmp.Compare(a.Key, b.Key) })
	return slices.Compact(out)
}

// network writes elements.
type network struct{ buf []byte }

func (x *network) add(text string) { x.buf = append(x.buf, text...) }

// element begins an element, with the value of its first attribute.
func (x *network) element(tag, value string) {
	x.add(tag)
	x.buf = append(xmltext.Append(x.buf, value), '"')
}

// attribute declares one, of text, whose id is its title.
func (x *network) attribute(name string) {
	x.element(`<attribute id="`, name)
	x.buf = xmltext.Attribute(x.buf, "title", name)
	x.add(` type="string"/>`)
}

// value gives an attribute of a node or line, if it has it.
func (x *network) value(name, value string) {
	if value != "" {
		x.add(`<attvalue`)
		x.buf = xmltext.Attribute(xmltext.Attribute(x.buf, "for", name), "value", value)
		x.add(`/>`)
	}
}

func (d *dossier) node(x *network, e *model.Entity) {
	x.element(`<node id="`, string(e.Key))
	x.buf = xmltext.Attribute(x.buf, "label", d.Name(e))
	x.add(`><attvalues>`)
	x.value("kind", e.Key.Kind())
	x.value("type", e.Type)
	x.value("iso_alpha3", alpha3(e))
	for _, lang := range d.languages() {
		x.value("name_"+columnTag(lang), d.name(e, lang))
	}
	x.add("</attvalues></node>\n")
}

func (d *dossier) edge(x *network, t lists.Tie) {
	kind := &d.site.Settings.Relations[t.Type]
	x.element(`<edge id="`, string(t.From.Key)+":"+kind.ID+":"+string(t.To.Key))
	x.buf = xmltext.Attribute(xmltext.Attribute(x.buf, "source", string(t.From.Key)), "target", string(t.To.Key))
	if kind.Symmetric() {
		x.add(` type="mutual"`)
	}
	x.buf = xmltext.Attribute(xmltext.Attribute(x.buf, "kind", kind.ID), "label", d.SayIn(kind.Name).Text)
	x.add(`><attvalues>`)
	x.value("relation", kind.ID)
	var when []string
	for _, e := range t.Edges {
		if !e.When.IsZero() {
			when = append(when, e.When.String())
		}
	}
	x.value("when", strings.Join(when, " "))
	x.add(`</attvalues>`)
	x.spells(t.Edges)
	x.add("</edge>\n")
}

// spells adds those of relations, unless one of them has no date and so always holds.
func (x *network) spells(of []model.Edge) {
	if slices.ContainsFunc(of, func(e model.Edge) bool { return !holdsFor(e.When) }) {
		return
	}
	x.add(`<spells>`)
	for _, e := range of {
		first, last := days(e.When)
		x.add(`<spell`)
		x.buf = xmltext.Attribute(xmltext.Attribute(x.buf, "start", first), "end", last)
		x.add(`/>`)
	}
	x.add(`</spells>`)
}

// holdsFor reports a date with a beginning or an end that the format can say.
func holdsFor(when edtf.Date) bool {
	first, last := when.Bounds()
	return !when.IsZero() && (plan.HasDay(first) || plan.HasDay(last))
}
