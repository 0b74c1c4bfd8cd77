package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"dossier/generator/diag"
	"dossier/generator/glyph"
	"dossier/generator/limits"
)

// Clean drops the byte order mark from the bytes of a file, and makes its line
// ends LF. It is not ok, and says so, when they are not a text in UTF-8.
func Clean(name string, src []byte, faults *diag.List) (text []byte, ok bool) {
	if bytes.HasPrefix(src, []byte("\xfe\xff")) || bytes.HasPrefix(src, []byte("\xff\xfe")) {
		faults.Add(diag.Pos{File: name, Line: 1, Col: 1}, diag.BadEncoding, "the file is in UTF-16; save it as UTF-8")
		return nil, false
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	if at, what := badByte(src); at >= 0 {
		faults.Add(New(name, src).Pos(at), diag.BadEncoding, "%s; save the file as plain text in UTF-8", what)
		return nil, false
	}
	return src, true
}

// badByte finds the first byte that is not UTF-8 or begins what is not text,
// or -1.
func badByte(src []byte) (at int, what string) {
	for i := 0; i < len(src); {
		if c := src[i]; c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
				return i, glyph.Forbidden(rune(c))
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i, "this is not UTF-8"
		}
		if r < 0xa0 || r >= 0xfdd0 {
			if what := glyph.Forbidden(r); what != "" {
				return i, what
			}
		}
		i += n
	}
	return -1, ""
}

// TooLong says that a file of so many bytes is not read.
func TooLong(size int) string {
	return fmt.Sprintf("the file has %d bytes; at most %d are read: split it into sections", size, limits.MaxFileBytes)
}
