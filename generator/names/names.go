// Package names finds the names of entities in prose. It is handed what the
// entities are called in a language, and the bodies to look in; it knows no
// corpus.
//
// What a mention is:
//
//   - A name, an alias or a listed form of an entity, in the language of the
//     text, the first time a text has it and no editor's link came to it. It
//     stands in one run of prose, between white space or punctuation. In
//     scripts without spaces (Han, kana, Thai, Lao, Khmer, Burmese) any row of
//     the name's characters is a mention; the longest name wins there as
//     everywhere.
//   - Letters agree with the name's in case: neither "us" nor "Us" is the US. A
//     word of a name may be all in capitals, as headlines and datelines have it;
//     a name of one word then has four letters or more, no other word in capitals
//     beside it and, unless it is a surname or a long one, no word behind it. Where a sentence begins a small first letter may be a
//     capital, but not that of a name of one word; only an event's name may begin
//     small. Quotation marks, hyphens and apostrophes of all kinds are equal.
//   - Where a language declines, a name does, too, all its words in one case or
//     the last alone (package declension); in English and French a plural of
//     common nouns ("border guards") may be one of them. Names in languages of
//     which nothing is known stay as they are. What is known of a language is its
//     entry in languages.go.
//   - A name of two entities, or a form that two names share, is a mention of
//     neither and is reported.
//   - A name in doubt is no mention: one that the words around it make a part of
//     another name ("Bank of Georgia", "Jill Biden"), a common noun ("Turkey was
//     served", where the dossier's prose has "turkey") or a date ("in May"): see
//     context.go; and one inside a longer word or an address: see inside.go.
//
// A Matcher holds the names of one language, and its Readers read texts, each
// text by itself: many readers may work side by side. What is found in one text
// depends on the others only by which names are common nouns in the dossier's
// prose. Common knows these. So texts are read with what it knows by then, the
// findings of all are added to it, and the texts for which it does not hold are
// read once more.
package names

import "slices"

// Entity is what the texts of one language call an entity.
type Entity struct {
	ID       string // tells entities apart; the lower of those that share a name is given first
	Person   bool
	Place    bool // it lies somewhere, so that its name may be a part of another place's
	Locality bool // a place that is no country: behind an article its name is a common noun
	Event    bool // its name is a title, and may begin small
	Name     string
	Aliases  []string
	Forms    []string // of its names, as they stand; the names take others, too
}

func (e Entity) equal(o Entity) bool {
	return e.ID == o.ID && e.Person == o.Person && e.Place == o.Place && e.Locality == o.Locality && e.Event == o.Event &&
		e.Name == o.Name && slices.Equal(e.Aliases, o.Aliases) && slices.Equal(e.Forms, o.Forms)
}

// Found is a mention of an entity, by its index, in a stretch of a body's HTML.
type Found struct{ Entity, Start, End int }

// Shared is the first place where a text has a name that one or another entity
// may have. The number of a name is the same in all texts.
type Shared struct {
	Name       int32
	One, Other int32 // entities, by index
	Start, End int32
}

// Findings are what else was found in a text besides its mentions. They belong
// to a matcher.
type Findings struct {
	Shared []Shared
	Stuck  int // where there were too many steps for the rest of the text; 0, where a tag stands: nowhere

	nouns []int32 // lexemes that it has as common nouns
	names []int32 // lexemes that it has as names where no sentence begins
	asked []int32 // lexemes about which the reader asked Common; ^lexeme when it was a common noun
}

// Common says which words of names the prose of a language has as common nouns,
// too: those that it has so in a text for each few that have the name. One "apple"
// does not make Apple a fruit. Nobody may read while it is changed.
type Common struct {
	nouns, names []int32 // in how many texts, by lexeme
}

// namesANoun is how many texts may have a name for each that has the common noun.
const namesANoun = 4

func (c Common) is(lexeme int32) bool {
	return c.nouns[lexeme] > 0 && c.nouns[lexeme]*namesANoun >= c.names[lexeme]
}

// NewCommon gives one without any common noun.
func (m *Matcher) NewCommon() Common {
	return Common{make([]int32, len(m.lexemes)), make([]int32, len(m.lexemes))}
}

// Clear takes all common nouns out.
func (c Common) Clear() {
	clear(c.nouns)
	clear(c.names)
}

// Add puts in the common nouns of a text and its names. Nothing in them depends
// on c.
func (c Common) Add(f *Findings) {
	for _, lexeme := range f.nouns {
		c.nouns[lexeme]++
	}
	for _, lexeme := range f.names {
		c.names[lexeme]++
	}
}

// Replace puts in what a text says now in place of what it said, and reports whether c
// gives the same answers as before.
func (c Common) Replace(was, now *Findings) (same bool) {
	touched := slices.Concat(was.nouns, was.names, now.nouns, now.names)
	before := make([]bool, len(touched))
	for i, lexeme := range touched {
		before[i] = c.is(lexeme)
	}
	for _, lexeme := range was.nouns {
		c.nouns[lexeme]--
	}
	for _, lexeme := range was.names {
		c.names[lexeme]--
	}
	c.Add(now)
	for i, lexeme := range touched {
		if c.is(lexeme) != before[i] {
			return false
		}
	}
	return true
}

// Holds reports whether c still answers as it did when the text was read.
func (c Common) Holds(f *Findings) bool {
	for _, lexeme := range f.asked {
		if lexeme < 0 && !c.is(^lexeme) || lexeme >= 0 && c.is(lexeme) {
			return false
		}
	}
	return true
}
