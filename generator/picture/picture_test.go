package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"reflect"
	"testing"
)

const secret = "52.5200 N 13.4050 E"

// pixels is a picture to be found again.
func pixels() image.Image {
	m := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for i := range m.Pix {
		m.Pix[i] = byte(i * 7)
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	m.Set(3, 3, color.RGBA{200, 0, 0, 255})
	return m
}

func segment(marker byte, data string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(2+len(data))), data...)
}

// exif are Exif data with an orientation, the rest of which is secret.
func exif(turned uint16) string { return "Exif\x00\x00" + string(orientationOnly(turned)) + secret }

// photo is a JPEG with the given segments after its start, and with what follows its end.
func photo(t testing.TB, end string, segments ...[]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, pixels(), nil); err != nil {
		t.Fatal(err)
	}
	return append(append(append(bytes.Clone(soi), bytes.Join(segments, nil)...), b.Bytes()[2:]...), end...)
}

func drawing(t testing.TB, end string, chunks ...[]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, pixels()); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 25 // the signature and IHDR
	return append(append(append(bytes.Clone(b.Bytes()[:head]), bytes.Join(chunks, nil)...), b.Bytes()[head:]...), end...)
}

// webp is no picture, but a container as pictures have it.
func webp(flags byte, chunks ...string) []byte {
	body := "VP8X\x0a\x00\x00\x00" + string(flags) + "\x00\x00\x00\x17\x00\x00\x0f\x00\x00"
	for i := 0; i < len(chunks); i += 2 {
		body += chunks[i] + string(binary.LittleEndian.AppendUint32(nil, uint32(len(chunks[i+1])))) + chunks[i+1]
		if len(chunks[i+1])%2 == 1 {
			body += "\x00"
		}
	}
	return append(append([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(4+len(body)))...), "WEBP"+body...)
}

// short is a WebP file without its last byte, which only fills up a chunk; its length counts so
// many bytes less.
func short(file []byte, less byte) []byte {
	file = file[:len(file)-1]
	file[4] -= less
	return file
}

