package naturalearth

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// inside reports whether a point lies in an outline that does not cross the
// antimeridian there.
func inside(o Outline, p Point) bool {
	in := false
	for _, ring := range o.Rings {
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1]) && b[0]-a[0] < 180 && a[0]-b[0] < 180 {
				in = !in
			}
		}
	}
	return in
}

func TestTableIsSmallAndSound(t *testing.T) {
	if n := len(table); n > 250_000 {
		t.Errorf("the table has %d bytes, more than 250,000", n)
	}
	code := regexp.MustCompile(`^[A-Z]{2}$`)
	var codes []string
	for _, o := range Outlines() {
		if o.ISO != "" {
			codes = append(codes, o.ISO)
			if !code.MatchString(o.ISO) {
				t.Errorf("the code %q", o.ISO)
			}
		}
		if len(o.Rings) == 0 {
			t.Errorf("%q has no rings", o.ISO)
		}
		for _, ring := range o.Rings {
			if len(ring) < 3 {
				t.Errorf("%s: a ring of %d points", o.ISO, len(ring))
			}
			for _, p := range ring {
				if p[0] < -180 || p[0] > 180 || p[1] < -90 || p[1] > 90 {
					t.Errorf("%s: %v is not on the globe", o.ISO, p)
				}
			}
		}
	}
	if len(codes) < 230 || !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Errorf("%d codes; sorted: %v; or one twice", len(codes), slices.IsSorted(codes))
	}
}

func TestMembersOfTheUnitedNationsHaveOutlines(t *testing.T) {
	have := map[string]bool{}
	for _, o := range Outlines() {
		have[o.ISO] = true
	}
	const members = `AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM
		CG CR CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR
		IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MC MN ME MA MZ MM NA NR NP NL
		NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR MD RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK
		SD SR SE CH SY TJ TH TL TG TO TT TN TR TM TV UG UA AE GB TZ US UY UZ VU VE VN YE ZM ZW`
	list := strings.Fields(members)
	if len(list) != 193 {
		t.Fatalf("the list has %d members", len(list))
	}
	for _, code := range list {
		if !have[code] {
			t.Errorf("%s has no outline", code)
		}
	}
}

// What data/README.md says of whose borders these are, and that capitals lie
// in their countries.
func TestWhereThingsLie(t *testing.T) {
	for _, tt := range []struct {
		name, code string
		at         Point
	}{
		{"Bishkek", "KG", Point{74.59, 42.87}}, {"Moscow", "RU", Point{37.62, 55.75}}, {"Kabul", "AF", Point{69.18, 34.53}},
		{"Washington", "US", Point{-77.04, 38.9}}, {"Canberra", "AU", Point{149.13, -35.28}}, {"Pretoria", "ZA", Point{28.19, -25.75}},
		{"Maseru", "LS", Point{27.6, -29.4}}, {"Managua", "NI", Point{-86.3, 12.1}},
		{"Sukhumi", "GE", Point{41.05, 43.05}}, {"Tskhinvali", "GE", Point{43.96, 42.22}}, {"Tiraspol", "MD", Point{29.55, 46.85}},
		{"Simferopol", "RU", Point{34.1, 44.95}}, {"Pristina", "", Point{21.16, 42.66}}, {"Hargeisa", "", Point{44.06, 9.56}},
		{"Laayoune", "MA", Point{-13.1, 27.15}}, {"Taipei", "TW", Point{121.5, 25}}, {"Ramallah", "PS", Point{35.2, 31.9}},
		{"Cayenne", "FR", Point{-52.6, 4.6}},
	} {
		var in []string
		for _, o := range Outlines() {
			if inside(o, tt.at) {
				in = append(in, o.ISO)
			}
		}
		if !slices.Equal(in, []string{tt.code}) {
			t.Errorf("%s lies in %q, want %q", tt.name, in, tt.code)
		}
	}
}

// Neighbours share their border point by point.
func TestNeighboursFit(t *testing.T) {
	points := map[string]map[Point]bool{}
	for _, o := range Outlines() {
		points[o.ISO] = map[Point]bool{}
		for _, ring := range o.Rings {
			for _, p := range ring {
				points[o.ISO][p] = true
			}
		}
	}
	for _, pair := range [][2]string{{"KG", "KZ"}, {"TJ", "AF"}, {"RU", "KZ"}, {"US", "CA"}, {"FR", "DE"}, {"ZA", "LS"}, {"BR", "BO"}} {
		shared := 0
		for p := range points[pair[0]] {
			if points[pair[1]][p] {
				shared++
			}
		}
		if shared < 10 {
			t.Errorf("%s and %s share %d points", pair[0], pair[1], shared)
		}
	}
}

// Each disputed area has a name in English, and those of many languages; no row of the
// table is of another area, and no cell is damaged.
func TestNamesOfDisputedAreas(t *testing.T) {
	of := map[string]bool{}
	for _, a := range Disputed() {
		of[a.Name] = true
		if name, in := a.In("en"); name == "" || in != "" {
			t.Errorf("%s: %q in English, marked %q", a.Name, name, in)
		}
	}
	lines := strings.Split(strings.TrimSuffix(names, "\n"), "\n")
	columns := strings.Count(lines[0], "\t")
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if !of[cells[0]] || len(cells) != columns+1 {
			t.Errorf("%q: %d cells, want %d, of a disputed area", cells[0], len(cells), columns+1)
		}
		for _, name := range cells {
			if name != strings.TrimSpace(name) || strings.ContainsAny(name, "|<>") {
				t.Errorf("%s: the name %q", cells[0], name)
			}
		}
	}
	if len(lines)-1 != len(of) {
		t.Errorf("%d names of %d areas", len(lines)-1, len(of))
	}
	crimea := Area{Name: "Crimea"}
	for _, tt := range []struct{ lang, name, in string }{
		{"fr", "Crimée", ""}, {"ru", "Крым", ""}, {"pt-BR", "Crimeia", "pt"}, {"xx", "Crimea", "en"},
	} {
		if name, in := crimea.In(tt.lang); name != tt.name || in != tt.in {
			t.Errorf("Crimea in %s: %q, marked %q", tt.lang, name, in)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("an area that is in no table has a name")
		}
	}()
	Area{Name: "Atlantis"}.In("en")
}

// What holds a point and governs itself is found there, and no other disputed area.
func TestGoverning(t *testing.T) {
	for name, at := range map[string]Point{"Abkhazia": {41, 43}, "": {34, 45}} {
		if l := Lands().Governing(at); l == nil && name != "" || l != nil && l.Claim.Name != name {
			t.Errorf("at %v governs %v, want %q", at, l, name)
		}
	}
	if l := Lands().Of("KG"); l == nil || l.ISO != "KG" || l.Claim != nil || Lands().Of("") != nil {
		t.Errorf("the land of KG is %v", l)
	}
}

func BenchmarkLands(b *testing.B) {
	for b.Loop() {
		readLands()
	}
}
