package emit

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/draw/network"
	"dossier/generator/model"
)

// maxNodes is how many entities the network shows at most, and maxLines how
// many relations: of a dense network it shows fewer entities.
const (
	maxNodes = 60
	maxLines = 300
)

// maxLabel is how many characters of a name a node shows; the whole name is
// in its title and in the table.
const maxLabel = 28

// netMargin is the space around the drawing, in pixels.
const netMargin = 12

// nodePlaces is where the network shows its entities: the same in every edition,
// with room for the longest of an entity's names.
type nodePlaces struct {
	shown         []*model.Entity
	left          int           // how many are not shown
	boxes         []network.Box // of shown
	width, height int           // of the drawing, in pixels
}

func newNodePlaces(s *model.Site) nodePlaces {
	var p nodePlaces
	p.shown, p.left = mostConnected(s)
	at := map[model.Key]int{}
	for i, e := range p.shown {
		at[e.Key] = i
		b := network.Box{H: 30 * network.Unit}
		for _, lang := range s.Settings.Languages {
			b.W = max(b.W, nodeWidth(nodeLabel(e, lang, s.Settings.Default())))
		}
		p.boxes = append(p.boxes, b)
	}
	var pairs [][2]int
	for _, e := range p.shown {
		for _, r := range e.Relations {
			if to, ok := at[r.To.Key]; ok {
				pairs = append(pairs, [2]int{at[e.Key], to})
			}
		}
	}
	w, h := network.Arrange(p.boxes, pairs)
	p.width, p.height = w/network.Unit+2*netMargin+1, h/network.Unit+2*netMargin+1
	for i := range p.boxes {
		p.boxes[i].X += netMargin * network.Unit
		p.boxes[i].Y += netMargin * network.Unit
	}
	return p
}

// mostConnected picks the entities to draw: again and again the one tied to
// most others; of several, one tied to those picked, then the first by key.
// One that is tied to none of the picked is left out. It also counts the
// entities with relations that are not drawn.
func mostConnected(s *model.Site) (shown []*model.Entity, left int) {
	next := map[model.Key]map[model.Key]bool{}
	var rest []*model.Entity
	for _, e := range s.Entities {
		for _, edge := range s.Relations[e.Key] {
			if edge.Other == e.Key {
				continue
			}
			if next[e.Key] == nil {
				next[e.Key] = map[model.Key]bool{}
				rest = append(rest, e)
			}
			next[e.Key][edge.Other] = true
		}
	}
	slices.SortFunc(rest, func(a, b *model.Entity) int { return cmp.Compare(a.Key, b.Key) })
	all := len(rest)
	near, picked, lines := map[model.Key]bool{}, map[model.Key]bool{}, 0
	for len(shown) < maxNodes && len(rest) > 0 {
		best := 0
		for i, e := range rest {
			d := cmp.Compare(len(next[e.Key]), len(next[rest[best].Key]))
			if d > 0 || d == 0 && near[e.Key] && !near[rest[best].Key] {
				best = i
			}
		}
		for _, edge := range s.Relations[rest[best].Key] {
			if picked[edge.Other] {
				lines++
			}
		}
		if lines > maxLines && len(shown) > 1 {
			break
		}
		shown, picked[rest[best].Key] = append(shown, rest[best]), true
		for other := range next[rest[best].Key] {
			near[other] = true
		}
		rest = slices.Delete(rest, best, best+1)
	}
	kept := slices.DeleteFunc(slices.Clone(shown), func(e *model.Entity) bool {
		return !slices.ContainsFunc(shown, func(other *model.Entity) bool { return next[e.Key][other.Key] })
	})
	return kept, all - len(kept)
}

// nodeLabel is what a node shows: the name, else the first alias that is short
// enough, else the beginning of the name.
func nodeLabel(e *model.Entity, lang, fallback string) string {
	name := e.Name(lang, fallback)
	for _, label := range append([]string{name}, e.Aliases[lang]...) {
		if utf8.RuneCountInString(label) <= maxLabel {
			return label
		}
	}
	return strings.TrimSpace(string([]rune(name)[:maxLabel-1])) + "…"
}

// nodeWidth estimates the width of a node with a label, in fixed point, rather
// too wide than too narrow.
func nodeWidth(label string) int {
	tenths := 0
	for _, r := range label {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
			tenths += 140
		case unicode.Is(unicode.Mn, r):
		case unicode.IsUpper(r) && r < 0x400 || r > 0x2000:
			tenths += 98
		case strings.ContainsRune("mwMWжшщюфыЖШЩЮФЫ", r):
			tenths += 110
		case strings.ContainsRune(" iljtfrI.,'’-()", r):
			tenths += 46
		case unicode.IsUpper(r):
			tenths += 112
		case r >= 0x400:
			tenths += 90
		default:
			tenths += 78
		}
	}
	return (tenths + 340) * network.Unit / 10
}
