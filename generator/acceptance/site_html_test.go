package acceptance

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// void elements have no end tag.
const void = " area base br col embed hr img input link meta source track wbr "

// findMarkup compares the tags as they were written with the tree that a
// parser makes of them: where they differ, the parser had to repair.
func findMarkup(_ *site, p *page) (faults []string) {
	var wrote, made []string
	entity := regexp.MustCompile(`^&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);`)
	z := html.NewTokenizer(bytes.NewReader(p.source))
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		for i := range raw {
			if raw[i] == '&' && !entity.MatchString(raw[i:]) {
				faults = append(faults, fmt.Sprintf("bare & in %q", raw))
			}
		}
		tok := z.Token()
		if tok.Type == html.StartTagToken || tok.Type == html.SelfClosingTagToken {
			faults = append(faults, repeated(raw)...)
		}
		if tok.Type == html.StartTagToken || tok.Type == html.SelfClosingTagToken {
			wrote = append(wrote, "<"+tok.Data+">")
		}
		if tok.Type == html.EndTagToken || tok.Type == html.SelfClosingTagToken && !strings.Contains(void, " "+tok.Data+" ") {
			wrote = append(wrote, "</"+tok.Data+">")
		}
	}
	if z.Err() != io.EOF {
		faults = append(faults, z.Err().Error())
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			if c.Type != html.ElementNode {
				continue
			}
			made = append(made, "<"+strings.ToLower(c.Data)+">")
			walk(c)
			if !strings.Contains(void, " "+c.Data+" ") {
				made = append(made, "</"+strings.ToLower(c.Data)+">")
			}
		}
	}
	walk(p.root)
	for i := range max(len(wrote), len(made)) {
		if i >= len(wrote) || i >= len(made) || wrote[i] != made[i] {
			near := func(tags []string) []string { return tags[min(len(tags), max(0, i-4)):min(len(tags), i+2)] }
			return append(faults, fmt.Sprintf("tag %d: %v is read as %v", i+1, near(wrote), near(made)))
		}
	}
	if !bytes.HasPrefix(p.source, []byte("<!DOCTYPE html>\n")) {
		faults = append(faults, "no <!DOCTYPE html>")
	}
	return faults
}

// repeated are the attributes that a tag has twice; a tokenizer drops them.
func repeated(tag string) (faults []string) {
	seen := map[string]bool{}
	bare := regexp.MustCompile(`"[^"]*"|'[^']*'`).ReplaceAllString(tag, "")
	for _, m := range regexp.MustCompile(`\s([^\s=/>]+)`).FindAllStringSubmatch(bare, -1) {
		if seen[m[1]] {
			faults = append(faults, fmt.Sprintf("%s twice in %s", m[1], tag))
		}
		seen[m[1]] = true
	}
	return faults
}

// findNesting looks for elements where the content model of HTML has no
// place for them.
func findNesting(_ *site, p *page) (faults []string) {
	const words = " p h1 h2 h3 h4 h5 h6 span em strong b i s del code cite small sub sup time label button summary q abbr mark "
	const blocks = " address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul "
	children := map[string]string{"ul": " li ", "ol": " li ", "dl": " dt dd div ", "tr": " td th "}
	parents := map[string]string{"li": " ul ol menu ", "dt": " dl div ", "dd": " dl div ", "summary": " details ", "figcaption": " figure "}
	in := func(list, name string) bool { return strings.Contains(list, " "+name+" ") }
	for e := range p.elements() {
		up := e.Parent.Data
		if want, ok := children[up]; ok && !in(want, e.Data) {
			faults = append(faults, fmt.Sprintf("<%s> is a child of <%s>", e.Data, up))
		}
		if want, ok := parents[e.Data]; ok && !in(want, up) {
			faults = append(faults, fmt.Sprintf("<%s> is a child of <%s>", e.Data, up))
		}
		for a := range e.Ancestors() {
			interactive := in(" a button ", a.Data) && in(" a button input select textarea ", e.Data)
			if interactive || in(words, a.Data) && in(blocks, e.Data) {
				faults = append(faults, fmt.Sprintf("<%s> is inside <%s>", e.Data, a.Data))
			}
		}
	}
	return faults
}

func findIDs(_ *site, p *page) (faults []string) {
	seen := map[string]bool{}
	for e := range p.elements() {
		if id := attr(e, "id"); hasAttr(e, "id") {
			if id == "" || strings.ContainsAny(id, " \t\n") || seen[id] {
				faults = append(faults, fmt.Sprintf("<%s id=%q>: empty, spaced or taken", e.Data, id))
			}
			seen[id] = true
		}
		for _, key := range []string{"for", "aria-labelledby", "aria-describedby", "aria-controls"} {
			for _, id := range strings.Fields(attr(e, key)) {
				if !p.ids[id] {
					faults = append(faults, fmt.Sprintf("<%s %s=%q>: there is no such id", e.Data, key, id))
				}
			}
		}
	}
	return faults
}

func findHeadings(_ *site, p *page) (faults []string) {
	first, last := 0, 0
	for e := range p.elements("h1", "h2", "h3", "h4", "h5", "h6") {
		level := int(e.Data[1] - '0')
		if level == 1 {
			first++
		}
		if level > last+1 {
			faults = append(faults, fmt.Sprintf("<%s> %q follows level %d", e.Data, text(e), last))
		}
		if strings.TrimSpace(text(e)) == "" {
			faults = append(faults, "empty <"+e.Data+">")
		}
		last = level
	}
	if first != 1 {
		faults = append(faults, fmt.Sprintf("%d first-level headings", first))
	}
	return faults
}

// findAttributes looks for what a page must say of itself and its pictures.
func findAttributes(_ *site, p *page) (faults []string) {
	for e := range p.elements("html", "img") {
		if e.Data == "html" && attr(e, "lang") == "" {
			faults = append(faults, "<html> without lang")
		}
		if e.Data == "img" && !hasAttr(e, "alt") {
			faults = append(faults, fmt.Sprintf("<img src=%q> without alt", attr(e, "src")))
		}
	}
	if strings.TrimSpace(p.title()) == "" {
		faults = append(faults, "no title")
	}
	return faults
}
