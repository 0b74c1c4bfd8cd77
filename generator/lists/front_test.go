package lists

import (
	"strings"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

func TestReading(t *testing.T) {
	for _, c := range []struct {
		html string
		want int
	}{
		{"", 0},
		{"<p>Three short words.</p>", 3 * word},
		{"<p>It’s <em>one</em>’s 2019</p>", 3 * word}, // the mark of a letter that is left out parts nothing
		{"<p>well-known</p>", 2 * word},
		{"<p>苏伊士运河</p>", 5 * sign},
		{"<p>運河はスエズ</p>", 6 * sign},
		{"<p>คลอง</p>", 4 * letter},
		{"<p>वह नहर है</p>", 3 * word}, // signs that stand on letters begin no words
		{"<p>القناة ٢٠١٩</p>", 2 * word},
	} {
		if got := reading(c.html); got != c.want {
			t.Errorf("%s takes %d, want %d", c.html, got, c.want)
		}
	}
}

// TestSeenFrom has more events than fit, of unlike weight, on both sides of a date.
// TestAfter: only what is known to begin later lies ahead.
func TestAfter(t *testing.T) {
	date := func(text string) (d edtf.Date) {
		if text != "" {
			var err error
			if d, err = edtf.Parse(text); err != nil {
				t.Fatal(err)
			}
		}
		return d
	}
	for _, tt := range []struct {
		date, asOf string
		want       bool
	}{{"2020", "2019-12-10", true}, {"2019-12-11", "2019-12-10", true}, {"2019-12-10", "2019-12-10", false}, {"2019/2025", "2019-12-10", false}, {"", "2019-12-10", false}, {"2020", "", false}, {"", "", false}} {
		if got := After(date(tt.date), date(tt.asOf)); got != tt.want {
			t.Errorf("%q after %q: %v", tt.date, tt.asOf, got)
		}
	}
}

func TestSeenFrom(t *testing.T) {
	s := &model.Site{Corpus: &model.Corpus{Home: &model.Doc{}, Settings: model.Settings{Languages: []string{"en"}}}}
	backlinks := map[model.Key]*model.Backlinks{}
	s.Backlinks = model.NewTable(backlinks)
	s.Numbered = []*model.Doc{s.Home}
	row := []int32{0} // which lists several of a type
	event := func(id, date string, sections, pages int) *model.Entity {
		d, err := edtf.Parse(date)
		if err != nil {
			t.Fatal(err)
		}
		e := &model.Entity{Doc: model.Doc{Key: model.Key("events/" + id)}, Date: d}
		s.Entities = append(s.Entities, e)
		backlinks[e.Key] = &model.Backlinks{Sections: make([]int32, sections), Mentions: make([]model.Mention, pages)}
		return e
	}
	told := func(id, date, kind string, pages int) {
		e := event(id, date, 1, pages)
		e.Type, backlinks[e.Key].Sections = kind, row
	}
	event("a", "1990", 1, 0)
	event("b", "1991", 9, 0)
	event("c", "1992", 1, 1)
	event("d", "1993", 1, 0)
	event("e", "1994", 0, 9)
	event("f", "1995", 2, 0)
	event("g", "1996", 1, 0)
	event("h", "1997", 0, 0)
	told("r", "1998-01", "attack", 0) // of little weight, but told with the next
	told("s", "1998-02", "attack", 9)
	told("t", "1998-03", "talks", 0) // in the same section, but of another type
	event("u", "1998-04", 1, 0)
	event("i", "1999/2005", 1, 0) // has begun
	event("j", "2001", 9, 9)
	event("k", "2002", 0, 0)
	event("l", "2003", 0, 0)
	event("m", "XXXX", 9, 9) // nobody knows when
	asOf, err := edtf.Parse("2000")
	if err != nil {
		t.Fatal(err)
	}
	l := New(s, 1000)
	for _, c := range []struct {
		asOf edtf.Date
		want string
	}{
		{asOf, "bcfrstui jk"},
		{edtf.Date{}, "bcfrsuij "},
	} {
		seen := SeenFrom(l, c.asOf, 2)
		var lists []string
		for _, list := range [][]*model.Entity{seen.Key, seen.Ahead} {
			ids := ""
			for _, e := range list {
				ids += e.Key.ID()
			}
			lists = append(lists, ids)
		}
		if got := strings.Join(lists, " "); got != c.want {
			t.Errorf("from %v: %s, want %s", c.asOf, got, c.want)
		}
	}
}
