package layout

import (
	"fmt"
	"strings"
)

// T gives the interface words for key in the page's language, with each
// "{}" replaced by the next argument. An unknown key is an error: a layout
// that asks for it does not render.
func (p Page) T(key string, args ...any) (string, error) {
	s, ok := p.words[key]
	if !ok {
		return "", fmt.Errorf("messages for %q have no %q", p.Lang, key)
	}
	for _, a := range args {
		s = strings.Replace(s, "{}", fmt.Sprint(a), 1)
	}
	return s, nil
}

// Asset gives the address of a file of the layouts' assets folder, by its
// plain name ("style.css").
func (p Page) Asset(name string) (string, error) {
	file, ok := p.hrefs[name]
	if !ok {
		return "", fmt.Errorf("the layouts have no assets/%s", name)
	}
	return p.root + file, nil
}
