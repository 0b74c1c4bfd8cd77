package frontmatter

import (
	"regexp"
	"strconv"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/source"
)

// refuse reports YAML that cannot be decoded.
func refuse(in *source.File, start, end int, err error, faults *diag.List) {
	if at, why := findMistake(in, start, end); why != "" {
		faults.Add(in.Pos(at), diag.FrontMatter, "%s", why)
		return
	}
	faults.Add(yamlErrorPos(err, in), diag.FrontMatter, "%s", yamlErrorText(err))
}

var yamlErrorLine = regexp.MustCompile(`line (\d+): `)

// yamlErrorPos is the address a YAML error speaks of; the decoders count
// lines from the block's start.
func yamlErrorPos(err error, in *source.File) diag.Pos {
	pos := diag.Pos{File: in.Name, Line: 2, Col: 1} // no line is given for the first
	if m := yamlErrorLine.FindStringSubmatch(err.Error()); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			pos.Line = min(n+1, in.Lines())
		}
	}
	return pos
}

// yamlErrorText words a YAML error for an editor.
func yamlErrorText(err error) string {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	msg = strings.TrimPrefix(msg, "unmarshal errors:\n")
	msg, _, _ = strings.Cut(msg, "\n")
	msg = strings.TrimSpace(yamlErrorLine.ReplaceAllString(msg, ""))
	switch {
	case strings.Contains(msg, "cannot unmarshal"):
		return "the front matter must be keys with values, such as title: The summit"
	case strings.Contains(msg, "mapping values are not allowed"):
		return "a colon followed by a space stands inside a value; put the value in quotes"
	case strings.Contains(msg, "cannot start any token"):
		return "a value starts with a character that YAML reserves; put the value in quotes"
	case strings.Contains(msg, "expected ',' or"):
		return "in the brackets here a comma or the closing bracket is missing"
	case strings.Contains(msg, "end of stream"), strings.Contains(msg, "expected ':'"), strings.Contains(msg, "expected key"):
		return "here or above a colon, a quotation mark or a bracket is missing, or a line is indented otherwise than those beside it"
	}
	return "the front matter is not valid YAML: " + msg
}
