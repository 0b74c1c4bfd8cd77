package card

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// scripts are those that are written from left to right, letter beside letter.
// Any other needs a program that joins and orders its letters, or would be
// written wrongly.
var scripts = []*unicode.RangeTable{
	unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Georgian,
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Common,
}

// Font is a font file, TrueType or OpenType. A name with "bold" in it is for
// titles.
type Font struct {
	Name string
	Data []byte
}

// Fonts write texts. Any number of goroutines may use them.
type Fonts struct {
	regular, bold []*sfnt.Font // the first that has a letter writes it
	known         *sync.Map    // glyphKey → *glyph, nil for what a font lacks
	common        *sync.Map    // lettersKey → *letters, from these fonts
	buffers       *sync.Pool   // of *sfnt.Buffer
}

// Read gives the built-in fonts, Go's, and behind them further ones. An error is
// of the further one that is named.
func Read(further []Font) (*Fonts, map[string]error) {
	f := &Fonts{known: new(sync.Map), common: new(sync.Map), buffers: &sync.Pool{New: func() any { return new(sfnt.Buffer) }}}
	faults := map[string]error{}
	var light, heavy []*sfnt.Font
	for _, file := range further {
		read, err := parse(file.Data)
		switch {
		case err != nil:
			faults[file.Name] = err
		case strings.Contains(strings.ToLower(file.Name), "bold"):
			heavy = append(heavy, read)
		default:
			light = append(light, read)
		}
	}
	f.regular = append([]*sfnt.Font{builtin(goregular.TTF)}, append(light, heavy...)...)
	f.bold = append([]*sfnt.Font{builtin(gobold.TTF)}, append(heavy, light...)...)
	return f, faults
}

func builtin(data []byte) *sfnt.Font {
	read, err := parse(data)
	if err != nil {
		panic(err)
	}
	return read
}

func parse(data []byte) (*sfnt.Font, error) {
	read, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("read font: %w", err)
	}
	return read, nil
}

// Can reports whether all letters of some texts can be written rightly.
func (f *Fonts) Can(texts ...string) bool {
	for _, text := range texts {
		for _, r := range plain(text) {
			if unicode.IsSpace(r) {
				continue
			}
			if !unicode.In(r, scripts...) || unicode.Is(unicode.M, r) || f.glyph(r, 32, false) == nil || f.glyph(r, 32, true) == nil {
				return false
			}
		}
	}
	return true
}

// plain is a text in whole letters, without the signs that are not seen.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFC.String(text))
}

// glyph is a letter of one size as shades, from 0 to steps.
type glyph struct {
	mask          []byte
	left, top     int // of the mask, from where the letter stands on the base line
	width, height int
	advance       int // in 1/64 of a pixel
	font          *sfnt.Font
	index         sfnt.GlyphIndex
}

type glyphKey struct {
	font   *sfnt.Font
	letter rune
	size   int
}

// glyph gives a letter; nil when no font has it.
func (f *Fonts) glyph(r rune, size int, bold bool) *glyph {
	fonts := f.regular
	if bold {
		fonts = f.bold
	}
	for _, font := range fonts {
		if g := f.of(font, r, size); g != nil {
			return g
		}
	}
	return nil
}

// of gives a font's letter; nil when it lacks it.
func (f *Fonts) of(font *sfnt.Font, r rune, size int) *glyph {
	key := glyphKey{font, r, size}
	if known, ok := f.known.Load(key); ok {
		return known.(*glyph)
	}
	buf := f.buffers.Get().(*sfnt.Buffer)
	defer f.buffers.Put(buf)
	made := load(font, buf, r, size)
	f.known.Store(key, made)
	return made
}

// together are fonts for texts that stand together: one that has all their letters
// comes first, so that no word is written with two fonts where it need not be.
func (f *Fonts) together(texts []string) *Fonts {
	letters := strings.Join(strings.Fields(plain(strings.Join(texts, " "))), "")
	buf := f.buffers.Get().(*sfnt.Buffer)
	defer f.buffers.Put(buf)
	first := func(fonts []*sfnt.Font) int {
		return slices.IndexFunc(fonts, func(font *sfnt.Font) bool {
			return !strings.ContainsFunc(letters, func(r rune) bool {
				index, err := font.GlyphIndex(buf, r)
				return err != nil || index == 0
			})
		})
	}
	light, heavy := first(f.regular), first(f.bold)
	if light <= 0 && heavy <= 0 {
		return f
	}
	sorted := func(fonts []*sfnt.Font, first int) []*sfnt.Font {
		if first <= 0 {
			return fonts
		}
		return slices.Insert(slices.Delete(slices.Clone(fonts), first, first+1), 0, fonts[first])
	}
	return &Fonts{sorted(f.regular, light), sorted(f.bold, heavy), f.known, new(sync.Map), f.buffers}
}

func load(from *sfnt.Font, buf *sfnt.Buffer, r rune, size int) *glyph {
	index, err := from.GlyphIndex(buf, r)
	if err != nil || index == 0 {
		return nil
	}
	scale := fixed.I(size)
	segments, err := from.LoadGlyph(buf, index, scale, nil)
	if err != nil {
		return nil
	}
	g := &glyph{font: from, index: index}
	g.fill(outline(segments))
	advance, err := from.GlyphAdvance(buf, index, scale, font.HintingNone)
	if err != nil {
		return nil
	}
	g.advance = int(advance)
	return g
}

// letters are the glyphs of one size of the letters that most texts are made of.
type letters [utf8.RuneSelf]atomic.Pointer[glyph]

type lettersKey struct {
	size int
	bold bool
}

func (f *Fonts) letters(size int, bold bool) *letters {
	key := lettersKey{size, bold}
	known, ok := f.common.Load(key)
	if !ok {
		known, _ = f.common.LoadOrStore(key, new(letters))
	}
	return known.(*letters)
}

// each gives the glyphs of a line in their order, and how much nearer each stands to the one
// before. A space is as any other letter.
func (f *Fonts) each(text string, size int, bold bool, do func(g *glyph, kern int)) {
	buf := f.buffers.Get().(*sfnt.Buffer)
	defer f.buffers.Put(buf)
	common := f.letters(size, bold)
	var before *glyph
	for _, r := range text {
		if unicode.IsSpace(r) {
			r = ' '
		}
		var g *glyph
		if r < utf8.RuneSelf {
			g = common[r].Load()
		}
		if g == nil {
			if g = f.glyph(r, size, bold); g == nil {
				panic(fmt.Sprintf("card: no font has %q", r))
			}
			if r < utf8.RuneSelf {
				common[r].Store(g)
			}
		}
		kern := 0
		if before != nil && before.font == g.font {
			if between, err := g.font.Kern(buf, before.index, g.index, fixed.I(size), font.HintingNone); err == nil {
				kern = int(between)
			}
		}
		do(g, kern)
		before = g
	}
}

// wide is how wide a line is, in pixels.
func (f *Fonts) wide(text string, size int, bold bool) int {
	sum := 0
	f.each(text, size, bold, func(g *glyph, kern int) { sum += kern + g.advance })
	return (sum + 63) / 64
}
