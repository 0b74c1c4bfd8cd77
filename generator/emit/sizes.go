package emit

import (
	"bytes"
	"image"
	_ "image/gif"  // the formats whose headers are read
	_ "image/jpeg" // …
	_ "image/png"  // …
	"strconv"

	"dossier/generator/model"
)

// sizesOf words the width and height of pictures as attributes, by file, so
// that a page does not jump when a picture arrives. What is no GIF, JPEG or PNG
// has none.
func sizesOf(media []model.Media) map[string]string {
	sizes := map[string]string{}
	for _, m := range media {
		if c, _, err := image.DecodeConfig(bytes.NewReader(m.Body)); err == nil {
			sizes[m.File] = ` width="` + strconv.Itoa(c.Width) + `" height="` + strconv.Itoa(c.Height) + `"`
		}
	}
	return sizes
}
