package program

import (
	"reflect"
	"testing"
)

// shown is a layout that shows items.
const shown = `{{define "base"}}{{range .Previews}}{{template "a" .}}{{template "b" .}}{{end}}{{end}}` +
	`{{define "a"}}<b title="{{.Text}}">{{with .Date}}{{.Text}}{{end}}</b>{{end}}{{define "b"}}{{.Text}}{{if .Date}},{{end}}{{end}}`

func shared(i Item) *Item {
	i.Memo = NewMemo(&i)
	return &i
}

// TestSharedIsWrittenOnce by each function of each program, and what only one
// page shows each time.
func TestSharedIsWrittenOnce(t *testing.T) {
	first, second := newLayout(shown), newLayout(shown)
	s, own := shared(Item{Link: Link{Text: "s"}}), &Item{Link: Link{Text: "o"}}
	view := reflect.ValueOf(Section{Page: Page{Previews: []*Item{s, own}}})
	for _, step := range []struct {
		layout layout
		want   string
	}{
		{first, `<b title="s"></b>s<b title="o"></b>o`},
		{first, `<b title="s"></b>s<b title="changed"></b>changed`},
		{second, `<b title="changed"></b>changed<b title="changed"></b>changed`},
	} {
		if got, ok := step.layout.program.Run(nil, view, ""); !ok || string(got) != step.want {
			t.Errorf("got %q, %v; want %q", got, ok, step.want)
		}
		s.Text, own.Text = "changed", "changed"
	}
}

// TestCopiesHaveNoMemo: a copy of a shared item has a text of its own, before
// and after the item has one. So has what embeds an item.
func TestCopiesHaveNoMemo(t *testing.T) {
	l := newLayout(shown)
	item := shared(Item{Link: Link{Text: "a"}})
	dated := *item
	dated.Date = &Date{Text: "1919"}
	for _, items := range [][]*Item{{&dated, item}, {item, &dated}, {item, item}, {{}}} {
		if compiled, _ := compare(t, l, &Section{Page: Page{Previews: items}}); !compiled {
			t.Error("html/template had to help")
		}
	}
	card := struct{ Item }{*item}
	if memoOf(reflect.ValueOf(&card)) != nil || memoOf(reflect.ValueOf(item)) != item.Memo {
		t.Error("the memo is another's")
	}
}

// TestFaultsAreNotRemembered: what fails once fails again.
func TestFaultsAreNotRemembered(t *testing.T) {
	l := newLayout(`{{define "base"}}{{range .Previews}}{{template "a" .}}{{end}}{{end}}{{define "a"}}{{.Date.Text}}{{end}}`)
	view := &Section{Page: Page{Previews: []*Item{shared(Item{})}}}
	for range 2 {
		if compiled, fault := compare(t, l, view); compiled || !fault {
			t.Errorf("compiled %v, fault %v", compiled, fault)
		}
	}
}

// TestNoItem: a call with a nil pointer writes what it would without a memo.
func TestNoItem(t *testing.T) {
	l := newLayout(`{{define "base"}}{{range .Previews}}{{template "a" .}}{{end}}{{end}}{{define "a"}}{{with .}}{{.Text}}{{else}}none{{end}}{{end}}`)
	if compiled, _ := compare(t, l, &Section{Page: Page{Previews: []*Item{nil}}}); !compiled {
		t.Error("html/template had to help")
	}
}
