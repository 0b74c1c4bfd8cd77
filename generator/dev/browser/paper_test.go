package browser

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/text/unicode/norm"
)

// paper prints an article of every edition to PDF, and the page of states with
// its tables: no letter of the text is lost there, and no page is empty.
func paper(b *tab, p place) {
	files := []string{"as-of.html"}
	for _, lang := range p.editions {
		files = append(files, p.in(lang, p.article))
	}
	for _, file := range files {
		b.open(file)
		want := forPaper(b)
		if len(want) < 15 {
			b.Errorf("%s: only the letters %v are for paper", file, want)
		}
		pdf := printPDF(b)
		if faults := lostOnPaper(pdf, want); faults != nil {
			b.Errorf("%s, printed: %s", file, strings.Join(faults, ", "))
		}
		if file != files[0] {
			wellFilled(b, file, pdf)
		}
	}
	want := forPaper(b)
	eval[bool](b, `(document.querySelector("main .prose p").style.display = "none", true)`)
	if lostOnPaper(printPDF(b), want) == nil {
		b.Error("a paragraph that is not printed is not missed")
	}
	eval[bool](b, `(document.querySelector(".spread").style.breakBefore = "page", true)`)
	if fill := filled(printPDF(b)); fill[0] > fullEnough {
		b.Errorf("a page that ends with a break is filled to %.2f of its height", fill[0])
	}
	paperFrame(b)
}

// fullEnough is how far down a page is to be printed, and endEnough how far the last. Around
// what is printed stands a margin.
const (
	fullEnough = 1 - .2
	endEnough  = .15
)

// wellFilled holds that no page has more than a fifth of its room left at its foot, and that
// the last has more than a few lines.
func wellFilled(b *tab, file string, pdf []byte) {
	b.Helper()
	fill := filled(pdf)
	if len(fill) < 2 {
		b.Errorf("%s is printed on %d pages: nothing is seen of how these are filled", file, len(fill))
	}
	for i, to := range fill {
		if to < fullEnough && i < len(fill)-1 || to < endEnough {
			b.Errorf("%s: page %d of %d is printed to %.2f of its height", file, i+1, len(fill), to)
		}
	}
}

// wholeInColumns lays an article that is open as for paper out in columns of many heights, and
// holds that no map comes to stand inside of a list or a note, that of a note in two columns each
// has two lines, and that no rule runs beside it, which would go on to the end of the column.
func wholeInColumns(b *tab) {
	b.Helper()
	expect(b, "rules beside notes", `[...document.querySelectorAll(".alert")].filter(e => getComputedStyle(e).borderInlineStartWidth !== "0px").length`, 0)
	found := eval[[3]any](b, `(() => {
		const text = document.querySelector(".spread"), faults = new Set
		let maps = 0, notes = 0
		text.style.cssText = "inline-size: 643px; column-fill: auto"
		for (let height = 760; height < 1000; height += 12) {
			text.style.blockSize = height + "px"
			for (const map of document.querySelectorAll(".locator svg.map")) {
				const m = map.getBoundingClientRect()
				if (m.left > map.closest(".part").querySelector("h2").getBoundingClientRect().right) maps++
				for (const e of document.querySelectorAll(".flow ul:not(.locator *), .flow ol, .flow .alert"))
					for (const r of e.getClientRects())
						if (r.left < m.right && r.right > m.left && r.top < m.bottom - 1 && r.bottom > m.top + 1) faults.add(e.textContent.slice(0, 60) + " around a map")
			}
			for (const note of document.querySelectorAll(".alert")) {
				const columns = {}
				for (const p of note.querySelectorAll(":scope > p:not(.alert-title)")) {
					const range = document.createRange()
					range.selectNodeContents(p)
					for (const r of range.getClientRects()) (columns[Math.floor(r.left / 335)] ||= new Set).add(Math.round(r.bottom / 9))
				}
				const lines = Object.values(columns).map(c => c.size)
				if (lines.length > 1) notes++
				if (lines.length > 1 && Math.min(...lines) < 2) faults.add(note.textContent.slice(0, 60) + " parted as " + lines)
			}
		}
		text.removeAttribute("style")
		return [[...faults].join("; "), maps, notes]
	})()`)
	if found[0] != "" || found[1] == 0. || found[2] == 0. {
		b.Errorf("in columns of many heights: %v; %v maps stand in another column than their headings, %v notes in two", found[0], found[1], found[2])
	}
}

