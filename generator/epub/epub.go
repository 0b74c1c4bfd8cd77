// Package epub writes books as EPUB 3.3 has them, which the readers of 3.2 open, too.
// It takes plain data and gives bytes, always the same for the same data.
//
// The files of a book are stored and not packed: so they are the same whatever packs
// them, and where books are kept in git, a word that changes is a word in its history,
// and not all of the book.
package epub

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"dossier/generator/archive"
	"dossier/generator/xmltext"
)

// Book is a book in one language. What is "" is not known.
type Book struct {
	ID        string // a URN
	Title     string
	Lang, Dir string // a BCP 47 tag; "ltr" or "rtl"
	Authors   []string
	Publisher string
	Date      string // a day, as ISO 8601 has it
	Modified  string // likewise; must be there
	About     string
	Source    string // address of the pages that it is made from
	Contents  string // what the table of contents is called
	Begin     string // what leads to the first chapter
	Chapters  []Chapter
	Pictures  []Picture
}

// Chapter is a part of a book with a file of its own.
type Chapter struct {
	File  string // a name of ASCII letters, digits and hyphens, without its ending
	Part  Part   // of the book, in which it stands
	Title string
	Lang  string // of the text, when it is not the book's
	Dir   string // likewise
	Body  []byte // with its heading, as XHTML gives it
}

// Part is some chapters under a title in the table of contents; "" for none.
type Part struct {
	Title string
	Lang  string // when it is not the book's
}

// Picture is a picture that chapters show by the name of its file.
type Picture struct {
	File      string
	MediaType string
	Body      []byte
	Described bool // wherever it stands it has words for those who cannot see it
}

// MediaType is the type of a picture that every reader of books shows, by its name; ""
// for any other. (EPUB 3.3 has WebP, too.)
func MediaType(name string) string {
	return map[string]string{
		".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
	}[strings.ToLower(path.Ext(name))]
}

// Href is how a chapter's file is named where others refer to it.
func Href(file string) string { return file + ".xhtml" }

// Append writes a book.
func Append(buf []byte, b *Book) []byte {
	to := bytes.NewBuffer(buf)
	zip := archive.New(to)
	add := func(name string, body []byte) { store(zip, name, body) }
	begin(zip)
	add("EPUB/book.opf", b.opf())
	add("EPUB/nav.xhtml", b.nav())
	add("EPUB/book.css", []byte(style))
	var x []byte // used again
	for i := range b.Chapters {
		x = b.chapter(x[:0], &b.Chapters[i])
		add("EPUB/"+Href(b.Chapters[i].File), x)
	}
	for _, p := range b.Pictures {
		add("EPUB/"+p.File, p.Body)
	}
	if err := zip.Close(); err != nil {
		panic("epub: " + err.Error())
	}
	return to.Bytes()
}

// begin adds the two files that are the same in all books.
func begin(zip *archive.Writer) {
	store(zip, "mimetype", []byte("application/epub+zip"))
	store(zip, "META-INF/container.xml", []byte(container))
}

func store(zip *archive.Writer, name string, body []byte) {
	if err := zip.Store(name, body); err != nil {
		panic("epub: " + err.Error()) // memory takes what is written
	}
}

