package edtf

import (
	"strconv"
	"strings"
)

// French does not inflect its names, so both cases are the same.
var frenchForms = forms{
	months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
		"octobre", "novembre", "décembre"},
	seasons: [...]string{"printemps", "été", "automne", "hiver",
		"printemps boréal", "été boréal", "automne boréal", "hiver boréal",
		"printemps austral", "été austral", "automne austral", "hiver austral",
		"1er trimestre", "2e trimestre", "3e trimestre", "4e trimestre",
		"1er quadrimestre", "2e quadrimestre", "3e quadrimestre", "1er semestre", "2e semestre"},
	monthParts: [4]string{"début ", "mi-", "fin ", "toute fin "},
	decade:     [2]string{"années ", ""},
}

var french = words{
	nominative: frenchForms,
	genitive:   frenchForms,
	last:       frenchForms,

	dayNumber: func(day int) string {
		if day == 1 {
			return "1er"
		}
		return strconv.Itoa(day)
	},
	group: "\u202f",
	bc:    " av. J.-C.",
	ad:    " apr. J.-C.",

	monthDash: "–",
	dash:      " – ",
	dayRange: func(from, to string, _ bool) string {
		return "du " + from + " au " + to
	},
	relate: frenchRelate,

	or:        " ou ",
	and:       " et ",
	one:       ranges{" ou avant", " ou après", frenchBetween},
	all:       ranges{" et avant", " et après", every([4]string{"à chaque fois", "chaque année", "chaque mois", "chaque jour"})},
	noDate:    "date inconnue",
	noEnd:     "inconnu",
	uncertain: "incertain",
	unspecified: [8]string{"", "année inconnue", "mois inconnu", "année et mois inconnus", "jour inconnu",
		"jour et année inconnus", "mois et jour inconnus", "date inconnue"},
}

// frenchRelate puts "vers" before an approximate date that stands alone. It cannot follow another
// preposition: then "environ" follows the date instead.
func frenchRelate(r relation, t term) string {
	switch {
	case t.about && (r == alone || r == among):
		return "vers " + frenchArticle(t) + t.phrase
	case r == alone:
		return t.phrase
	case r == among:
		return frenchArticle(t) + t.phrase
	}
	s := "depuis " + frenchArticle(t) + t.phrase
	if r == until {
		s = "jusqu’" + frenchTo(t) + t.phrase
	}
	if t.about {
		s += " environ"
	}
	return s
}

func frenchBetween(w *words, a, b point) string {
	return "entre " + w.point(a, among) + " et " + w.point(b, among)
}

// frenchArticle returns the article of t with the space after it, "" where there is none.
func frenchArticle(t term) string {
	switch t.unit {
	case unitDay:
		return "le "
	case unitDecade:
		return "les "
	case unitSeason:
		if strings.HasPrefix(t.phrase, "é") || strings.HasPrefix(t.phrase, "a") || strings.HasPrefix(t.phrase, "h") {
			return "l’"
		}
		return "le "
	}
	return ""
}

// frenchTo returns "à" or "en", contracted with the article.
func frenchTo(t term) string {
	if t.unit == unitYear || t.unit == unitMonth {
		return "en "
	}
	switch article := frenchArticle(t); article {
	case "le ":
		return "au "
	case "les ":
		return "aux "
	default:
		return "à " + article
	}
}
