package chart

import "dossier/generator/draw/textwidth"

// shape is an event's shape on a wide chart: a part of the axis, and how many pixels it
// sticks out of it.
type shape struct{ from, to, before, after int }

// bounds are those of a shape in pixels on a chart of some width.
func (s shape) bounds(width int) block {
	return block{pixels(s.from, width) - s.before, pixels(s.to, width) + s.after}
}

// width is that of the line of an event's name, with the date behind it if it has one.
func (t Text) width() int {
	size := textwidth.Pixels(t.Text, nameSize)
	if t.When != "" {
		size += space + textwidth.Pixels(t.When, tickSize)
	}
	return size
}

// dated is a line with the event's date behind it.
func (t Text) dated(e *Event) Text {
	t.When, t.WhenIn = e.When, e.WhenIn
	return t
}

// naming is the line of an event's name above its shape, and the date before the shape where it
// has no room behind the name.
type naming struct{ name, date Text }

// nameOf is the line of an event's name alone, as long as a chart is wide at most.
func nameOf(e *Event, width int) Text { return Text{Text: textwidth.Cut(e.Name, width, nameSize)} }

// above places the name of an event above its shape, on a chart of some width. By one rule for all,
// it begins where its shape does, or ends with the chart where it would run out of that.
func above(e *Event, at shape, width int) (n naming) {
	left := at.bounds(width).from
	n.name = nameOf(e, width)
	n.name.Anchor, n.name.X = "start", pct(at.from)
	if at.before > 0 {
		n.name.DX = px(-at.before)
	}
	if dated := n.name.dated(e); dated.width() <= width-left {
		return naming{name: dated}
	}
	if n.name.width() > width-left {
		n.name.Anchor, n.name.X, n.name.DX = "end", pct(whole), ""
	}
	if textwidth.Pixels(e.When, tickSize)+space <= left {
		n.date = before(at, e)
	}
	return n
}

// before is the date of an event before its shape, after is it behind that.
func before(at shape, e *Event) Text {
	return Text{Class: "when", Lang: e.WhenIn, Anchor: "end", X: pct(at.from), DX: px(-at.before - space), Text: e.When}
}

func after(at shape, e *Event) Text {
	return Text{Class: "when", Lang: e.WhenIn, Anchor: "start", X: pct(at.to), DX: px(at.after + space), Text: e.When}
}

// beside places the name of an event in the line of its shape, with the date behind it or else on the
// shape's other side; false where there is no room for both.
func beside(e *Event, at shape, width int) (n naming, ok bool) {
	name, blocks := among(nameOf(e, width).dated(e), at, width)
	if len(blocks) == 1 {
		return naming{name: name}, true
	}
	name, blocks = among(nameOf(e, width), at, width)
	is, size := at.bounds(width), textwidth.Pixels(e.When, tickSize)+space
	switch {
	case len(blocks) > 1:
	case name.Anchor == "start" && is.from >= size:
		return naming{name, before(at, e)}, true
	case name.Anchor == "end" && is.to+size <= width:
		return naming{name, after(at, e)}, true
	}
	return naming{}, false
}

// dateAmong is the room that the date of an event takes behind its name beside what that and its
// shape do; none if it would run out of the chart.
func dateAmong(e *Event, name Text, blocks []block, width int) block {
	size := name.dated(e).width() - name.width()
	is := blocks[0]
	switch {
	case e.When == "":
	case name.Anchor == "end" && is.from >= size:
		return block{is.from - size, is.from}
	case name.Anchor == "start" && is.to-2*space+size <= width:
		return block{is.to, is.to + size}
	}
	return block{}
}

// among places the line of an event's name beside its shape: after it, or before it, or else, without
// a date, above it; and gives the room that name and shape take, in lanes one below the other.
func among(n Text, at shape, width int) (Text, []block) {
	is, size := at.bounds(width), n.width()
	switch {
	case is.to+space+size <= width:
		n.Anchor, n.X, n.DX = "start", pct(at.to), px(at.after+space)
		return n, []block{{is.from, is.to + space + size + 2*space}}
	case is.from-space-size >= 0:
		n.Anchor, n.X, n.DX = "end", pct(at.from), px(-at.before-space)
		return n, []block{{is.from - space - size, is.to + 2*space}}
	}
	n = above(&Event{Name: n.Text}, at, width).name
	begins, size := is.from, n.width()
	if n.Anchor == "end" {
		begins = width - size
	}
	return n, []block{{begins, begins + size + 2*space}, {is.from, is.to + 2*space}}
}
