package cite

import (
	"bytes"
	"encoding/json"
)

// cslItem is an item of CSL-JSON.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Author    []cslName `json:"author,omitempty"`
	Title     string    `json:"title"`
	Container string    `json:"container-title,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language,omitempty"`
	Note      string    `json:"note,omitempty"`

	Custom *cslCustom `json:"custom,omitempty"` // what has no field of its own; the last of all
}

type cslCustom struct {
	Mark string `json:"mark"`
}

type cslName struct {
	Literal string `json:"literal,omitempty"`
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// AppendCSL writes entries as CSL-JSON (Citation Style Language 1.0.2,
// csl-data.json), which citeproc, Zotero and Pandoc read: a list of items of the type
// webpage. The parts of a date end where it is not known further.
func AppendCSL(buf []byte, entries []Entry, mark string) []byte {
	buf = append(buf, '[')
	for i, e := range entries {
		x := cslItem{ID: e.Key, Type: "webpage", Title: e.Title, Container: e.Container, URL: e.URL, Language: e.Lang, Note: e.Note}
		for _, n := range e.Authors {
			if n.Family == "" {
				x.Author = append(x.Author, cslName{Literal: n.Whole})
			} else {
				x.Author = append(x.Author, cslName{Family: n.Family, Given: n.Given})
			}
		}
		if d := e.Issued; d.Year != 0 {
			parts := []int{d.Year}
			if d.Month != 0 {
				parts = append(parts, d.Month)
			}
			if d.Day != 0 {
				parts = append(parts, d.Day)
			}
			x.Issued = &cslDate{[][]int{parts}}
		}
		if i == len(entries)-1 {
			x.Custom = &cslCustom{mark}
		}
		if i > 0 {
			buf = append(buf, ',')
		}
		buf = appendJSON(append(buf, '\n'), x)
	}
	return append(buf, "]\n"...)
}

// appendJSON writes an item on a line, with letters as they are.
func appendJSON(buf []byte, x cslItem) []byte {
	b := bytes.NewBuffer(buf)
	to := json.NewEncoder(b)
	to.SetEscapeHTML(false)
	if err := to.Encode(x); err != nil {
		panic("cite: " + err.Error()) // texts and numbers can be written
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
