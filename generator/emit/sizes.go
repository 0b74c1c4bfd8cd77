package emit

import (
	"bytes"
	"encoding/binary"
	"image"
	_ "image/gif"  // the formats whose headers are read
	_ "image/jpeg" // …
	_ "image/png"  // …
	"strconv"

	"dossier/generator/model"
)

// sizesOf words the width and height of pictures as attributes, by file, so
// that a page does not jump when a picture arrives. What is no GIF, JPEG or PNG
// has none. Of a photo taken with the camera on its side, they are those of the
// picture as browsers show it.
func sizesOf(media []model.Media) map[string]string {
	sizes := map[string]string{}
	for _, m := range media {
		if c, _, err := image.DecodeConfig(bytes.NewReader(m.Body)); err == nil {
			if onItsSide(m.Body) {
				c.Width, c.Height = c.Height, c.Width
			}
			sizes[m.File] = ` width="` + strconv.Itoa(c.Width) + `" height="` + strconv.Itoa(c.Height) + `"`
		}
	}
	return sizes
}

// onItsSide reports whether a file is a JPEG whose Exif data say that what is
// stored has to be turned by a quarter (orientations 5 to 8).
func onItsSide(file []byte) bool {
	rest, ok := bytes.CutPrefix(file, []byte{0xFF, 0xD8})
	for ok && len(rest) >= 4 && rest[0] == 0xFF && rest[1] != 0xDA { // up to the picture itself
		size := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if size > len(rest) {
			return false
		}
		if exif, found := bytes.CutPrefix(rest[4:max(4, size)], []byte("Exif\x00\x00")); found && rest[1] == 0xE1 {
			return orientation(exif) >= 5
		}
		rest = rest[size:]
	}
	return false
}

// orientation is the value of the tag in TIFF data, 1 to 8; 0 when there is none.
func orientation(tiff []byte) uint16 {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	const tag, entry = 0x0112, 12 // the tag's number, the bytes of an entry
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	for rest, n := tiff[at+2:], order.Uint16(tiff[at:]); n > 0 && len(rest) >= entry; rest, n = rest[entry:], n-1 {
		if order.Uint16(rest) == tag {
			if o := order.Uint16(rest[8:]); o <= 8 {
				return o
			}
			return 0
		}
	}
	return 0
}
