// Package iso3166 names the countries of ISO 3166-1 in the languages of
// Unicode CLDR, so that a country needs no file of its own.
//
// It knows the 249 officially assigned codes and no others. Kosovo's XK is a
// user-assigned code, outside the standard, with no agreed alpha-3: an editor
// who writes about Kosovo gives it a file, and with it the name and the stance
// that the dossier takes.
//
// The tables in data are generated and embedded (see data/README.md); each
// language is parsed when it is first asked for. A table that cannot be parsed
// is a bug and panics. Everything here is safe for concurrent use.
package iso3166

//go:generate go run ./gen

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var tables embed.FS

// codesTable lists the countries: ID, alpha-2, alpha-3. It is no language's
// table, and its name is no language tag.
const codesTable = "iso3166-codes"

// Country is one territory with an officially assigned ISO 3166-1 code.
type Country struct {
	Alpha2 string // "KG"
	Alpha3 string // "KGZ"
	ID     string // slug of the English name in ASCII: "kyrgyzstan", "cote-d-ivoire"; unique
}

// countries is the table of codes, parsed once: sorted by ID, and by key (ID,
// lower-case alpha-2 or alpha-3; no ID is that short).
var countries = sync.OnceValue(func() (t struct {
	sorted []Country
	byKey  map[string]Country
}) {
	t.byKey = map[string]Country{}
	for _, row := range rows(codesTable) {
		c := Country{ID: row[0], Alpha2: row[1], Alpha3: row[2]}
		t.sorted = append(t.sorted, c)
		t.byKey[c.ID] = c
		t.byKey[strings.ToLower(c.Alpha2)] = c
		t.byKey[strings.ToLower(c.Alpha3)] = c
	}
	return t
})

// rows splits an embedded table into its cells.
func rows(table string) [][]string {
	text, err := tables.ReadFile("data/" + table + ".tsv")
	if err != nil {
		panic(err)
	}
	var cells [][]string
	for line := range strings.Lines(string(text)) {
		cells = append(cells, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return cells
}

// Lookup finds a country by its ID ("kyrgyzstan"), or by its alpha-2 or
// alpha-3 code in upper, lower or mixed case ("KG", "kgz").
func Lookup(s string) (Country, bool) {
	if len(s) <= 3 {
		s = strings.ToLower(s)
	}
	c, ok := countries().byKey[s]
	return c, ok
}

// All returns every country, sorted by ID. The slice is the caller's own.
func All() []Country { return slices.Clone(countries().sorted) }

// Name is CLDR's name of the country in the language of a BCP 47 tag, as used
// in a list or on its own (nominative). A tag counts by its base language
// alone ("fr-CA" is "fr"); a language without a table gives English. The name
// of the zero Country is "".
func (c Country) Name(lang string) string {
	names, ok := namesIn(lang)
	if !ok {
		names, _ = namesIn(fallback)
	}
	return names[c.Alpha2].full
}

// Aliases are further names of the country in the language of a BCP 47 tag: short
// and variant forms of CLDR, and well-known others: "US", "Turkey", "Britain".
// Name is not among them. A name that no text has as CLDR sets it for lists is there as prose has
// it, too: "Trinidad and Tobago". A language without a table has none. The slice
// is the caller's own.
func (c Country) Aliases(lang string) []string {
	names, _ := namesIn(lang)
	aliases := slices.Clone(names[c.Alpha2].aliases)
	for _, s := range c.inProse(names[c.Alpha2].full, lang) {
		if s != names[c.Alpha2].full && !slices.Contains(aliases, s) {
			aliases = append(aliases, s)
		}
	}
	return aliases
}

// inProse gives a name without abbreviations and spaces around hyphens, and both
// names of Myanmar, which CLDR writes as one: "Myanmar (Burma)".
func (c Country) inProse(name, lang string) []string {
	if one, other, ok := strings.Cut(strings.TrimSuffix(name, ")"), " ("); ok && c.Alpha2 == "MM" {
		return []string{one, other}
	}
	if r := abbreviations[baseOf(lang)]; r != nil {
		name = r.Replace(name)
	}
	return []string{strings.ReplaceAll(name, " - ", "-")}
}
