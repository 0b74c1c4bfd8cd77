package acceptance

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dossier/generator/draw/textwidth"
)

// rect is a rectangle of a drawing.
type rect struct{ left, top, right, bottom float64 }

// meets reports whether two rectangles overlap.
func (r rect) meets(o rect) bool {
	return r.left < o.right && o.left < r.right && r.top < o.bottom && o.top < r.bottom
}

var pathStep = regexp.MustCompile(`([MLHQAZ])([^MLHQAZ]*)`)

// alongPath gives points along the data of a path, some pixels from each other at
// most, and the rectangle about them, to which a rounding adds its radius.
func alongPath(t *testing.T, data string) (points [][2]float64, about rect) {
	t.Helper()
	var x, y float64
	to := func(cx, cy, ex, ey float64) {
		for i := range 65 {
			s := float64(i) / 64
			points = append(points, [2]float64{(1-s)*(1-s)*x + 2*s*(1-s)*cx + s*s*ex, (1-s)*(1-s)*y + 2*s*(1-s)*cy + s*s*ey})
		}
		x, y = ex, ey
	}
	wider := 0.0
	for _, step := range pathStep.FindAllStringSubmatch(data, -1) {
		var n []float64
		for _, word := range strings.Fields(step[2]) {
			v, err := strconv.ParseFloat(word, 64)
			if err != nil {
				t.Fatalf("path %q: %v", data, err)
			}
			n = append(n, v)
		}
		switch step[1] {
		case "M":
			x, y = n[0], n[1]
		case "L":
			to((x+n[0])/2, (y+n[1])/2, n[0], n[1])
		case "H":
			to((x+n[0])/2, y, n[0], y)
		case "Q":
			to(n[0], n[1], n[2], n[3])
		case "A":
			wider = n[0]
			to((x+n[5])/2, (y+n[6])/2, n[5], n[6])
		}
	}
	about = rect{points[0][0], points[0][1], points[0][0], points[0][1]}
	for _, p := range points {
		about = rect{min(about.left, p[0]), min(about.top, p[1]), max(about.right, p[0]), max(about.bottom, p[1])}
	}
	about.left, about.right = about.left-wider, about.right+wider
	return points, about
}

// clearNetwork: in no edition's network does a line touch a box that is not its end, or do words
// lie on a box or on other words; and each type of relation has its words.
func clearNetwork(t *testing.T, content string) {
	s, drawn := readDossier(t, content, buildDossier(t, content), "/"), 0
	s.eachPage(func(p *page) {
		var boxes, words []rect
		var titles, lines []string
		var ends [][2]int
		said, typed := map[string]bool{}, map[string]bool{}
		for e := range p.elements("a", "g", "text") {
			class, data := attr(e, "class"), ""
			if attr(e.Parent, "class") == "star" {
				continue // a drawing of its own
			}
			for c := range e.ChildNodes() {
				if c.Type == html.ElementNode && c.Data == "path" && data == "" {
					data = attr(c, "d")
				}
			}
			switch {
			case strings.HasPrefix(class, "node "):
				_, about := alongPath(t, data)
				boxes, titles = append(boxes, about), append(titles, text(e))
			case attr(e, "data-ends") != "":
				from, to, _ := strings.Cut(attr(e, "data-ends"), " ")
				a, _ := strconv.Atoi(from)
				b, _ := strconv.Atoi(to)
				lines, ends = append(lines, data), append(ends, [2]int{a, b})
				typed[strings.Fields(class)[1]] = true
			case strings.HasPrefix(class, "words "):
				said[strings.Fields(class)[1]] = true
				half := float64(textwidth.Of(text(e))) * 13 / textwidth.Em / 2
				x, _ := strconv.ParseFloat(attr(e, "x"), 64)
				y, _ := strconv.ParseFloat(attr(e, "y"), 64)
				words = append(words, rect{x - half, y - 7, x + half, y + 7})
			}
		}
		drawn += len(lines) * len(words)
		for i, line := range lines {
			points, _ := alongPath(t, line)
			for n, b := range boxes {
				near := rect{b.left - 3, b.top - 3, b.right + 3, b.bottom + 3}
				for _, at := range points {
					if n != ends[i][0] && n != ends[i][1] && near.meets(rect{at[0], at[1], at[0] + .1, at[1] + .1}) {
						t.Errorf("%s: the line between %q and %q touches %q", p.path, titles[ends[i][0]], titles[ends[i][1]], titles[n])
						break
					}
				}
			}
		}
		for i, w := range words {
			for n, b := range boxes {
				if w.meets(b) {
					t.Errorf("%s: words lie on %q", p.path, titles[n])
				}
			}
			for _, o := range words[:i] {
				if w.meets(o) {
					t.Errorf("%s: words lie on others at %v", p.path, w)
				}
			}
		}
		for style := range typed {
			if !said[style] {
				t.Errorf("%s: no line of the style %s has its words", p.path, style)
			}
		}
	})
	if drawn == 0 {
		t.Error("no network is found")
	}
}
