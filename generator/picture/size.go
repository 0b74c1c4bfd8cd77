package picture

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif"  // the formats whose headers are read
	_ "image/jpeg" // …
	_ "image/png"  // …
)

// Size is the width and height of a picture as browsers show it, a photo taken with
// the camera on its side, too. It is known of GIF, JPEG and PNG.
func Size(body []byte) (width, height int, ok bool) {
	c, _, err := image.DecodeConfig(bytes.NewReader(body))
	if err != nil {
		return 0, 0, false
	}
	if OnItsSide(body) {
		c.Width, c.Height = c.Height, c.Width
	}
	return c.Width, c.Height, true
}

// Attributes words the width and height of a picture as HTML's attributes, so that a
// page does not jump when it arrives; "" when they are not known.
func Attributes(body []byte) string {
	width, height, ok := Size(body)
	if !ok {
		return ""
	}
	return fmt.Sprintf(` width="%d" height="%d"`, width, height)
}
