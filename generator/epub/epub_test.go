package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestXHTML(t *testing.T) {
	for html, want := range map[string]string{
		"":                                 "",
		"a &amp; b":                        "a &amp; b",
		"<p>a<br>b</p><hr>":                "<p>a<br/>b</p><hr/>",
		"<br/><hr />":                      "<br/><hr/>",
		`<img src="a.png" alt="x>y">`:      `<img src="a.png" alt="x>y"/>`,
		`<img alt="A &amp; B">`:            `<span class="picture">A &amp; B</span>`,
		`<img alt="">`:                     `<span class="picture"></span>`,
		`<img>`:                            ``,
		`<ol start="3" reversed>`:          `<ol start="3" reversed="">`,
		`<a  href="x" role="doc-noteref">`: `<a href="x" role="doc-noteref" epub:type="noteref">`,
		`<section role="doc-endnotes">`:    `<section role="doc-endnotes" epub:type="endnotes">`,
		"a\x01b\ufffe":                     "a\uFFFDb\uFFFD",
		"<p title=\"\x02\">":               "<p title=\"\uFFFD\">",
	} {
		if got := string(XHTML(nil, html)); got != want {
			t.Errorf("%q: %q, want %q", html, got, want)
		}
	}
}

func book() *Book {
	return &Book{
		ID: "urn:uuid:x", Title: "A & B", Lang: "ar", Dir: "rtl", Authors: []string{"C < D"}, Publisher: "P", Modified: "2019-12-10", About: "\x01",
		Contents: "Contents", Begin: "Begin",
		Chapters: []Chapter{
			{File: "one", Title: "One", Body: []byte("<h1>One</h1>\n")},
			{File: "two", Part: Part{Title: "I & II"}, Title: "Deux", Lang: "fr", Dir: "ltr", Body: []byte("<h1>Deux</h1>\n")},
		},
	}
}

// opened are the files of a book, by name.
func opened(t *testing.T, b *Book) map[string]string {
	t.Helper()
	body := Append([]byte("before"), b)[len("before"):]
	if !strings.HasPrefix(string(body), Begins()) || len(Begins()) < 100 {
		t.Errorf("the book begins with %q, not with %q", body[:100], Begins())
	}
	r, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
		if strings.HasSuffix(f.Name, "ml") || strings.HasSuffix(f.Name, "opf") {
			if err := xml.Unmarshal(text, new(struct{})); err != nil {
				t.Errorf("%s: %v\n%s", f.Name, err, text)
			}
		}
	}
	return files
}

func TestAppend(t *testing.T) {
	files := opened(t, book())
	for name, parts := range map[string][]string{
		"mimetype":       {"application/epub+zip"},
		"EPUB/book.opf":  {`xml:lang="ar" dir="rtl"`, "<dc:title>A &amp; B</dc:title>", "<dc:creator>C &lt; D</dc:creator>", "2019-12-10T00:00:00Z", `<spine page-progression-direction="rtl">`, `"schema:accessModeSufficient">textual<`, `"schema:accessibilityHazard">none<`},
		"EPUB/nav.xhtml": {`<a href="one.xhtml">One</a>`, `<a href="two.xhtml" lang="fr" xml:lang="fr">Deux</a>`, `epub:type="bodymatter" href="one.xhtml">Begin<`, "</a></li>\n<li><span>I &amp; II</span><ol>\n<li><a href=\"two", "</a></li>\n</ol></li>\n</ol>\n</nav>"},
		"EPUB/one.xhtml": {`lang="ar" xml:lang="ar" dir="rtl"`, "<h1>One</h1>"},
		"EPUB/two.xhtml": {`lang="fr" xml:lang="fr" dir="ltr"`, "<h1>Deux</h1>"},
	} {
		for _, part := range parts {
			if !strings.Contains(files[name], part) {
				t.Errorf("%s lacks %s:\n%s", name, part, files[name])
			}
		}
	}
	if strings.Contains(files["EPUB/book.opf"], "dc:date") || strings.Contains(files["EPUB/book.opf"], "visual") {
		t.Errorf("it says what is not known: %s", files["EPUB/book.opf"])
	}
}

// Parts follow each other, and what stands before them or after them is in none.
func TestParts(t *testing.T) {
	b := book()
	b.Chapters = nil
	for i, part := range []string{"", "a", "a", "b", ""} {
		b.Chapters = append(b.Chapters, Chapter{File: fmt.Sprint("c", i), Title: fmt.Sprint(i), Part: Part{Title: part, Lang: "fr"}})
	}
	toc, _, _ := strings.Cut(opened(t, b)["EPUB/nav.xhtml"], "</nav>")
	_, toc, _ = strings.Cut(toc, "</h1>\n")
	const chapter = `<li><a href="c%d.xhtml">%[1]d</a></li>` + "\n"
	const begins, ends = `<li><span lang="fr" xml:lang="fr">%s</span><ol>` + "\n", "</ol></li>\n"
	want := "<ol>\n" + fmt.Sprintf(chapter, 0) + fmt.Sprintf(begins, "a") + fmt.Sprintf(chapter, 1) + fmt.Sprintf(chapter, 2) + ends +
		fmt.Sprintf(begins, "b") + fmt.Sprintf(chapter, 3) + ends + fmt.Sprintf(chapter, 4) + "</ol>\n"
	if toc != want {
		t.Errorf("%s, want %s", toc, want)
	}
}

// What is said of access depends on the pictures.
func TestAccess(t *testing.T) {
	for name, c := range map[string]struct {
		pictures     []Picture
		says, leaves []string
	}{
		"described": {[]Picture{{File: "a.png", MediaType: "image/png", Described: true}}, []string{">textual,visual<", "Sufficient\">textual<", "alternativeText", "Hazard\">none<"}, nil},
		"not":       {[]Picture{{File: "a.png", MediaType: "image/png"}}, []string{">textual,visual<"}, []string{"Sufficient\">textual<", "alternativeText"}},
		"moving":    {[]Picture{{File: "a.gif", MediaType: "image/gif", Described: true}}, []string{"Hazard\">unknown<", `href="a.gif" media-type="image/gif"`}, nil},
	} {
		b := book()
		b.Pictures = c.pictures
		opf := opened(t, b)["EPUB/book.opf"]
		for _, part := range c.says {
			if !strings.Contains(opf, part) {
				t.Errorf("%s: it lacks %s:\n%s", name, part, opf)
			}
		}
		for _, part := range c.leaves {
			if strings.Contains(opf, part) {
				t.Errorf("%s: it has %s", name, part)
			}
		}
	}
}

func TestMediaType(t *testing.T) {
	for name, want := range map[string]string{"a.PNG": "image/png", "b.jpg": "image/jpeg", "c.webp": "image/webp", "d.avif": "", "e.pdf": "", "f": ""} {
		if got := MediaType(name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
