package typography

import "unicode"

// IsWide reports characters of scripts without spaces between words, with
// their punctuation.
func IsWide(r rune) bool {
	return r >= 0x2e80 && (r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo))
}

// Joins reports whether two characters at a line end have no space between
// them. Quotation marks and dashes, which Chinese and Japanese share with other
// scripts, have none there.
func (l *Language) Joins(before, after rune) bool {
	return IsWide(before) && (IsWide(after) || l.solid && unicode.IsPunct(after)) ||
		l.solid && unicode.IsPunct(before) && IsWide(after)
}
