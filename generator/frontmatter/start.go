package frontmatter

import (
	"bytes"
	"strings"

	"dossier/generator/source"
)

// noFront says why a file does not begin with front matter, and whether what it
// begins with is a body all the same.
func noFront(in *source.File) (why string, body bool) {
	first := strings.TrimSpace(string(in.Line(0)))
	switch {
	case first == "+++":
		return "this is front matter in TOML; write it in YAML, as title: The summit, between two lines of three dashes", false
	case strings.HasPrefix(first, "{") && !strings.HasPrefix(first, "{{") && !strings.HasPrefix(first, "{%"):
		return "this is front matter in JSON; write it in YAML, as title: The summit, between two lines of three dashes", false
	case first != "" && strings.Trim(first, "-–—―−") == "":
		return "front matter begins with a line of three dashes; write ---", false
	}
	const searched = 20 // lines
	for n := 1; n+1 < in.Lines() && n < searched; n++ {
		if isFence(in.Line(n)) && startsKey(in.Line(n+1)) {
			return "front matter begins on the first line; delete what stands above it", false
		}
	}
	if startsKey(in.Line(0)) {
		return "front matter begins with a line of three dashes; write --- above it", false
	}
	return "the file has no front matter; begin it with a line of three dashes, the keys, and three dashes again", true
}

// startsKey reports a line that begins with a key of front matter.
func startsKey(line []byte) bool {
	key, _, ok := bytes.Cut(line, []byte(":"))
	return ok && isKey(string(key)) && string(key) == strings.ToLower(string(key))
}
