package outlinks

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dossier/generator/diag"
)

// Format is how a list is written.
type Format string

// The formats. Markdown is a report for people on what a check found.
const (
	TSV      Format = "tsv"
	JSON     Format = "json"
	Markdown Format = "markdown"
)

// A report goes into an issue, which on GitHub takes 65,536 characters.
const (
	maxReported    = 50 // addresses with one word
	maxReportBytes = 60000
)

// Write writes a list, in one write. Checked says that it was judged: a table has the
// columns of a verdict only then. The error is the writer's.
func Write(w io.Writer, all []Judged, format Format, checked bool) error {
	var out bytes.Buffer // whose writes do not fail
	switch format {
	case TSV:
		table(&out, all, checked)
	case JSON:
		objects(&out, all)
	case Markdown:
		report(&out, all)
		cut(&out)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// status is what the content says of an address.
func (f *Facts) status() string {
	switch {
	case f.Dead:
		return "dead"
	case f.Cited:
		return "live"
	}
	return ""
}

func table(out *bytes.Buffer, all []Judged, checked bool) {
	line := func(cells ...string) {
		for i, cell := range cells {
			cells[i] = diag.Line(cell) // which has no tab and no end of line
		}
		out.WriteString(strings.Join(cells, "\t") + "\n")
	}
	head := []string{"address", "place", "in", "pages", "archived", "status", "accessed"}
	if checked {
		head = append(head, "result", "why", "now", "advice")
	}
	line(head...)
	for _, j := range all {
		var copies []string
		for _, a := range j.Archived {
			copies = append(copies, a.URL)
		}
		cells := []string{shown(j.Address), j.Pos.String(), string(j.Where), strings.Join(j.Pages, " "), strings.Join(copies, " "), j.status(), j.Accessed.String()}
		if checked {
			cells = append(cells, string(j.Word), j.Why, shown(j.Now), j.Advice)
		}
		line(cells...)
	}
}

// shown is an address without what would part it into two, as a browser asks for it.
func shown(address string) string {
	return strings.NewReplacer(" ", "%20", "\t", "%09", "\n", "%0A", "\r", "%0D", "`", "%60").Replace(address)
}

// object is a link in JSON.
type object struct {
	Address  string   `json:"address"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	In       Where    `json:"in"`
	Pages    []string `json:"pages"`
	Archived []copied `json:"archived,omitempty"`
	Status   string   `json:"status,omitempty"`
	Accessed string   `json:"accessed,omitempty"`
	Result   Word     `json:"result,omitempty"`
	Why      string   `json:"why,omitempty"`
	Now      string   `json:"now,omitempty"`
	Advice   string   `json:"advice,omitempty"`
}

type copied struct {
	URL  string `json:"url"`
	Date string `json:"date,omitempty"`
}

// objects writes a list with an object a line.
func objects(out *bytes.Buffer, all []Judged) {
	out.WriteString("[")
	for i, j := range all {
		o := object{
			Address: j.Address, File: j.Pos.File, Line: j.Pos.Line, Column: j.Pos.Col, In: j.Where, Pages: append([]string{}, j.Pages...),
			Status: j.status(), Accessed: j.Accessed.String(), Result: j.Word, Why: j.Why, Now: j.Now, Advice: j.Advice,
		}
		for _, a := range j.Archived {
			o.Archived = append(o.Archived, copied{a.URL, a.Date.String()})
		}
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n")
		var text strings.Builder
		enc := json.NewEncoder(&text)
		enc.SetEscapeHTML(false) // which has many & to escape
		if err := enc.Encode(o); err != nil {
			panic(err) // it is text and numbers
		}
		out.WriteString(diag.PrintableJSON(strings.TrimSuffix(text.String(), "\n")))
	}
	out.WriteString("\n]\n")
}

// headings are the words that a report tells of, with what it calls them.
var headings = []struct {
	word Word
	text string
}{
	{Broken, "Broken"}, {Alive, "Marked dead, and answering"}, {Moved, "Moved for good"},
	{Unsure, "Not certain: the site refuses programs, is out of order, or does not answer"}, {Unasked, "Not asked: there was no time"},
}

// report writes what an editor has to look at, an address once with all its places.
func report(out *bytes.Buffer, all []Judged) {
	fmt.Fprintf(out, "%s.\n", Summary(all))
	for _, h := range headings {
		var order []string
		places := map[string][]*Judged{}
		for i := range all {
			if j := &all[i]; j.Word == h.word {
				if places[j.Address] == nil {
					order = append(order, j.Address)
				}
				places[j.Address] = append(places[j.Address], j)
			}
		}
		if order == nil {
			continue
		}
		fmt.Fprintf(out, "\n## %s\n\n", h.text)
		for _, address := range order[:min(maxReported, len(order))] {
			first := places[address][0]
			fmt.Fprintf(out, "- %s: %s\n", code(shown(address)), first.Why)
			for _, j := range places[address] {
				fmt.Fprintf(out, "  - %s, %s", code(j.Pos.String()), j.Where)
				switch {
				case strings.Contains(j.Advice, "://"):
					fmt.Fprintf(out, ": %s", code(j.Advice))
				case j.Advice != "":
					fmt.Fprintf(out, ": %s", j.Advice)
				}
				out.WriteString("\n")
			}
		}
		if more := len(order) - maxReported; more > 0 {
			fmt.Fprintf(out, "- and %d more\n", more)
		}
	}
}

// cut leaves out of a report the last lines of one that is too long.
func cut(out *bytes.Buffer) {
	if out.Len() > maxReportBytes {
		out.Truncate(1 + bytes.LastIndexByte(out.Bytes()[:maxReportBytes], '\n'))
		out.WriteString("- and more: see dossier links --check\n")
	}
}

// code is a text as code in Markdown: whatever is in it, nobody is called by name and no
// mark is understood.
func code(text string) string { return "`" + strings.ReplaceAll(diag.Printable(text), "`", "'") + "`" }