func TestClean(t *testing.T) {
	jfif := segment(0xe0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
	colours := segment(0xe2, "ICC_PROFILE\x00\x01\x01the colours")
	turned := segment(0xe1, "Exif\x00\x00"+string(orientationOnly(6)))
	profile := pngChunk("iCCP", []byte("p\x00\x00x\x9c\x03\x00\x00\x00\x00\x01"))
	for name, tt := range map[string]struct{ file, want []byte }{
		"a photo":               {photo(t, "", jfif, segment(0xe1, exif(1))), photo(t, "", jfif)},
		"a turned photo":        {photo(t, "", jfif, segment(0xe1, exif(6))), photo(t, "", jfif, turned)},
		"XMP":                   {photo(t, "", segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00"+secret)), photo(t, "")},
		"IPTC and a comment":    {photo(t, "", segment(0xed, "Photoshop 3.0\x00"+secret), segment(0xfe, secret)), photo(t, "")},
		"colours stay":          {photo(t, "", colours, segment(0xe2, "MPF\x00"+secret)), photo(t, "", colours)},
		"a maker's own":         {photo(t, "", segment(0xe5, secret), segment(0xef, secret), segment(0xe0, "JFXX\x00"+secret)), photo(t, "")},
		"a film after it":       {photo(t, secret), photo(t, "")},
		"another photo":         {photo(t, string(photo(t, "", segment(0xe1, exif(1))))), photo(t, "")},
		"filled up":             {photo(t, "", []byte{0xff, 0xff}, segment(0xfe, secret), []byte{0xff}, jfif), photo(t, "", jfif)},
		"cut short":             {photo(t, "", segment(0xe1, exif(1)))[:300], photo(t, "")[:300-len(segment(0xe1, exif(1)))]},
		"a small copy":          {photo(t, "", segment(0xe0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x01\x01"+secret)), photo(t, "", jfif)},
		"unknown chunks":        {drawing(t, "", pngChunk("caBX", []byte(secret)), pngChunk("prVt", []byte(secret)), pngChunk("gAMA", []byte{0, 0, 0xb1, 0x8f})), drawing(t, "", pngChunk("gAMA", []byte{0, 0, 0xb1, 0x8f}))},
		"unknown WebP chunks":   {webp(0, "VP8L", "xy", "SEEN", secret), webp(0, "VP8L", "xy")},
		"a drawing":             {drawing(t, "", pngChunk("tEXt", []byte("Author\x00"+secret)), pngChunk("tIME", []byte(secret)), profile), drawing(t, "", profile)},
		"more of a drawing":     {drawing(t, secret, pngChunk("iTXt", []byte(secret)), pngChunk("zTXt", []byte(secret)), pngChunk("eXIf", []byte(exif(1)[6:]))), drawing(t, "")},
		"a turned drawing":      {drawing(t, "", pngChunk("eXIf", []byte(exif(3)[6:]))), drawing(t, "", pngChunk("eXIf", orientationOnly(3)))},
		"WebP":                  {webp(0x2c, "ICCP", "abc", "VP8 ", "xy", "EXIF", exif(1), "XMP ", secret), webp(0x20, "ICCP", "abc", "VP8 ", "xy")},
		"a turned WebP":         {append(webp(0x08, "VP8 ", "xy", "EXIF", exif(8)[6:]), secret...), webp(0x08, "VP8 ", "xy", "EXIF", string(orientationOnly(8)))},
		"damaged WebP":          {webp(0x08, "VP8 ", "xy")[:30], webp(0x08, "VP8 ", "xy")[:30]},
		"a WebP of no length":   {[]byte("RIFF\x00\x00\x00\x00WEBP"), []byte("RIFF\x00\x00\x00\x00WEBP")},
		"a WebP of length 3":    {[]byte("RIFF\x03\x00\x00\x00WEBP" + secret), []byte("RIFF\x03\x00\x00\x00WEBP" + secret)},
		"not filled up":         {short(webp(0x04, "VP8 ", "xy", "XMP ", secret+".."), 1), webp(0, "VP8 ", "xy")},
		"filled up outside":     {short(webp(0x04, "VP8 ", "xy", "XMP ", secret+".."), 0), webp(0, "VP8 ", "xy")},
		"turned, not filled up": {short(webp(0x08, "EXIF", exif(8)[6:], "VP8 ", "xyz"), 1), webp(0x08, "VP8 ", "xyz", "EXIF", string(orientationOnly(8)))},
		"turned twice":          {photo(t, "", segment(0xe1, exif(6)), segment(0xe1, exif(8))), photo(t, "", turned)},
		"another format":        {[]byte("GIF89a" + secret), []byte("GIF89a" + secret)},
		"an empty file":         {nil, nil},
		"the beginning of JPEG": {[]byte{0xff, 0xd8}, []byte{0xff, 0xd8}},
	} {
		before := bytes.Clone(tt.file)
		got := Clean(tt.file)
		if !bytes.Equal(got, tt.want) {
			t.Errorf("%s:\n%q, want\n%q", name, got, tt.want)
		}
		if !bytes.Equal(before, tt.file) {
			t.Errorf("%s: the file given was changed", name)
		}
		if again := Clean(got); !bytes.Equal(again, got) {
			t.Errorf("%s: cleaned again it is another:\n%q", name, again)
		}
		if OnItsSide(tt.file) != OnItsSide(got) {
			t.Errorf("%s: it lies on its side no more", name)
		}
	}
}

// FuzzClean changes no pixel of what can be decoded, and makes no file much longer.
func FuzzClean(f *testing.F) {
	f.Add(photo(f, secret, segment(0xe1, exif(6)), segment(0xfe, secret)))
	f.Add(drawing(f, secret, pngChunk("eXIf", []byte(exif(6)[6:]))))
	f.Add(webp(0x2c, "ICCP", "abc", "VP8 ", "xy", "EXIF", exif(6), "XMP ", secret))
	f.Fuzz(func(t *testing.T, file []byte) {
		got := Clean(file)
		if len(got) > len(file)+64 {
			t.Errorf("%d bytes became %d", len(file), len(got))
		}
		if !bytes.Equal(Clean(got), got) {
			t.Errorf("%q cleaned again is another", got)
		}
		if c, _, err := image.DecodeConfig(bytes.NewReader(file)); err != nil || c.Width*c.Height > 1<<16 {
			return
		}
		before, _, err := image.Decode(bytes.NewReader(file))
		if err != nil {
			return
		}
		if after, _, err := image.Decode(bytes.NewReader(got)); err != nil || !reflect.DeepEqual(before, after) {
			t.Errorf("the picture is another one: %v", err)
		}
	})
}
