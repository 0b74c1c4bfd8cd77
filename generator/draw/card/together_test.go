package card

import (
	"bytes"
	"encoding/binary"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
)

// lacking is Go's font without a letter: the table of letters (cmap, in its format 4)
// has the letter's run, and where its first glyph is.
func lacking(t *testing.T, letter rune) *sfnt.Font {
	t.Helper()
	data := bytes.Clone(goregular.TTF)
	at := func(i int) int { return int(binary.BigEndian.Uint16(data[i:])) }
	for table := range at(4) {
		entry := 12 + 16*table
		if string(data[entry:entry+4]) != "cmap" {
			continue
		}
		cmap := int(binary.BigEndian.Uint32(data[entry+8:]))
		for sub := range at(cmap + 2) {
			runs := cmap + int(binary.BigEndian.Uint32(data[cmap+4+8*sub+4:]))
			if at(runs) != 4 {
				continue
			}
			twice := at(runs + 6) // the number of runs, in bytes
			for i := 0; i < twice; i += 2 {
				end, start, delta, offset := runs+14+i, runs+16+twice+i, runs+16+2*twice+i, runs+16+3*twice+i
				if at(start) > int(letter) || int(letter) > at(end) {
					continue
				}
				if at(offset) == 0 {
					binary.BigEndian.PutUint16(data[delta:], -uint16(letter))
				} else {
					binary.BigEndian.PutUint16(data[offset+at(offset)+2*(int(letter)-at(start)):], 0)
				}
			}
		}
	}
	font, err := parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if index, err := font.GlyphIndex(nil, letter); err != nil || index != 0 {
		t.Fatalf("the font still has %c: %d, %v", letter, index, err)
	}
	return font
}

// TestOneFontForACard holds that the letters of a card are of one font where one has
// all of them, and that a letter that only another has is written all the same.
func TestOneFontForACard(t *testing.T) {
	whole, less, other := builtin(goregular.TTF), lacking(t, 'Б'), lacking(t, 'k')
	of := func(fonts []*sfnt.Font, texts ...string) map[*sfnt.Font]bool {
		f, _ := Read(nil)
		f.regular, f.bold = fonts, fonts
		used := map[*sfnt.Font]bool{}
		for _, text := range texts {
			f.together(texts).each(text, 30, false, func(g *glyph, _ int) { used[g.font] = true })
		}
		return used
	}
	if used := of([]*sfnt.Font{less, whole}, "Бишкек", "1956"); len(used) != 1 || !used[whole] {
		t.Errorf("%d fonts write what one has", len(used))
	}
	if used := of([]*sfnt.Font{less, whole}, "Suez"); !used[less] || len(used) != 1 {
		t.Error("the first font does not write what it has")
	}
	if used := of([]*sfnt.Font{less, other}, "Бk"); len(used) != 2 {
		t.Errorf("%d fonts write what no font has alone", len(used))
	}
}
