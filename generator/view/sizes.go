package view

import (
	"bytes"
	"image"
	_ "image/gif"  // the formats whose headers are read
	_ "image/jpeg" // …
	_ "image/png"  // …
	"strconv"

	"dossier/generator/model"
	"dossier/generator/picture"
)

// sizesOf words the width and height of pictures as attributes, by file, so
// that a page does not jump when a picture arrives. What is no GIF, JPEG or PNG
// has none. Of a photo taken with the camera on its side, they are those of the
// picture as browsers show it.
func sizesOf(media []model.Media) map[string]string {
	sizes := map[string]string{}
	for _, m := range media {
		if c, _, err := image.DecodeConfig(bytes.NewReader(m.Body)); err == nil {
			if picture.OnItsSide(m.Body) {
				c.Width, c.Height = c.Height, c.Width
			}
			sizes[m.File] = ` width="` + strconv.Itoa(c.Width) + `" height="` + strconv.Itoa(c.Height) + `"`
		}
	}
	return sizes
}
