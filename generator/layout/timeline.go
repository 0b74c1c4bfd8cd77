package layout

// Chart is a drawing of events along time, as an SVG of Height pixels that
// takes whatever inline size it is given: lengths along a horizontal axis are
// percentages, all others pixels. Time runs from left to right, and down in a
// tall chart, in every language.
type Chart struct {
	Kind   string // "wide", "tall" or "strip"
	Height string
	Label  string // what is drawn, for those who cannot see it
	Note   string // what is not drawn; "" when nothing is missing
	Boxes  []ChartBox
	Lines  []ChartLine
	Texts  []ChartText
	Marks  []ChartMark
}

// ChartMark is one event: its link holds its shapes and its name.
type ChartMark struct {
	Href  string
	Title string // date and name
	Boxes []ChartBox
	Dots  []ChartDot
	Texts []ChartText
}

// ChartBox is a rectangle: "bar" is all of the event's time, "fade-1" to
// "fade-3" where it fades, "cut" a stretch left out of the axis, "hit" what
// can be pointed at.
type ChartBox struct{ Class, X, Y, W, H string }

// ChartLine is a line: "axis", "tick" or "leader", which leads from a shape to a
// name that is not beside it.
type ChartLine struct{ Class, X1, Y1, X2, Y2 string }

// ChartDot is a day: "dot", or "dot vague" when it is not certain.
type ChartDot struct{ Class, X, Y string }

// ChartText is a line of text. Anchor is "start", "middle" or "end"; DX moves
// it by pixels. Class is "", "year" for a tick that begins a year, or "gap".
type ChartText struct{ Class, X, DX, Y, Anchor, Text string }
