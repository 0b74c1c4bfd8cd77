package iso3166

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// further are names that CLDR does not have: former ones, short ones and those
// of a part that stands for the whole, in English, with the codes of the
// countries that may be meant. They come from the notes of ISO 3166-3 and from
// general knowledge. States and lands that are no one of the countries today
// have no code here.
const further = `
prussia|ussr|soviet-union|yugoslavia|czechoslovakia|serbia-and-montenegro|ottoman-empire|austria-hungary|siberia|iberia|tibet|kurdistan|chechnya|tartary
america US
great-britain GB|britain GB|england GB|scotland GB|wales GB|northern-ireland GB|uk GB|u-k GB
usa US|us-a US|united-states-of-america US|the-states US
holland NL|the-netherlands NL|persia IR|islamic-republic-of-iran IR|siam TH|ceylon LK|swaziland SZ
uae AE|emirates AE|the-emirates AE|trucial-states AE|drc CD|dr-congo CD|d-r-congo CD|democratic-republic-of-the-congo CD|democratic-republic-of-congo CD
congo-kinshasa CD|zaire CD|belgian-congo CD|congo CG CD|congo-brazzaville CG|republic-of-the-congo CG|republic-of-congo CG
ivory-coast CI|cote-divoire CI|burma MM|north-korea KP|dprk KP|south-korea KR|rok KR|korea KP KR
czech-republic CZ|the-czech-republic CZ|macedonia MK|fyrom MK|cape-verde CV|turkey TR|turkiye TR|east-timor TL
abyssinia ET|rhodesia ZW|southern-rhodesia ZW|northern-rhodesia ZM|upper-volta BF|dahomey BJ|gold-coast GH|bechuanaland BW|basutoland LS|nyasaland MW
tanganyika TZ|zanzibar TZ|french-sudan ML|south-west-africa NA|spanish-guinea GQ|portuguese-guinea GW|french-guinea GN|british-honduras BZ
british-guiana GY|dutch-guiana SR|east-pakistan BD|kampuchea KH|khmer-republic KH|mesopotamia IQ|transjordan JO|formosa TW|republic-of-china TW
prc CN|peoples-republic-of-china CN|mainland-china CN|red-china CN|new-hebrides VU|western-samoa WS|gilbert-islands KI|ellice-islands TV
byelorussia BY|belorussia BY|white-russia BY|moldavia MD|kirghizia KG|kirgizia KG|kirghizstan KG|kyrgyz-republic KG|tadjikistan TJ|turkmenia TM
russian-federation RU|vatican VA|holy-see VA|the-vatican VA|west-germany DE|east-germany DE|brd DE|ddr DE|gdr DE|frg DE
syrian-arab-republic SY|lao-pdr LA|lao LA|viet-nam VN|brunei-darussalam BN|palestine PS|west-bank PS|gaza PS|ksa SA
car CF|the-gambia GM|the-bahamas BS|hong-kong HK|macau MO|micronesia FM|st-lucia LC|st-vincent VC|saint-vincent VC|st-kitts KN|saint-kitts KN
reunion RE|curacao CW|sao-tome ST|trinidad TT|antigua AG|bosnia BA|herzegovina BA|eire IE|republic-of-ireland IE|guinea-conakry GN
`

// Called are the countries that go by a name, in any of some languages or in
// English, or did so once: a name of CLDR or a well-known other. Letter case,
// accents, and signs between words make no difference. There are mostly none or
// one, sorted by ID.
func Called(name string, in []string) []Country {
	want := folded(name)
	if want == "" {
		return nil
	}
	codes := wellKnown(want)
	for _, lang := range append(slices.Clone(in), fallback) {
		names, _ := namesIn(lang)
		for code, n := range names {
			if isCalled(n.full, want) || slices.ContainsFunc(n.aliases, func(a string) bool { return folded(a) == want }) {
				codes = append(codes, code)
			}
		}
	}
	return slices.DeleteFunc(All(), func(c Country) bool { return !slices.Contains(codes, c.Alpha2) })
}

// isCalled reports whether a name, or a part of "Myanmar (Burma)", is a folded one.
func isCalled(full, want string) bool {
	before, inside, _ := strings.Cut(full, "(")
	return folded(full) == want || folded(before) == want || folded(inside) == want
}

// IsNone reports the well-known name of a state or land that is none of the
// countries, however near it may be to one of theirs in letters.
func IsNone(name string) bool {
	codes := wellKnown(folded(name))
	return codes != nil && len(codes) == 0
}

// wellKnown are the codes that further has for a folded name; nil when it does
// not have the name.
func wellKnown(want string) []string {
	for entry := range strings.FieldsFuncSeq(further, func(r rune) bool { return r == '|' || r == '\n' }) {
		if words := strings.Fields(entry); folded(words[0]) == want {
			return words[1:]
		}
	}
	return nil
}

// folded is a name by its letters and digits alone.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(name))
}
