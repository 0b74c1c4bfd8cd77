package typography

import "unicode"

// IsWide reports characters of scripts without spaces between words, with
// their punctuation.
func IsWide(r rune) bool {
	return r >= 0x2e80 && (r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo))
}

// IsSolid reports letters of the scripts of Thailand, Laos, Cambodia and Burma,
// which set no spaces between words either, but between sentences and around
// numbers. So have the signs for what is repeated or left out one behind them.
func IsSolid(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) &&
		(unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.Is(unicode.Lm, r) && r != 'ฯ' && r != 'ຯ'
}

// Joins reports whether two characters at a line end have no space between
// them. Quotation marks and dashes, which Chinese and Japanese share with other
// scripts, have none there.
func (l *Language) Joins(before, after rune) bool {
	return IsSolid(before) && IsSolid(after) || IsWide(before) && (IsWide(after) || l.solid && unicode.IsPunct(after)) ||
		l.solid && unicode.IsPunct(before) && IsWide(after)
}
