package chart

import "strings"

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
	d := Dot{Class: "kind", X: x, Y: y, Path: kinds[k-1]}
	if dx != 0 {
		d.DX = px(dx)
	}
	return d
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
	at := drawn(c.Marks)
	bar := func(class string, x, w int) Box {
		return Box{Class: class, X: px(x), Y: px((keyHeight - barSize) / 2), W: px(w), H: px(barSize)}
	}
	day := func(sign string, x int) []Dot {
		d, ok := at.days[sign]
		if !ok {
			return nil
		}
		d.X, d.Y, d.DX = px(x), middle, ""
		return []Dot{d}
	}
	// pair draws what of a sign is drawn as a bar and as a day, side by side if both are.
	pair := func(sign string, bars ...Box) Key {
		if !at.bars[sign] {
			return Key{Said: Said{Text: sign}, Dots: day(sign, keyWidth/2)}
		}
		return Key{Said: Said{Text: sign}, Boxes: bars, Dots: day(sign, 5)}
	}
	long := Key{Said: Said{Text: Long}}
	if at.bars[Long] {
		long.Boxes = append(long.Boxes, bar("bar", 2, 20))
	}
	if d, ok := at.days[foot]; ok {
		x := keyWidth / 2
		if at.bars[Long] {
			long.Boxes[0], x = bar("bar", 0, 10), 18
		}
		long.Boxes = append(long.Boxes, Box{Class: foot, X: px(x - 4), Y: px(keyHeight/2 + footDown - footSize/2), W: px(8), H: px(footSize)})
		long.Dots = []Dot{{Class: d.Class, X: px(x), Y: middle, Path: d.Path}}
	}
	dot := day(Day, keyWidth/2)
	if dot != nil {
		dot[0].Class = "dot" // the first one may have a sign
	}
	signs := []Key{
		{Said: Said{Text: Day}, Dots: dot},
		long,
		pair(Vague, bar("bar", 12, 2), bar("fade-1", 14, 3), bar("fade-2", 17, 3), bar("fade-3", 20, 3)),
	}
	if at.bars[Open] {
		signs = append(signs, Key{Said: Said{Text: Open}, Boxes: []Box{bar("bar", 2, 13)}, Dots: []Dot{{Class: "open", X: px(15), Y: middle, Path: arrow}}})
	}
	signs = append(signs, pair(Ahead, bar("ahead", 12, 11)))
	for _, k := range signs {
		if k.Boxes != nil || k.Dots != nil {
			k.Said = w.Sign(k.Text)
			c.Key = append(c.Key, k)
		}
	}
	return c
}

// shown are the signs that a chart has: as bars, and a day for those that it has as days. The
// key of a day without a sort, which is a dot, is Day, and that of a shape above its time foot.
type shown struct {
	bars map[string]bool
	days map[string]Dot
}

// drawn finds the signs of what is drawn; of a sign that several days have the first is kept.
func drawn(marks []Mark) shown {
	s := shown{map[string]bool{}, map[string]Dot{}}
	for _, m := range marks {
		footed := false
		for _, b := range m.Boxes {
			class := strings.Fields(b.Class)
			switch {
			case class[0] == foot:
				footed = true
			case class[0] == "bar", class[0] == "ahead", strings.HasPrefix(class[0], "fade"):
				s.bars[Long] = s.bars[Long] || class[0] != "ahead"
				s.bars[Ahead] = s.bars[Ahead] || class[0] == "ahead"
				s.bars[Vague] = s.bars[Vague] || class[0] != "bar" && class[0] != "ahead" || len(class) > 1
			}
		}
		for _, d := range m.Dots {
			signs := strings.Fields(d.Class)
			if signs[0] == "open" {
				s.bars[Open] = true
				continue
			}
			if d.Path == "" {
				signs[0] = Day
			} else if signs[0] = foot; !footed {
				signs = signs[1:]
			}
			for _, sign := range signs {
				if _, ok := s.days[sign]; !ok {
					s.days[sign] = Dot{Class: d.Class, Path: d.Path}
				}
			}
		}
	}
	return s
}