// Begins is what every book of this package begins with.
func Begins() string {
	var b bytes.Buffer
	zip := archive.New(&b)
	begin(zip)
	if err := zip.Flush(); err != nil {
		panic("epub: " + err.Error())
	}
	return b.String()
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

// style is little: readers of books have their own.
const style = `h1,h2,h3,h4{hyphens:none;text-align:start}
figure{margin:1em 0}
img{max-width:100%;height:auto}
table{border-collapse:collapse}
th,td{padding:.2em .5em;border-bottom:1px solid;text-align:start;vertical-align:top}
.soft,figcaption,.footnotes{font-size:.85em}
blockquote{margin-inline:1em 0}
.alert{margin:1em 0;padding-inline-start:.8em;border-inline-start:3px solid}
.alert-title{font-weight:bold}
`

// opf is the package document: what the book is, what files it has, in which order.
func (b *Book) opf() []byte {
	x := []byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"`)
	x = xmltext.Attribute(xmltext.Attribute(x, "xml:lang", b.Lang), "dir", b.Dir)
	x = append(x, ">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:identifier id=\"id\">"...)
	x = append(xmltext.Append(x, b.ID), "</dc:identifier>\n"...)
	line := func(name, text string) {
		if text != "" {
			x = append(xmltext.Element(x, name, text), '\n')
		}
	}
	meta := func(property, value string) {
		x = append(append(append(x, `<meta property="`...), property...), `">`...)
		x = append(xmltext.Append(x, value), "</meta>\n"...)
	}
	line("dc:title", b.Title)
	line("dc:language", b.Lang)
	for _, a := range b.Authors {
		line("dc:creator", a)
	}
	line("dc:publisher", b.Publisher)
	line("dc:date", b.Date)
	line("dc:description", b.About)
	line("dc:source", b.Source)
	meta("dcterms:modified", b.Modified+"T00:00:00Z")
	for _, a := range b.access() {
		meta("schema:"+a[0], a[1])
	}
	x = append(x, "</metadata>\n<manifest>\n"+
		`<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>`+"\n"+
		`<item id="css" href="book.css" media-type="text/css"/>`+"\n"...)
	for i, c := range b.Chapters {
		x = append(x, fmt.Sprintf(`<item id="c%d"`, i)...)
		x = append(xmltext.Attribute(x, "href", Href(c.File)), ` media-type="application/xhtml+xml"/>`+"\n"...)
	}
	for i, p := range b.Pictures {
		x = append(x, fmt.Sprintf(`<item id="p%d"`, i)...)
		x = append(xmltext.Attribute(xmltext.Attribute(x, "href", p.File), "media-type", p.MediaType), "/>\n"...)
	}
	x = append(x, `</manifest>`+"\n"+`<spine`...)
	x = append(xmltext.Attribute(x, "page-progression-direction", b.Dir), ">\n"...)
	for i := range b.Chapters {
		x = append(x, fmt.Sprintf(`<itemref idref="c%d"/>`+"\n", i)...)
	}
	return append(x, `<itemref idref="nav" linear="no"/>`+"\n</spine>\n</package>\n"...) // landmarks lead to it
}

// access says by which senses the book can be read, and what helps (EPUB Accessibility
// 1.1). Nobody has certified anything, so nothing is said to conform.
func (b *Book) access() [][2]string {
	say := [][2]string{{"accessMode", "textual"}}
	described := true
	for _, p := range b.Pictures {
		described = described && p.Described
	}
	if len(b.Pictures) > 0 {
		say = append(say, [2]string{"accessMode", "visual"}, [2]string{"accessModeSufficient", "textual,visual"})
	}
	if described {
		say = append(say, [2]string{"accessModeSufficient", "textual"})
	}
	for _, f := range []string{"tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"} {
		say = append(say, [2]string{"accessibilityFeature", f})
	}
	hazard := "none"
	if len(b.Pictures) > 0 {
		if described {
			say = append(say, [2]string{"accessibilityFeature", "alternativeText"})
		}
		if slices.ContainsFunc(b.Pictures, func(p Picture) bool { return p.MediaType == "image/gif" || p.MediaType == "image/webp" }) {
			hazard = "unknown" // they may move
		}
	}
	return append(say, [2]string{"accessibilityHazard", hazard})
}

// head begins a document of XHTML.
func head(x []byte, title, lang, dir string) []byte {
	x = append(x, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<!DOCTYPE html>\n"+`<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"`...)
	x = xmltext.Attribute(xmltext.Attribute(xmltext.Attribute(x, "lang", lang), "xml:lang", lang), "dir", dir)
	x = append(x, ">\n<head>\n<meta charset=\"utf-8\"/>\n"...)
	x = xmltext.Element(x, "title", title)
	return append(x, "\n<link rel=\"stylesheet\" href=\"book.css\" type=\"text/css\"/>\n</head>\n<body>\n"...)
}

// nav is the table of contents, and the landmarks.
func (b *Book) nav() []byte {
	x := append(head(nil, b.Contents, b.Lang, b.Dir), `<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">`+"\n"+`<h1 id="contents">`...)
	x = append(xmltext.Append(x, b.Contents), "</h1>\n<ol>\n"...)
	var in Part
	for _, c := range b.Chapters {
		if c.Part != in && in.Title != "" {
			x = append(x, "</ol></li>\n"...)
		}
		if c.Part != in && c.Part.Title != "" {
			x = xmltext.Attribute(xmltext.Attribute(append(x, "<li><span"...), "lang", c.Part.Lang), "xml:lang", c.Part.Lang)
			x = append(xmltext.Append(append(x, '>'), c.Part.Title), "</span><ol>\n"...)
		}
		in = c.Part
		x = xmltext.Attribute(append(x, "<li><a"...), "href", Href(c.File))
		x = xmltext.Attribute(xmltext.Attribute(x, "lang", c.Lang), "xml:lang", c.Lang)
		x = append(xmltext.Append(append(x, '>'), c.Title), "</a></li>\n"...)
	}
	if in.Title != "" {
		x = append(x, "</ol></li>\n"...)
	}
	x = append(x, "</ol>\n</nav>\n"+`<nav epub:type="landmarks" hidden="hidden">`+"\n<ol>\n"+`<li><a epub:type="toc" href="nav.xhtml">`...)
	x = append(xmltext.Append(x, b.Contents), "</a></li>\n"...)
	x = xmltext.Attribute(append(x, `<li><a epub:type="bodymatter"`...), "href", Href(b.Chapters[0].File))
	return append(xmltext.Append(append(x, '>'), b.Begin), "</a></li>\n</ol>\n</nav>\n</body>\n</html>\n"...)
}

// chapter appends a chapter's document.
func (b *Book) chapter(x []byte, c *Chapter) []byte {
	lang, dir := b.Lang, b.Dir
	if c.Lang != "" {
		lang, dir = c.Lang, c.Dir
	}
	x = slices.Grow(x, len(c.Body)+1<<10)
	x = append(head(x, c.Title, lang, dir), "<section epub:type=\"chapter\" role=\"doc-chapter\">\n"...)
	return append(append(x, c.Body...), "</section>\n</body>\n</html>\n"...)
}