// paperFrame prints three pages that are empty but for what each has: its number, and
// after the first the page's title, and below its address, if it has one.
func paperFrame(b *tab) {
	b.Helper()
	b.open("map.html")
	tab := eval[string](b, `document.documentElement.dataset.tab`)
	brand := eval[string](b, `document.querySelector(".brand").textContent`)
	address := eval[string](b, `document.documentElement.dataset.address || ""`)
	if tab != eval[string](b, "document.title") || address != "" && !strings.HasPrefix(address, "https:") {
		b.Errorf("for paper the page is called %q, at %q, which is nothing that one can type", tab, address)
	}
	eval[bool](b, `(() => {
		const pages = ["", "", ""].map(() => document.createElement("div"))
		for (const p of pages.slice(1)) p.style.breakBefore = "page"
		document.querySelector("main").replaceChildren(...pages)
		return true
	})()`)
	want := map[rune]int{}
	countLetters(want, "1/3 2/3 3/3"+tab+tab+brand+strings.Repeat(address, 3))
	if got := lettersOf(printPDF(b)); !maps.Equal(got, want) {
		b.Errorf("around what is printed stand the letters %v, want %v", got, want)
	}
}

// forPaper counts the letters that a print should have.
func forPaper(b *tab) map[rune]int {
	b.Helper()
	b.media("print", "light")
	letters := map[rune]int{}
	countLetters(letters, eval[string](b, onPaper))
	b.media("", "light")
	return letters
}

// printPDF is the page, printed.
func printPDF(b *tab) []byte {
	b.Helper()
	printed, err := chromedp.Call(b.ctx, page.PrintToPDF, page.PrintToPDFParams{})
	if err != nil {
		b.Fatal(err)
	}
	return printed.Data
}

// lostOnPaper says which letters a print has less often.
func lostOnPaper(pdf []byte, want map[rune]int) (faults []string) {
	got := lettersOf(pdf)
	for letter, n := range want {
		if got[letter] < n {
			faults = append(faults, fmt.Sprintf("%d of %d %q", got[letter], n, letter))
		}
	}
	return faults
}

// onPaper is the text of a page that is not for the ear alone.
const onPaper = `(() => {
	let text = ""
	const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
	for (let n = walker.nextNode(); n; n = walker.nextNode())
		if (n.parentElement.checkVisibility() && !n.parentElement.closest(".unseen, title, desc")) text += n.data
	return text
})()`

func countLetters(into map[rune]int, text string) {
	for _, r := range norm.NFKC.String(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			into[r]++
		}
	}
}

var (
	pdfObject = regexp.MustCompile(`(?s)\b(\d+) 0 obj\n(.*?)\nendobj`)
	pdfFont   = regexp.MustCompile(`/Type /Font\n(?s:.*)/ToUnicode (\d+) 0 R`)
	pdfLetter = regexp.MustCompile(`<([0-9A-F]+)> (?:<([0-9A-F]+)> )?<([0-9A-F]+)>\n`)
	pdfText   = regexp.MustCompile(`/F(\d+) [\d.]+ Tf|/ActualText <([0-9A-F]*)> >> BDC|<([0-9A-F]+)> Tj|\bB[DM]C\b|\bEMC\b`)
)

// font is how a font's codes are read; each has so many hexadecimal digits.
type font struct {
	digits  int
	letters map[string]string
}

// lettersOf counts the letters of a PDF that Chromium made: of what each code of
// a font stands for, or of what the text is said to be.
func lettersOf(pdf []byte) map[rune]int {
	objects, fonts, found := map[string]string{}, map[string]font{}, map[rune]int{}
	for _, m := range pdfObject.FindAllSubmatch(pdf, -1) {
		objects[string(m[1])] = inflated(m[2])
	}
	for number, object := range objects {
		if m := pdfFont.FindStringSubmatch(object); m != nil {
			fonts[number] = readFont(objects[m[1]])
		}
	}
	for _, object := range objects {
		countPainted(found, object, fonts)
	}
	return found
}

