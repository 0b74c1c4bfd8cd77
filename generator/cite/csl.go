package cite

import (
	"bytes"
	"encoding/json"
	"iter"
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
func AppendCSL(buf []byte, entries iter.Seq[Entry], mark string, spill func([]byte) []byte) []byte {
	buf = append(buf, '[')
	n := 0
	var last cslItem // the one with the mark
	for e := range entries {
		if n++; n > 1 {
			buf = spill(append(appendJSON(append(buf, '\n'), last), ','))
		}
		last = item(&e)
	}
	if n > 0 {
		last.Custom = &cslCustom{mark}
		buf = appendJSON(append(buf, '\n'), last)
	}
	return append(buf, "]\n"...)
}

func item(e *Entry) cslItem {
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
	return x
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
