package worldmap
import ("testing";"fmt";"dossier/generator/draw/textwidth")
func TestZZ(t *testing.T) {
	all := csto()
	for i := range all { if all[i].ID == "UZ" { all[i].Standing = Former } }
	countries := []Place{}
	for _, p := range all { if p.Country { countries = append(countries, p) } }
	pick := func(ids string) (out []Place) { for _, q := range placesOf(ids) { for _, p := range countries { if p.ID == q.ID { out = append(out, p) } } }; return }
	for _, ids := range []string{"AM AZ BY GE KZ KG RU TJ UZ", "RU"} {
	c := NewSpots(setsOf("42.87,74.59 55.75,37.62"), func() []Place { return countries })
	dbg = true
	m := c.Map(placesOf("42.87,74.59 55.75,37.62"), pick(ids), func(p Place) string { if s:= words[p.ID][0]; s!="" {return s}; return p.ID }, "en")
	fmt.Println(m.Labels, m.Leads, m.Numbers)
	fmt.Println(textwidth.Bold("Uzbekistan",12), textwidth.Pixels("Uzbekistan",12))
	}
}
