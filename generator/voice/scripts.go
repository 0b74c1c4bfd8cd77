package voice

import (
	"unicode"

	"golang.org/x/text/language"
)

// scripts are what the letters of a script's texts are in, by ISO 15924. In a
// language of another, names stand in the order of Unicode.
var scripts = map[string][]*unicode.RangeTable{
	"Arab": {unicode.Arabic}, "Armn": {unicode.Armenian}, "Beng": {unicode.Bengali}, "Cyrl": {unicode.Cyrillic}, "Deva": {unicode.Devanagari},
	"Ethi": {unicode.Ethiopic}, "Geor": {unicode.Georgian}, "Grek": {unicode.Greek}, "Gujr": {unicode.Gujarati}, "Guru": {unicode.Gurmukhi},
	"Hans": {unicode.Han}, "Hant": {unicode.Han, unicode.Bopomofo}, "Hebr": {unicode.Hebrew}, "Jpan": {unicode.Hiragana, unicode.Katakana, unicode.Han},
	"Khmr": {unicode.Khmer}, "Knda": {unicode.Kannada}, "Kore": {unicode.Hangul, unicode.Han}, "Laoo": {unicode.Lao}, "Latn": {unicode.Latin},
	"Mlym": {unicode.Malayalam}, "Mong": {unicode.Mongolian}, "Mymr": {unicode.Myanmar}, "Orya": {unicode.Oriya}, "Sinh": {unicode.Sinhala},
	"Taml": {unicode.Tamil}, "Telu": {unicode.Telugu}, "Thaa": {unicode.Thaana}, "Thai": {unicode.Thai}, "Tibt": {unicode.Tibetan},
}

// scriptsOf are those of the language of a BCP 47 tag.
func scriptsOf(tag string) []*unicode.RangeTable {
	script, _ := language.Make(tag).Script()
	return scripts[script.String()]
}
