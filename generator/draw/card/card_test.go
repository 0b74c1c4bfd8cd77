package card

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image/png"
	"os"
	"strings"
	"testing"
)

var samples = map[string]Card{
	"en":      {Site: "The CSTO dossier", Title: "What the CSTO planned for 2020", Text: "An analyst tells what the alliance meant to do in its year under Russia’s chairmanship, and what he feared at its borders.", Date: "10 December 2019"},
	"ru":      {Site: "Досье ОДКБ", Title: "Планы ОДКБ на 2020 год: границы, учения, новые союзники", Text: "Шестнадцать коротких разделов, каждый с датой.", Date: "10 декабря 2019 г."},
	"el":      {Site: "Ο φάκελος", Title: "Η Σύνοδος του Μπισκέκ", Date: "28 Νοεμβρίου 2019"},
	"short":   {Title: "Suez"},
	"long":    {Site: strings.Repeat("A dossier with a long name ", 6), Title: strings.Repeat("A title that goes on and on ", 14), Text: strings.Repeat("So does the summary. ", 30), Date: "1956"},
	"oneword": {Title: strings.Repeat("Donaudampfschifffahrt", 9), Text: "x"},
}

func TestCardsAreTheSameEverywhere(t *testing.T) {
	f, _ := Read(nil)
	sums := map[string]string{}
	for name, c := range samples {
		if !f.Can(c.Texts()...) {
			t.Fatalf("%s: cannot be written", name)
		}
		out := f.Append([]byte("before"), c)[6:]
		if dir := os.Getenv("CARD_DIR"); dir != "" {
			if err := os.WriteFile(dir+"/"+name+".png", out, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		picture, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if b := picture.Bounds(); b.Dx() != Width || b.Dy() != Height || len(out) > 80_000 {
			t.Errorf("%s: %v, %d bytes", name, b, len(out))
		}
		sum := sha256.Sum256(out)
		sums[name] = hex.EncodeToString(sum[:6])
		if again := f.Append(nil, c); !bytes.Equal(again, out) {
			t.Errorf("%s: the second card has other bytes", name)
		}
	}
	for name, want := range pinned {
		if sums[name] != want {
			t.Errorf("%s: the bytes are %s, not %s", name, sums[name], want)
		}
	}
}

func TestCan(t *testing.T) {
	f, _ := Read(nil)
	for text, want := range map[string]bool{
		"Chișinău, “2019” – …": true, "Бишкек": true, "Йод": true, "Σύνοδος": true, "\u2068Isolated\u2069": true, "soft\u00adhyphen": true, "": true,
		"ترکیه": false, "北京": false, "ქართული": false, "Қазақстан": false, "עברית": false, "हिन्दी": false, "x\u0323\u0331": false, "a 🙂": false,
	} {
		if got := f.Can(text); got != want {
			t.Errorf("Can(%q) = %v", text, got)
		}
	}
}

func TestWrap(t *testing.T) {
	f, _ := Read(nil)
	for _, c := range samples {
		for _, most := range []int{1, 3, 40} {
			lines := f.wrap(c.Title, 50, true, 600, most)
			if len(lines) > most {
				t.Errorf("%d lines of %d", len(lines), most)
			}
			for _, l := range lines {
				if f.wide(l, 50, true) > 600 {
					t.Errorf("%q is too wide", l)
				}
			}
			whole := strings.ReplaceAll(strings.Join(lines, ""), " ", "")
			if most == 40 && whole != strings.ReplaceAll(c.Title, " ", "") {
				t.Errorf("%q became %q", c.Title, lines)
			}
		}
	}
}

func TestBrokenFont(t *testing.T) {
	f, faults := Read([]Font{{"a.ttf", []byte("no font")}})
	if len(faults) != 1 || faults["a.ttf"] == nil || !f.Can("a") {
		t.Error(faults)
	}
}

func BenchmarkCard(b *testing.B) {
	f, _ := Read(nil)
	var out []byte
	for b.Loop() {
		out = f.Append(out[:0], samples["en"])
	}
	b.SetBytes(int64(len(out)))
}

// pinned are hashes of the samples: they may change with the look of cards, never
// with Go, the processor or the system.
var pinned = map[string]string{"el": "9fa15add9c9f", "en": "2871e66de2b5", "long": "4fe49e5857fc", "oneword": "645f005e81ac", "ru": "3536604e8449", "short": "6ad40ba1863f"}
