package chart

// scaleLeast is how wide a scale is at least: that of a slider on a screen of 320.
const scaleLeast = 225

// between is how far marks of days are apart at least, in hundredths of per cent: nearer ones
// would run together on most screens, and there are no more than some hundreds.
const between = 25

// Measures of a scale's height, in pixels.
const (
	scaleStop   = 6
	scaleTick   = 8
	scaleWords  = 18
	scaleHeight = 22
)

// Scale is a chart of nothing but an axis, with a mark, a line of class "stop", for each of the
// days to choose from, or for several that would run together; and the places of these days in
// hundredths of per cent, no two alike. There is at least one day, an ordinal (see edtf.Day), and
// they are in order. Very long stretches without a day are cut out, as of any axis.
func Scale(days []int, w Words) (s *Chart, at []int) {
	var spans []span
	for _, d := range days {
		spans = append(spans, span{from: 2 * d, to: 2*d + 1})
	}
	a := axis{cores: shownParts(spans, nil, len(days)+1), cut: placeOf(rowCut, scaleLeast)}
	a.parts, a.shown = a.cores, max(1, sum(a.cores))
	s = &Chart{Kind: "scale", Height: px(scaleHeight)}
	last := -1
	for _, d := range days {
		last = max(last+1, a.at(2*d))
		at = append(at, last)
	}
	for _, g := range a.gaps() {
		s.Texts = append(s.Texts, Text{Class: "gap", X: pct((g.from + g.to) / 2), Y: px(scaleTick), Anchor: "middle", Text: "⋯"})
	}
	ticks, texts := a.words(w, scaleLeast, 0, rowGap, scaleWords)
	s.scale(a, ticks, texts, 0, scaleTick)
	free := 0
	for _, x := range at {
		if x >= free {
			s.Lines = append(s.Lines, Line{Class: "stop", X1: pct(x), Y1: px(0), X2: pct(x), Y2: px(scaleStop)})
			free = x + between
		}
	}
	return s.turned(w), at
}
