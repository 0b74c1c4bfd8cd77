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

// nameOf is the line of an event's name alone, as long as a chart is wide at most.
func nameOf(e *Event, width int) Text { return Text{Text: textwidth.Cut(e.Name, width, nameSize)} }

// above places a line above a shape, on a chart of some width: it begins where the shape does, or
// ends with the chart where it would run out of that.
func above(n Text, at shape, width int) Text {
	n.Anchor, n.X = "start", pct(at.from)
	if at.before > 0 {
		n.DX = px(-at.before)
	}
	if at.bounds(width).from+n.width() > width {
		n.Anchor, n.X, n.DX = "end", pct(whole), ""
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
	n = above(n, at, width)
	begins, size := is.from, n.width()
	if n.Anchor == "end" {
		begins = width - size
	}
	return n, []block{{begins, begins + size + 2*space}, {is.from, is.to + 2*space}}
}
