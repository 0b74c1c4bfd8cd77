// Package record is the text in which a publication notes the files of the site: each path with the
// SHA-256 of the bytes. It knows no disk; package publish reads and writes the files.
//
// There are two kinds of record. The manifest names every file of the last finished publication,
// and lies there twice, as a copy. The journal names the files that an unfinished publication was
// about to put into the site. On disk a record is what sha256sum writes, below one line of comment
// that ends with the SHA-256 of the lines below it:
//
//	# dossier manifest 2: 2 files, 4f0a7f58a83e3ec0b9b0f5a3e34a7ac8d3f0f6b1cb4ba0ed0b4b1f0e9d2c7d11
//	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  404.html
//	9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  articles/x/index.html
//
// What is believed of a text:
//
//   - All of one that is as it was written, with LF or CRLF.
//   - Of any other, each list in it that is whole, as its heading proves.
//   - Where version control merged several lists, all their lines, in any order, as long as no line
//     is of another kind: it takes whole lines or none. A path that both branches published stands
//     there twice, until the next publication.
//   - Other lines that have the form of an entry are doubtful: such a file is ours only if its
//     bytes are those noted. So are the lines that git shows as the common ancestor's: neither
//     branch has such a file.
//   - All lines of a journal are believed, as a journal claims no more than doubtful lines do.
//
// No entry has a path that BadPath refuses, whoever wrote it. Entries are sorted, and each is there
// once.
package record

import (
	"io/fs"
	"slices"
	"strings"
)

// Record is what was found of a manifest, its copy or a journal.
type Record struct {
	Found    bool
	Intact   bool    // as it was written
	Whole    bool    // no line is missing, as far as can be told: intact, or merged from several that were
	Entries  []Entry // lines that are believed
	Doubtful []Entry // other lines that have the form of an entry
	Sum      Sum     // of its text
	Err      error   // why it could not be read
}

// Records are what earlier publications noted.
type Records struct {
	Manifest, Copy, Journal Record
}

// Owned are the files that are ours whatever their bytes are, sorted. After a merge manifest and
// copy may each be that of another branch.
func (r Records) Owned() []Entry {
	if r.Complete() {
		return r.Manifest.Entries
	}
	return Sorted(slices.Concat(r.Manifest.Entries, r.Copy.Entries))
}

// Claimed are the files that are ours if their bytes are those noted.
func (r Records) Claimed() []Entry {
	return slices.Concat(r.Journal.Entries, r.Manifest.Doubtful, r.Copy.Doubtful)
}

// Unsure reports whether there was a manifest and nobody can tell all that it said.
func (r Records) Unsure() bool {
	return (r.Manifest.Found || r.Copy.Found) && !r.Manifest.Whole && !r.Copy.Whole
}

// Complete reports whether manifest and copy are there, intact and the same.
func (r Records) Complete() bool {
	return r.Manifest.Intact && r.Copy.Intact && r.Manifest.Sum == r.Copy.Sum
}

// BadPath says why p cannot be the path of a file of the site, nor one that a record names; it is
// empty if p can. Control characters and backslashes would need escapes in the text, and the latter
// separate folders on some systems. What begins with a dot is ours (records), version control's or
// a web server's, and no site's: no forged record has it deleted.
func BadPath(p string) string {
	if !fs.ValidPath(p) || p == "." {
		return "is not clean, relative, slash-separated UTF-8"
	}
	for i := range len(p) {
		if c := p[i]; c < ' ' || c == 0x7f || c == '\\' {
			return "has a control character or a backslash"
		}
	}
	if p[0] == '.' || strings.Contains(p, "/.") {
		return "has a name that begins with a dot"
	}
	return ""
}
