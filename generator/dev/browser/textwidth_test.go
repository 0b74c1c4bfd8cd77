package browser

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/generator/content/iso3166"
	"dossier/generator/draw/textwidth"
)

// How far the estimate may be from what a browser measures: least and most are
// shares of the width as measured. What a name needs depends on the reader's
// font: of these limits the lower ones are met with DejaVu Sans, one of the
// widest, and the upper ones with Liberation Sans, which is as wide as Arial.
// An Arabic letter's width depends on its neighbours, which the estimate does
// not look at. Chinese signs are an em wide in every font.
var within = map[string]struct{ least, most float64 }{
	"en": {.9, 1.5}, "fr": {.9, 1.5}, "ru": {.9, 1.5}, "ar": {.87, 1.8}, "zh": {.99, 1.12},
}

// far says how an estimate is wrong; "" when it is right enough. Up to two
// pixels are of rounding: of the estimate, and of letters by the browser.
func far(lang, text string, reckoned int, measured float64) string {
	limit, r := within[lang], float64(reckoned)
	if r+2 < limit.least*measured || r-2 > limit.most*measured {
		return fmt.Sprintf("%s: %q is %.1f pixels wide, reckoned are %d", lang, text, measured, reckoned)
	}
	return ""
}

func estimated(text string, size int, bold bool) int {
	if bold {
		return textwidth.Bold(text, size)
	}
	return textwidth.Pixels(text, size)
}

// TestTextsAreAsWideAsEstimated measures the names of all countries in five
// languages and four scripts, at the sizes that drawings have: in the font that
// this browser has for them, and in the usual one of another width.
func TestTextsAreAsWideAsEstimated(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	t.Parallel()
	b := newTab(t, onDisk(made(t, suez), inSuez).base)
	b.open("timeline.html")
	fonts := eval[string](b, `getComputedStyle(document.querySelector(".chart svg")).fontFamily`)
	for _, font := range []string{fonts, `"Liberation Sans", Arial, sans-serif`} {
		measureCountries(b, font)
	}
}

func measureCountries(b *tab, font string) {
	for lang := range within {
		var names []string
		for _, c := range iso3166.All() {
			names = append(names, c.Name(lang))
		}
		list, err := json.Marshal(names)
		if err != nil {
			b.Fatal(err)
		}
		for _, bold := range []bool{false, true} {
			weight := map[bool]int{false: 400, true: 600}[bold]
			var shares []float64
			for _, size := range []int{12, 13, 14, 15, 18, 31} {
				real := eval[[]float64](b, fmt.Sprintf(`(() => {
					const c = document.createElement("canvas").getContext("2d")
					c.font = "%d %dpx " + %q
					return %s.map(t => c.measureText(t).width)
				})()`, weight, size, font, list))
				for i, name := range names {
					reckoned := estimated(name, size, bold)
					shares = append(shares, float64(reckoned)/real[i])
					if fault := far(lang, name, reckoned, real[i]); fault != "" {
						b.Errorf("%s, weight %d, %d pixels high: %s", font, weight, size, fault)
					}
				}
			}
			slices.Sort(shares)
			b.Logf("%.20s, %s, weight %d: reckoned is %.2f to %.2f of what is measured, in the middle %.2f",
				font, lang, weight, shares[0], shares[len(shares)-1], shares[len(shares)/2])
		}
	}
}

// drawn is a text of a drawing as a browser shows it.
type drawn struct {
	Text        string
	Size, Width float64
	Bold        bool
	Out         bool // of its box in the network
}

// TestDrawingsHaveRoomForTheirTexts measures the texts of the dossier's own
// drawings where they stand: the sizes estimated with are those of the style
// sheet, and no name of the network leaves its box.
func TestDrawingsHaveRoomForTheirTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	t.Parallel()
	roomForTexts(newTab(t, onDisk(made(t, suez), inSuez).base), map[string]string{"ar": "ar/", "zh": "zh/"})
}

// roomForTexts measures those of the editions in these folders.
func roomForTexts(b *tab, editions map[string]string) {
	for lang, dir := range editions {
		for page, sizes := range map[string][]float64{
			"timeline.html": {12, 13}, "map.html": {12, 14, 15, 18, 31}, "graph.html": {12, 14},
		} {
			for _, width := range []int64{1440, 320} { // wide and narrow screens show other drawings
				b.size(width)
				b.open(dir + page)
				all := eval[[]drawn](b, `[...document.querySelectorAll(".chart text, .maps text, .node text")].map(e => {
					const s = getComputedStyle(e), box = e.parentElement.matches(".node") && e.previousElementSibling.getBBox()
					return {Text: e.textContent, Size: parseFloat(s.fontSize), Bold: s.fontWeight >= 600, Width: e.getComputedTextLength(),
						Out: !!box && e.getComputedTextLength() > box.width}
				})`)
				seen := 0
				for _, x := range all {
					if x.Width == 0 {
						continue // for other screens
					}
					seen++
					if !slices.Contains(sizes, x.Size) {
						b.Errorf("%s%s: %q is %v pixels high", dir, page, x.Text, x.Size)
					}
					if x.Out {
						b.Errorf("%s%s: %q leaves its box", dir, page, x.Text)
					}
					if fault := far(lang, strings.TrimSpace(x.Text), estimated(x.Text, int(x.Size), x.Bold), x.Width); fault != "" {
						b.Errorf("%s%s, %d pixels wide: %s", dir, page, width, fault)
					}
				}
				if list := page == "graph.html" && width == 320; seen < 6 && !list { // the network is a list there
					b.Errorf("%s%s, %d pixels wide: only %d texts are shown", dir, page, width, seen)
				}
			}
		}
	}
}
