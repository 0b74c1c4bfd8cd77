package layout

import (
	"fmt"
	"strconv"

	"golang.org/x/text/language"

	"dossier/generator/layout/program"
)

// edition is what all pages in one language share.
type edition struct {
	lang, dir string
	tag       language.Tag
	constants program.Constants
	programs  map[string]func() *program.Program // by kind of page; nil for what cannot be compiled
}

// T gives the interface words for key in the page's language, with each
// "{}" replaced by the next argument. Where English stands in they are HTML with
// a span that says so: for text and attributes, where html/template strips the
// tags. An unknown key is an error: a layout that asks for it does not render.
func (p Page) T(key string, args ...any) (any, error) {
	if _, err := p.Plain(key); err != nil {
		return nil, err
	}
	return p.edition.constants.Say(key, args), nil
}

// Plain is T without a span, for <title> and <textarea>, which hold no tags, and
// as an argument of functions.
func (p Page) Plain(key string, args ...any) (string, error) {
	if p.edition != nil {
		if s, ok := p.edition.constants.Words[key]; ok {
			return p.edition.constants.FillIn(s, args), nil
		}
	}
	return "", fmt.Errorf("messages for %q have no %q", p.Lang, key)
}

// Num writes a number in the digits of the page's language.
func (p Page) Num(n int) string {
	if p.edition == nil {
		return strconv.Itoa(n)
	}
	return p.edition.constants.Num(n)
}

// LangOf gives the language of the words for key when it is not the page's,
// else "".
func (p Page) LangOf(key string) (string, error) {
	if _, err := p.Plain(key); err != nil {
		return "", err
	}
	return p.edition.constants.LangOf(key), nil
}

// Asset gives the address of a file of the layouts' assets folder, by its
// plain name ("style.css").
func (p Page) Asset(name string) (string, error) {
	if p.edition != nil {
		if path, ok := p.edition.constants.Assets[name]; ok {
			return p.root + path(), nil
		}
	}
	return "", fmt.Errorf("the layouts have no assets/%s", name)
}

// framed is any view: each embeds a Page.
type framed interface {
	frame() (e *edition, root string)
}

func (p Page) frame() (e *edition, root string) { return p.edition, p.root }
