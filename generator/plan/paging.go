package plan

import (
	"fmt"
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/limits"
	"dossier/generator/lists"
)

// Limits bound what the lists of a page may take, in bytes of HTML as the
// package lists estimates them. See Bounds for those that sites have.
type Limits struct {
	Page  int // all lists of a page together
	First int // what stays of a divided list on the page that has it
	Year  int // up to which small years share a page
}

// Bounds are the limits of every site. A fifth of a page is for what stands
// around the lists: masthead, charts, a country's or an event's own text.
func Bounds() Limits {
	return Limits{Page: limits.MaxPageBytes * 4 / 5, First: limits.MaxPageBytes / 8, Year: limits.MaxPageBytes / 8}
}

// Split is a list divided among pages.
type Split struct {
	List  lists.Name
	Parts []Part
}

// Part is what one page shows of a divided list. The first part stands on the
// page that has the list and may be empty.
type Part struct {
	Page        *Page
	From, To    int          // its entries, counted in the list's order; To is not in it
	First, Last int          // years, of a list by year: the first of those that its entries are listed under
	Years       edtf.Listing // of a list by year: what all its entries are listed under
	Number, Of  int          // among the parts of one year, or of a numbered list; 0 when there is but one
}

// pack divides weights, in their order, into runs that are within a limit and
// about equally heavy. What is heavier than the limit stands alone.
func pack(weights []int, limit int) (ends []int) {
	total := 0
	for _, w := range weights {
		total += w
	}
	fair := total
	if n := (total + limit - 1) / limit; n > 1 {
		fair = total / n
	}
	sum := 0
	for i, w := range weights {
		if sum > 0 && (sum+w > limit || sum >= fair) {
			ends, sum = append(ends, i), 0
		}
		sum += w
	}
	if sum > 0 {
		ends = append(ends, len(weights))
	}
	return ends
}

// inOrder divides a list whose pages are numbered. The first part is the
// beginning that fits into first.
func (l Limits) inOrder(weights []int, first int) []Part {
	n, sum := 0, 0
	for n < len(weights) && sum+weights[n] <= first {
		sum += weights[n]
		n++
	}
	parts := []Part{{To: n}}
	from := n
	for _, end := range pack(weights[n:], l.Page) {
		parts = append(parts, Part{From: from, To: n + end})
		from = n + end
	}
	return number(parts)
}

// inAnyOrder divides a list whose order is not known yet, because it depends
// on the edition's language: as many entries a page as fit even if they are
// the heaviest of all.
func (l Limits) inAnyOrder(weights []int) []Part {
	heavy := slices.Clone(weights)
	slices.SortFunc(heavy, func(a, b int) int { return b - a })
	fit := func(limit int) (n int) {
		for sum := 0; n < len(heavy) && sum+heavy[n] <= limit; n++ {
			sum += heavy[n]
		}
		return n
	}
	first, most := fit(l.First), max(1, fit(l.Page))
	parts := []Part{{To: first}}
	rest := len(heavy) - first
	pages := (rest + most - 1) / most
	for i := range pages {
		parts = append(parts, Part{From: first + rest*i/pages, To: first + rest*(i+1)/pages})
	}
	return number(parts)
}

func number(parts []Part) []Part {
	for i := range parts {
		parts[i].Number, parts[i].Of = i+1, len(parts)
	}
	return parts
}

// byYear divides a list whose entries are ordered by year: the first years
// stay together as long as they fit, as do small years after them; a large
// year stands alone, in several parts if it must. What is listed under several
// years goes with the first of them.
func (l Limits) byYear(years []edtf.Listing, weights []int) []Part {
	total := 0
	for _, w := range weights {
		total += w
	}
	small := min(l.Page, max(l.Year, total/limits.MaxYearPages))
	parts := []Part{{First: lists.NoYear, Last: lists.NoYear}}
	sum, limit := 0, l.First
	for from := 0; from < len(years); {
		to, weight := from, 0
		for ; to < len(years) && years[to].First == years[from].First; to++ {
			weight += weights[to]
		}
		year, last := years[from].First, &parts[len(parts)-1]
		switch empty := last.To == last.From; {
		case sum+weight <= limit && (empty || year != lists.NoYear):
			if empty {
				last.First = year
			}
			last.To, last.Last, sum = to, year, sum+weight
		case weight <= l.Page:
			parts = append(parts, Part{From: from, To: to, First: year, Last: year})
			sum, limit = weight, small
		default:
			parts = append(parts, l.within(year, from, weights[from:to])...)
			sum, limit = 0, -1 // nothing joins the last of them
		}
		from = to
	}
	for i := range parts {
		for n := parts[i].From; n < parts[i].To; n++ {
			if n == parts[i].From {
				parts[i].Years = years[n]
			}
			parts[i].Years = parts[i].Years.Join(years[n])
		}
	}
	return parts
}

// within divides one year.
func (l Limits) within(year, from int, weights []int) []Part {
	var parts []Part
	start := from
	for _, end := range pack(weights, l.Page) {
		parts = append(parts, Part{From: start, To: from + end, First: year, Last: year})
		start = from + end
	}
	if len(parts) == 1 {
		return parts
	}
	return number(parts)
}

// name is the file name of a further page without ".html": a year such as
// "2019" or "-0044", "2019-2" for its second part, "undated", or a number.
func (s *Split) name(i int) string {
	p := s.Parts[i]
	year := func() string {
		if p.First < 0 {
			return fmt.Sprintf("-%04d", -p.First)
		}
		return fmt.Sprintf("%04d", p.First)
	}
	switch {
	case !s.ByYear():
		return fmt.Sprint(p.Number)
	case p.First == lists.NoYear && p.Number > 1:
		return fmt.Sprintf("undated-%d", p.Number)
	case p.First == lists.NoYear:
		return "undated"
	case p.Number > 1:
		return fmt.Sprintf("%s-%d", year(), p.Number)
	}
	return year()
}

// ByYear reports whether the parts of the list are years.
func (s *Split) ByYear() bool { return s.Parts[0].Number == 0 }
