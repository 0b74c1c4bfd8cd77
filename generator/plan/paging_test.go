package plan

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/lists"
	"dossier/generator/model"
)

var small = Limits{Page: 1000, First: 150, Year: 120}

// random makes a list of up to 400 weights, a few of them over the limit.
func random(r *rand.Rand) []int {
	weights := make([]int, r.IntN(400))
	for i := range weights {
		weights[i] = 1 + r.IntN(60)
		if r.IntN(100) == 0 {
			weights[i] *= 30
		}
	}
	return weights
}

// check fails unless the parts hold each of n entries once, in order, and all
// but the first hold some.
func check(t *testing.T, n int, parts []Part) {
	t.Helper()
	at := 0
	for i, p := range parts {
		if p.From != at && p.To > p.From || p.To < p.From || i > 0 && p.To == p.From {
			t.Fatalf("part %d of %d is %d to %d; the one before ends at %d", i, len(parts), p.From, p.To, at)
		}
		at = max(at, p.To)
	}
	if at != n {
		t.Fatalf("the parts hold %d of %d entries", at, n)
	}
}

func sum(weights []int) (total int) {
	for _, w := range weights {
		total += w
	}
	return total
}

// within fails if a part weighs too much; an entry alone may.
func within(t *testing.T, weights []int, parts []Part) {
	t.Helper()
	for i, p := range parts {
		limit := small.Page
		if i == 0 {
			limit = small.First
		}
		if w := sum(weights[p.From:p.To]); w > limit && (i == 0 || p.To-p.From > 1) {
			t.Fatalf("part %d weighs %d of %d", i, w, limit)
		}
	}
}

func TestByYear(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 7))
		weights := random(r)
		years := make([]int, len(weights))
		listings := make([]edtf.Listing, len(weights))
		span := 1 + r.IntN(80)
		for i := range years {
			years[i] = 1950 - 30*r.IntN(100)/99 + r.IntN(span)*r.IntN(span)/span
			if r.IntN(20) == 0 {
				years[i] = lists.NoYear
			}
		}
		slices.Sort(years)
		for i, y := range years {
			listings[i] = edtf.Listing{First: y, Last: y}
		}
		parts := small.byYear(listings, weights)
		check(t, len(weights), parts)
		within(t, weights, parts)
		s := &Split{Parts: parts}
		names := map[string]bool{}
		for i, p := range parts {
			if i == 0 {
				continue
			}
			if name := s.name(i); names[name] {
				t.Fatalf("two pages are called %s", name)
			} else {
				names[name] = true
			}
			if p.First != years[p.From] || p.Last != years[p.To-1] {
				t.Fatalf("part %d says %d to %d, and holds %d to %d", i, p.First, p.Last, years[p.From], years[p.To-1])
			}
			if p.Years.First != p.First || p.Years.Last != p.Last {
				t.Fatalf("part %d says %v, and holds %d to %d", i, p.Years, p.First, p.Last)
			}
			if p.First != p.Last && (p.Last == lists.NoYear || sum(weights[p.From:p.To]) > small.Year) {
				t.Fatalf("part %d joins %d to %d, which weigh %d", i, p.First, p.Last, sum(weights[p.From:p.To]))
			}
			if p.Of == 0 && p.To < len(years) && years[p.To] == p.Last {
				t.Fatalf("part %d breaks the year %d off without a number", i, p.Last)
			}
		}
	}
}

// A decade stays with its first year, and its page says that it is one.
func TestDecadesByYear(t *testing.T) {
	listings := []edtf.Listing{{First: 1999, Last: 1999}, {First: 2010, Last: 2019}, {First: 2010, Last: 2010}, {First: 2011, Last: 2011}}
	var got []edtf.Listing
	for _, p := range small.byYear(listings, []int{140, 60, 60, 400}) {
		got = append(got, p.Years)
	}
	want := []edtf.Listing{listings[0], listings[1].Join(listings[2]), listings[3]}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNumbered(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 8))
		weights := random(r)
		parts := small.inOrder(weights, small.First)
		check(t, len(weights), parts)
		within(t, weights, parts)

		parts = small.inAnyOrder(weights)
		check(t, len(weights), parts)
		for range 5 { // whatever the order
			r.Shuffle(len(weights), func(i, j int) { weights[i], weights[j] = weights[j], weights[i] })
			within(t, weights, parts)
		}
	}
}

func TestNames(t *testing.T) {
	s := &Split{Parts: []Part{{}, {First: 2019, Last: 2019, Number: 1, Of: 2}, {First: 2019, Last: 2019, Number: 2, Of: 2}, {First: 800}, {First: -44}, {First: lists.NoYear}}}
	var got []string
	for i := range s.Parts[1:] {
		got = append(got, s.name(i+1))
	}
	if want := []string{"2019", "2019-2", "0800", "-0044", "undated"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// An entity may be called anything that an id can be; its page is never where
// another one is continued.
func TestFurtherPages(t *testing.T) {
	s := site()
	date, err := edtf.Parse("2019")
	if err != nil {
		t.Fatal(err)
	}
	kenya := s.Entities[0]
	s.Entities = append(s.Entities, &model.Entity{Doc: doc("countries/kenya-2019", "countries/kenya-2019.md")})
	a := s.Articles[0]
	for _, id := range []model.Key{"2019", "2"} {
		s.Articles = append(s.Articles, &model.Article{Doc: doc("articles/"+id, "articles/"+string(id)+"/index.md"), Published: date})
		a.Sections = append(a.Sections, &model.Section{Doc: doc("articles/a/"+id, "articles/a/"+string(id)+".md"), Article: a, Date: date})
	}
	var tagged []int32
	for _, x := range a.Sections {
		tagged, s.Numbered = append(tagged, int32(len(s.Numbered))), append(s.Numbered, &x.Doc)
	}
	s.Backlinks = model.NewTable(map[model.Key]*model.Backlinks{kenya.Key: {Sections: tagged}})
	p, faults := Within(Limits{Page: 700, First: 10, Year: 10}, s)
	if len(faults) > 0 {
		t.Error(faults)
	}
	var further []string
	for _, page := range p.Pages {
		if page.Of != nil && page.Edition.Dir == "" {
			further = append(further, page.Path)
		}
	}
	want := []string{"articles/2019.html", "articles/undated.html", "articles/a/index/2.html", "articles/a/parallel/2.html", "countries/kenya/2019.html", "countries/kenya/undated.html"}
	for _, file := range want {
		if !slices.Contains(further, file) {
			t.Errorf("there is no %s; there are %q", file, further)
		}
	}
}
