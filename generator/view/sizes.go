package view

import (
	"fmt"

	"dossier/generator/model"
	"dossier/generator/picture"
)

// sizesOf words the width and height of pictures as attributes, by file, so
// that a page does not jump when a picture arrives.
func sizesOf(media []model.Media) map[string]string {
	sizes := map[string]string{}
	for _, m := range media {
		if width, height, ok := picture.Size(m.Body); ok {
			sizes[m.File] = fmt.Sprintf(` width="%d" height="%d"`, width, height)
		}
	}
	return sizes
}
