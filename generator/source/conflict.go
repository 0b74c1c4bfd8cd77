package source

import (
	"bytes"

	"dossier/generator/diag"
)

// Conflict finds the first of git's marks of an unsettled conflict: a line
// "<<<<<<<", with a "=======" and a ">>>>>>>" after it, anywhere in the file;
// or one of them with a name, left over outside code; or -1.
func Conflict(src []byte) int {
	ours := conflictLine(src, 0, "<<<<<<<")
	if ours >= 0 {
		if parts := conflictLine(src, ours, "======="); parts >= 0 && conflictLine(src, parts, ">>>>>>>") >= 0 {
			return ours
		}
	}
	if ours < 0 && conflictLine(src, 0, ">>>>>>>") < 0 {
		return -1
	}
	return leftOver(src)
}

// leftOver finds the line of a mark with a name that is in no block of code.
func leftOver(src []byte) int {
	fenced := false
	for at := 0; at < len(src); {
		line, _, _ := bytes.Cut(src[at:], []byte("\n"))
		switch {
		case bytes.HasPrefix(line, []byte("```")), bytes.HasPrefix(line, []byte("~~~")):
			fenced = !fenced
		case !fenced && len(line) > 8 && line[7] == ' ' && line[8] != ' ' && (bytes.HasPrefix(line, []byte("<<<<<<<")) || bytes.HasPrefix(line, []byte(">>>>>>>"))):
			return at
		}
		at += len(line) + 1
	}
	return -1
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

// ReportConflict reports the conflict at an offset.
func (f *File) ReportConflict(at int, faults *diag.List) {
	faults.AddError(f.Pos(at), diag.ConflictMarks, "the file holds two versions that git could not join; keep what is right, and delete the lines of <<<<<<<, ======= and >>>>>>>")
}
