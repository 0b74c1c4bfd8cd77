package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
	"testing"
)

// TestSizesOfTurnedPhotos: browsers turn a photo as its Exif data say, and its
// width and height are those of what they show.
func TestSizesOfTurnedPhotos(t *testing.T) {
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, image.NewGray(image.Rect(0, 0, 4, 3)), nil); err != nil {
		t.Fatal(err)
	}
	turned := func(order binary.AppendByteOrder, mark string, orientation uint16) []byte {
		tiff := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
		tiff = order.AppendUint16(tiff, 2) // entries
		for _, e := range [][2]uint16{{0x0100, 4}, {0x0112, orientation}} {
			tiff = order.AppendUint16(order.AppendUint16(tiff, e[0]), 3)
			tiff = order.AppendUint16(order.AppendUint16(order.AppendUint32(tiff, 1), e[1]), 0)
		}
		exif := append([]byte("Exif\x00\x00"), tiff...)
		file := []byte{0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 'J', 'F', 0xFF, 0xE1}
		file = binary.BigEndian.AppendUint16(file, uint16(2+len(exif)))
		return append(append(file, exif...), plain.Bytes()[2:]...)
	}
	const lying, standing = ` width="4" height="3"`, ` width="3" height="4"`
	whole := turned(binary.BigEndian, "MM", 6)
	for name, tt := range map[string]struct {
		file []byte
		want string
	}{
		"plain":            {plain.Bytes(), lying},
		"upright":          {turned(binary.BigEndian, "MM", 1), lying},
		"upside down":      {turned(binary.LittleEndian, "II", 3), lying},
		"turned":           {whole, standing},
		"turned, Intel":    {turned(binary.LittleEndian, "II", 8), standing},
		"no orientation":   {turned(binary.LittleEndian, "II", 77), lying},
		"no picture":       {[]byte("GIF87"), ""},
		"offset too large": {bytes.Replace(whole, []byte{0, 0, 0, 8}, []byte{0xFF, 0xFF, 0xFF, 0xFF}, 1), lying},
	} {
		if got := Attributes(tt.file); got != tt.want {
			t.Errorf("%s: sizes %q, want %q", name, got, tt.want)
		}
	}
	for n := range whole { // a file cut anywhere breaks nothing
		OnItsSide(whole[:n])
	}
}
