// Package card draws the picture that goes with a link to a page where people
// share it: title, dossier, summary and date, as a PNG of 1200 × 630.
//
// All is reckoned in whole numbers, and the PNG is packed by this package: so the
// bytes are the same on every machine and with every release of Go.
package card

import "sync"

// Size of a card in pixels.
const (
	Width  = 1200
	Height = 630
)

const (
	margin   = 80
	textWide = Width - 2*margin
)

// Card is what stands on a card. Only Title must be there.
type Card struct {
	Site  string // the dossier, where the title is not its own
	Title string
	Text  string
	Date  string
}

// Texts are all texts of a card.
func (c Card) Texts() []string { return []string{c.Site, c.Title, c.Text, c.Date} }

// inks are the places of colours in the palette: each has steps shades, from
// nearly the paper's to its own. With the paper that makes as many colours as half
// a byte can tell apart.
const (
	paper = 0
	steps = 5

	ink    = 1
	soft   = ink + steps
	accent = soft + steps
)

// palette are the colours of the light theme.
func palette() []byte {
	background := [3]int{0xfd, 0xfc, 0xf8}
	out := []byte{0xfd, 0xfc, 0xf8}
	for _, c := range [][3]int{{0x1f, 0x1c, 0x18}, {0x5b, 0x55, 0x4b}, {0x8a, 0x2a, 0x1c}} {
		for step := 1; step <= steps; step++ {
			for i := range c {
				out = append(out, byte(background[i]+(c[i]-background[i])*step/steps))
			}
		}
	}
	return out
}

// pixels are the picture: the place of each in the palette.
type pixels [Width * Height]byte

// canvases are used again: a site may have hundreds of cards.
var canvases = sync.Pool{New: func() any { return new(pixels) }}

// canvas is a picture in the making.
type canvas struct {
	*Fonts
	pixels *pixels
}

// Append draws a card, whose texts the fonts must be able to write, and appends
// the PNG.
func (f *Fonts) Append(out []byte, c Card) []byte {
	picture := canvases.Get().(*pixels)
	defer canvases.Put(picture)
	clear(picture[:])
	canvas{f.together(c.Texts()), picture}.draw(c)
	return appendPNG(out, picture)
}

// block is lines of text of one size.
type block struct {
	lines []string
	size  int
	bold  bool
}

// draw puts the dossier's name above, the date below, and the title with as
// much of the text as there is room for between them.
func (c canvas) draw(card Card) {
	c.box(0, 0, 24, Height, accent+steps-1)
	c.sheet(margin, 64)
	if card.Site != "" {
		c.write(c.wrap(card.Site, 30, true, textWide-70, 1)[0], margin+62, 102, 30, true, accent)
	}
	bottom := Height - 64
	if card.Date != "" {
		c.write(c.wrap(card.Date, 28, false, textWide, 1)[0], margin, bottom, 28, false, soft)
		bottom -= 64
	}
	const top = 150
	title := c.title(card.Title)
	y := top
	for _, line := range title.lines {
		y += title.size * 6 / 5
		c.write(line, margin, y, title.size, true, ink)
	}
	y += 24
	const size, leading = 32, 44
	room := (bottom - y) / leading
	if card.Text == "" || room < 1 {
		return
	}
	for _, line := range c.wrap(card.Text, size, false, textWide, min(room, 4)) {
		y += leading
		c.write(line, margin, y, size, false, soft)
	}
}

// title sets a title as large as it has room for.
func (c canvas) title(text string) block {
	var b block
	for _, try := range []struct{ size, lines int }{{76, 2}, {62, 3}, {50, 4}} {
		b = block{c.wrap(text, try.size, true, textWide, try.lines+1), try.size, true}
		if len(b.lines) <= try.lines {
			return c.balanced(b, text)
		}
	}
	b.lines = c.wrap(text, b.size, true, textWide, 4)
	return b
}

// balanced sets a title in lines about equally long: none is left with a word.
func (c canvas) balanced(b block, text string) block {
	for width := textWide - 60; width >= textWide/2; width -= 60 {
		lines := c.wrap(text, b.size, true, width, len(b.lines)+1)
		if len(lines) > len(b.lines) {
			break
		}
		b.lines = lines
	}
	return b
}

// box fills a rectangle.
func (c canvas) box(x, y, w, h int, colour byte) {
	for row := y; row < y+h; row++ {
		line := c.pixels[row*Width+x:][:w]
		for i := range line {
			line[i] = colour
		}
	}
}

// sheet is the site's icon: a sheet of paper with a corner folded, with lines.
func (c canvas) sheet(x, y int) {
	const w, h, corner = 40, 52, 16
	for row := range h {
		c.box(x, y+row, w-max(0, corner-row), 1, accent+steps-1)
	}
	c.box(x+8, y+18, 16, 5, paper)
	c.box(x+8, y+29, 24, 5, paper)
	c.box(x+8, y+40, 24, 5, paper)
}

// write puts a line of text on the canvas; y is its base line.
func (c canvas) write(text string, x, y, size int, bold bool, colour byte) {
	at := x * 64
	c.each(text, size, bold, func(g *glyph, kern int) {
		at += kern
		c.blit(g, at/64+g.left, y+g.top, colour)
		at += g.advance
	})
}

func (c canvas) blit(g *glyph, x, y int, colour byte) {
	left, right := max(0, -x), min(g.width, Width-x) // of the mask, what lies on the canvas
	if left >= right {
		return
	}
	for row := max(0, -y); row < min(g.height, Height-y); row++ {
		mask := g.mask[row*g.width:][left:right]
		line := c.pixels[(y+row)*Width+x+left:][:len(mask)]
		for i, level := range mask {
			if level > 0 {
				if shade := colour + level - 1; line[i] < shade { // the inks follow each other
					line[i] = shade
				}
			}
		}
	}
}
