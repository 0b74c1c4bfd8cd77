package worded

import (
	"slices"
	"strconv"
	"testing"

	"dossier/generator/edtf"
)

func TestListing(t *testing.T) {
	for _, c := range [][6]string{ // EDTF, its listing, and that worded in en, fr, ru and de
		{"2019-05-02~", "2019", "2019", "2019", "2019", "2019"},
		{"../2019", "2019", "2019", "2019", "2019", "2019"},
		{"2010/2012", "2010", "2010", "2010", "2010", "2010"},
		{"2019-24", "2019", "2019", "2019", "2019", "2019"},
		{"201X", "2010 2019", "2010s", "années 2010", "2010-е годы", "2010–2019"},
		{"199X-05?", "1990 1999", "1990s", "années 1990", "1990-е годы", "1990–1999"},
		{"201X/2031", "2010 2019", "2010s", "années 2010", "2010-е годы", "2010–2019"},
		{"/201X", "2010 2019", "2010s", "années 2010", "2010-е годы", "2010–2019"},
		{"20XX-XX", "2000 2099", "2000–2099", "2000–2099", "2000–2099", "2000–2099"},
		{"190X", "1900 1909", "1900–1909", "années 1900", "1900-е годы", "1900–1909"},
		{"1X9X", "1090 1999", "1090–1999", "1090–1999", "1090–1999", "1090–1999"},
		{"-004X", "-49 -40", "50–41\u00a0BC", "50–41\u00a0av.\u00a0J.-C.", "50–41\u00a0до\u00a0н.\u00a0э.", "-0049/-0040"},
		{"-0043", "-43", "44\u00a0BC", "44\u00a0av.\u00a0J.-C.", "44\u00a0до\u00a0н.\u00a0э.", "-0043"},
		{"[2009-03,2009-11]", "2009", "2009", "2009", "2009", "2009"},
		{"[2009-03,2009-11,2012]", "2009 2012", "2009 or 2012", "2009 ou 2012", "2009 или 2012", "2009–2012"},
		{"[2009..2012]", "2009 2012", "between 2009 and 2012", "entre 2009 et 2012", "между 2009 и 2012", "2009–2012"},
		{"[2009-05..2009-07]", "2009", "2009", "2009", "2009", "2009"},
		{"[2012..]", "2012", "2012 or later", "2012 ou après", "2012 или позже", "[2012..]"},
		{"{2009,2012}", "2009", "2009", "2009", "2009", "2009"},
		{"{2009..2012}", "2009", "2009", "2009", "2009", "2009"},
	} {
		l, ok := must(t, c[0]).Listing()
		got := strconv.Itoa(l.First)
		if l.Last != l.First {
			got += " " + strconv.Itoa(l.Last)
		}
		if !ok || got != c[1] {
			t.Errorf("%s is listed under %q, %v; want %q", c[0], got, ok, c[1])
		}
		for i, lang := range []string{"en", "fr", "ru", "gv"} {
			if got := wording(t, lang).Listing(l); got != c[i+2] {
				t.Errorf("%s is listed in %s under %q, want %q", c[0], lang, got, c[i+2])
			}
		}
	}
	for _, text := range []string{"XXXX", "XXXX-12-25", "XXXX/.."} {
		if l, ok := must(t, text).Listing(); ok {
			t.Errorf("%s is listed under %v", text, l)
		}
	}
}

func TestListingOrder(t *testing.T) {
	var order []edtf.Listing
	for _, text := range []string{"-0043", "20XX", "2009", "[2009,2012]", "200X", "201X", "2010", "2019"} {
		l, _ := must(t, text).Listing()
		order = append(order, l)
	}
	slices.SortFunc(order, edtf.Listing.Compare)
	var got []string
	for _, l := range order {
		got = append(got, wording(t, "en").Listing(l))
	}
	want := []string{"44\u00a0BC", "2000–2099", "2000–2009", "2009 or 2012", "2009", "2010s", "2010", "2019"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	all := order[5]
	for _, l := range order[6:] {
		all = all.Join(l)
	}
	if got := wording(t, "en").Listing(all); got != "2010–2019" {
		t.Errorf("several years are worded %q", got)
	}
	if got := wording(t, "en").Listing(order[5].Join(order[5])); got != "2010s" {
		t.Errorf("one decade is worded %q", got)
	}
}
