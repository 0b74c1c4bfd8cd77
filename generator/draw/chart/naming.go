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

// above places the name of an event above its shape, on a chart of some width. By one rule for all,
// it begins where its shape does, or ends with the chart where it would run out of that.
func above(e *Event, at shape, width int) (n naming) {
	left := at.bounds(width).from
	n.name = Text{Anchor: "start", X: pct(at.from), Text: textwidth.Cut(e.Name, width, nameSize)}
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
		n.date = Text{Class: "when", Lang: e.WhenIn, Anchor: "end", X: pct(at.from), DX: px(-at.before - space), Text: e.When}
	}
	return n
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

// among is the name of an event on a chart whose lanes events share: after its shape, or before
// it, or else above it; and the room that name and shape take, in lanes one below the other.
func among(e *Event, at shape, width int) (Text, []block) {
	bare := Event{Name: e.Name}
	n, is := above(&bare, at, width).name, at.bounds(width)
	size := n.width()
	switch {
	case is.to+space+size <= width:
		n.Anchor, n.X, n.DX = "start", pct(at.to), px(at.after+space)
		return n, []block{{is.from, is.to + space + size + 2*space}}
	case is.from-space-size >= 0:
		n.Anchor, n.X, n.DX = "end", pct(at.from), px(-at.before-space)
		return n, []block{{is.from - space - size, is.to + 2*space}}
	}
	begins := is.from
	if n.Anchor == "end" {
		begins = width - size
	}
	return n, []block{{begins, begins + size + 2*space}, {is.from, is.to + 2*space}}
}
