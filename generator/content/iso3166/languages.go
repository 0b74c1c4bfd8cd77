package iso3166

import (
	"strings"
	"sync"
)

// fallback is the language whose names the IDs are made of.
const fallback = "en"

// abbreviations are those of names in lists, by base language.
var abbreviations = map[string]*strings.Replacer{
	"en": strings.NewReplacer(" & ", " and ", "St. ", "Saint "),
}

// name holds what one language calls one country.
type name struct {
	full    string
	aliases []string
}

// languages maps each language to its names by alpha-2 code, parsed when first
// asked for.
var languages = sync.OnceValue(func() map[string]func() map[string]name {
	files, err := tables.ReadDir("data")
	if err != nil {
		panic(err)
	}
	byTag := map[string]func() map[string]name{}
	for _, f := range files {
		lang := strings.TrimSuffix(f.Name(), ".tsv")
		if lang == codesTable {
			continue
		}
		byTag[lang] = sync.OnceValue(func() map[string]name {
			byCode := map[string]name{}
			for _, row := range rows(lang) {
				byCode[row[0]] = name{full: row[1], aliases: row[2:]}
			}
			return byCode
		})
	}
	return byTag
})

// namesIn returns the names in the base language of a tag, by alpha-2 code.
func namesIn(tag string) (byCode map[string]name, ok bool) {
	parse, ok := languages()[baseOf(tag)]
	if !ok {
		return nil, false
	}
	return parse(), true
}

func baseOf(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(base)
}
