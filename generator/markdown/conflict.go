package markdown

import (
	"bytes"

	"dossier/generator/diag"
)

// conflict finds the first of git's marks of an unsettled conflict: a line
// "<<<<<<<", with a "=======" and a ">>>>>>>" after it, anywhere in the file;
// or -1.
func conflict(src []byte) int {
	ours := conflictLine(src, 0, "<<<<<<<")
	if ours < 0 {
		return -1
	}
	parts := conflictLine(src, ours, "=======")
	if parts < 0 || conflictLine(src, parts, ">>>>>>>") < 0 {
		return -1
	}
	return ours
}

// conflictLine finds a line that is a mark, alone or with a name after a space.
func conflictLine(src []byte, from int, mark string) int {
	for {
		n := bytes.Index(src[from:], []byte(mark))
		if n < 0 {
			return -1
		}
		at, after := from+n, from+n+len(mark)
		if (at == 0 || src[at-1] == '\n') && (after == len(src) || src[after] == '\n' || src[after] == ' ') {
			return at
		}
		from = after
	}
}

func reportConflict(in *source, at int, faults *diag.List) {
	faults.AddError(in.pos(at), diag.ConflictMarks, "the file holds two versions that git could not join; keep what is right, and delete the lines of <<<<<<<, ======= and >>>>>>>")
}
