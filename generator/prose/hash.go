package prose

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode"
	"unicode/utf8"
)

// Hash is a short fingerprint of a text but for white space: the first bytes of its SHA-256.
type Hash [4]byte

// String gives the hash as translations record it: in 8 hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// HashOf is the fingerprint of a text. It works in buf, which grows as needed and comes back
// for the next text.
func HashOf(buf, text []byte) (Hash, []byte) {
	buf = squeeze(buf[:0], text)
	sum := sha256.Sum256(buf)
	return Hash(sum[:len(Hash{})]), buf
}

// squeeze appends the words of a text, parted by single spaces. It copies as
// many at once as are written so.
func squeeze(to, text []byte) []byte {
	for i := 0; i < len(text); {
		j, space := i, 0
		for j < len(text) && space == 0 {
			switch c := text[j]; {
			case c > ' ' && c < utf8.RuneSelf:
				j++
			case c == ' ' && j > i && j+1 < len(text) && text[j+1] > ' ' && text[j+1] < utf8.RuneSelf:
				j += 2
			default:
				r, n := utf8.DecodeRune(text[j:])
				if unicode.IsSpace(r) {
					space = n
				} else {
					j += n
				}
			}
		}
		if j > i {
			if len(to) > 0 {
				to = append(to, ' ')
			}
			to = append(to, text[i:j]...)
		}
		i = j + space
	}
	return to
}