func countPainted(into map[rune]int, object string, fonts map[string]font) {
	var now font
	said := []bool{false} // for each span around, whether its text is given
	for _, m := range pdfText.FindAllStringSubmatch(object, -1) {
		inside := said[len(said)-1]
		switch {
		case m[1] != "":
			now = fonts[m[1]] // Chromium numbers fonts by their objects
		case strings.HasPrefix(m[0], "/ActualText"):
			countLetters(into, utf16Text(strings.TrimPrefix(m[2], "FEFF")))
			said = append(said, true)
		case m[3] != "" && !inside:
			for codes := m[3]; now.digits > 0 && len(codes) >= now.digits; codes = codes[now.digits:] {
				countLetters(into, now.letters[codes[:now.digits]])
			}
		case m[0] == "EMC" && len(said) > 1:
			said = said[:len(said)-1]
		case m[0] == "BDC", m[0] == "BMC":
			said = append(said, inside)
		}
	}
}

// readFont reads the table of what a font's codes mean.
func readFont(table string) font {
	f := font{4, map[string]string{}}
	for _, m := range pdfLetter.FindAllStringSubmatch(table, -1) {
		f.digits = len(m[1])
		first, _ := strconv.ParseUint(m[1], 16, 32)
		last := first
		if m[2] != "" {
			last, _ = strconv.ParseUint(m[2], 16, 32)
		}
		text := []rune(utf16Text(m[3]))
		for code := first; code <= last && len(text) > 0; code++ {
			f.letters[fmt.Sprintf("%0*X", f.digits, code)] = string(text)
			text[len(text)-1]++
		}
	}
	return f
}

var (
	pdfPages   = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	pdfContent = regexp.MustCompile(`/MediaBox \[0 0 [\d.]+ ([\d.]+)\](?s:.*)/Contents (\d+) 0 R`)
	pdfPlace   = regexp.MustCompile(`(?m)^[qQ]$|^(\S+) 0 0 (\S+) \S+ (\S+) (cm|Tm)$`)
)

// filled says how far down each page of a PDF that Chromium made text reaches, as a share
// of the height inside of the margins.
func filled(pdf []byte) (pages []float64) {
	objects := map[string]string{}
	for _, m := range pdfObject.FindAllSubmatch(pdf, -1) {
		objects[string(m[1])] = inflated(m[2])
	}
	const top, foot = 1.9 / 2.54 * 72, 1.7 / 2.54 * 72 // as in style.css, in points
	for _, kids := range pdfPages.FindAllStringSubmatch(string(pdf), -1) {
		for _, kid := range strings.Split(strings.TrimSuffix(kids[1], " 0 R"), " 0 R") {
			m := pdfContent.FindStringSubmatch(objects[strings.TrimSpace(kid)])
			if m == nil {
				continue // pages of pages
			}
			height, _ := strconv.ParseFloat(m[1], 64)
			pages = append(pages, (height-lowest(objects[m[2]], foot)-top)/(height-top-foot))
		}
	}
	return pages
}

// lowest is how high above a page's lower edge its last line of text stands, in points,
// if what stands in the margin there is left out.
func lowest(content string, margin float64) float64 {
	type place struct{ scale, shift float64 } // of heights
	last, now, kept := math.Inf(1), place{1, 0}, []place(nil)
	for _, m := range pdfPlace.FindAllStringSubmatch(content, -1) {
		scale, _ := strconv.ParseFloat(m[2], 64)
		shift, _ := strconv.ParseFloat(m[3], 64)
		switch {
		case m[0] == "q":
			kept = append(kept, now)
		case m[0] == "Q":
			now, kept = kept[len(kept)-1], kept[:len(kept)-1]
		case m[4] == "cm":
			now = place{now.scale * scale, now.shift + now.scale*shift}
		default:
			if y := now.shift + now.scale*shift; y > margin {
				last = min(last, y)
			}
		}
	}
	return last
}

// utf16Text is the text of hexadecimal digits.
func utf16Text(digits string) string {
	raw, _ := hex.DecodeString(digits)
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units))
}

// inflated is an object's stream, or the object when it has none.
func inflated(object []byte) string {
	if _, stream, ok := bytes.Cut(object, []byte("stream\n")); ok {
		r, err := zlib.NewReader(bytes.NewReader(stream))
		if err == nil {
			text, _ := io.ReadAll(r)
			return string(text)
		}
	}
	return string(object)
}
