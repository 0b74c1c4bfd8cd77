package chart

// Signs of a chart's key, in its order.
const (
	Day   = "day"   // a dot
	Long  = "span"  // a bar
	Vague = "vague" // what is not certain fades
	Open  = "open"  // an arrow
	Ahead = "ahead" // hollow: after the dossier's date
)

// kinds are the shapes of sorts of events. More than these no reader tells
// apart, and no theme has colours for.
var kinds = [...]string{
	"M0-6 6 0 0 6-6 0Z", "M-5-5H5V5H-5Z", "M0-6 6 5H-6Z", "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z", "M0 6 6-5H-6Z", "M-6 0-3-5H3L6 0 3 5H-3Z",
}

// cuts are the same shapes small enough to be cut out of a bar.
var cuts = [...]string{
	"M0-4 4 0 0 4-4 0Z", "M-3-3H3V3H-3Z", "M0-4 4 3H-4Z", "M-1-4H1V-1H4V1H1V4H-1V1H-4V-1H-1Z", "M0 4 4-3H-4Z", "M-4 0-2-3H2L4 0 2 3H-2Z",
}

// Shape is the shape of a sort of event, by its number from 1, as path data about
// (0, 0), and the class that colours it; "" for one that has none.
func Shape(sort int) (path, class string) {
	if sort < 1 || sort > len(kinds) {
		return "", ""
	}
	return kinds[sort-1], "k" + px(sort)
}

// kind is the number of an event's sort if it has a shape, else 0.
func (w Words) kind(s span) int {
	if k := s.event.Type; k <= min(len(kinds), len(w.Types)) {
		return k
	}
	return 0
}

// kindDot is the shape of an event's sort, some pixels from a place.
func kindDot(k int, x, y string, dx int) Dot {
	return Dot{Class: "kind", X: x, Y: y, DX: px(dx), Path: kinds[k-1]}
}

// Size of a key's drawings, in pixels.
const (
	keyWidth  = 24
	keyHeight = 16
)

// keyed adds what the shapes of a chart mean: the sorts and signs that it has.
func (c *Chart) keyed(spans []span, a axis, w Words) *Chart {
	middle := px(keyHeight / 2)
	for k := range min(len(kinds), len(w.Types)) {
		for _, s := range spans {
			if w.kind(s) == k+1 {
				c.Key = append(c.Key, Key{Said: w.Types[k], Class: "k" + px(k+1), Dots: []Dot{kindDot(k+1, px(keyWidth/2), middle, 0)}})
				break
			}
		}
	}
	has := map[string]bool{}
	alike := map[string]int{} // the sort of the first day that has a sign, where its shape shows the sign
	for _, s := range spans {
		if k := w.kind(s); k > 0 && s.day() {
			for sign, is := range map[string]bool{Vague: s.start == vague, Ahead: a.ahead(s)} {
				if is && alike[sign] == 0 {
					alike[sign] = k
				}
			}
		} else {
			has[Day] = has[Day] || s.day()
		}
		has[Long] = has[Long] || !s.day()
		has[Vague] = has[Vague] || s.start.fades() || s.end.fades()
		has[Open] = has[Open] || s.start == open || s.end == open
		has[Ahead] = has[Ahead] || a.ahead(s)
	}
	bar := func(class string, x, w int) Box {
		return Box{Class: class, X: px(x), Y: px((keyHeight - barSize) / 2), W: px(w), H: px(barSize)}
	}
	dot := Dot{Class: "dot", X: px(keyWidth / 2), Y: middle}
	day := func(sign string) []Dot {
		if k := alike[sign]; k > 0 {
			d := kindDot(k, px(6), middle, 0)
			d.Class += " " + sign
			return []Dot{d}
		}
		return []Dot{{Class: "dot " + sign, X: px(5), Y: middle}}
	}
	signs := []Key{
		{Said: Said{Text: Day}, Dots: []Dot{dot}},
		{Said: Said{Text: Long}, Boxes: []Box{bar("bar", 2, 20)}},
		{Said: Said{Text: Vague}, Boxes: []Box{bar("bar", 12, 2), bar("fade-1", 14, 3), bar("fade-2", 17, 3), bar("fade-3", 20, 3)}, Dots: day(Vague)},
		{Said: Said{Text: Open}, Boxes: []Box{bar("bar", 2, 13)}, Dots: []Dot{{Class: "open", X: px(15), Y: middle, Path: arrow}}},
		{Said: Said{Text: Ahead}, Boxes: []Box{bar("ahead", 12, 11)}, Dots: day(Ahead)},
	}
	for _, k := range signs {
		if has[k.Text] {
			k.Said = w.Sign(k.Text)
			c.Key = append(c.Key, k)
		}
	}
	return c
}
