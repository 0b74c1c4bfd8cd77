package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dossier/generator/glyph"
)

// Format names a way of printing a List.
type Format string

// The formats of the command's --format flag.
const (
	Text   Format = "text"   // one line a fault
	JSON   Format = "json"   // one JSON object a line
	GitHub Format = "github" // workflow commands that GitHub Actions shows as annotations
)

// MostOfACode is how many faults of one code an editor is shown at once: one
// habit can make hundreds, and they would hide the others.
const MostOfACode = 10

// MostOnAPage is how many faults a page shows that stands in for one that could not be made.
const MostOnAPage = 50

// WriteFirst prints to w, as text, the first faults of each code, and after
// them how many more there are of which code. The error is the writer's.
func (l List) WriteFirst(w io.Writer) error {
	var shown List
	count := map[Code]int{}
	var cut []Code // in the order in which they became too many
	for _, d := range l {
		count[d.Code]++
		switch n := count[d.Code]; {
		case n <= MostOfACode:
			shown = append(shown, d)
		case n == MostOfACode+1:
			cut = append(cut, d.Code)
		}
	}
	if err := shown.Write(w, Text); err != nil {
		return err
	}
	for _, code := range cut {
		if err := Say(w, "… and %d more [%s]; --all shows them", count[code]-MostOfACode, code); err != nil {
			return err
		}
	}
	return nil
}

// Write prints every fault of l to w in the given format. The error is the
// writer's.
func (l List) Write(w io.Writer, format Format) error {
	for _, d := range l {
		var err error
		switch format {
		case JSON:
			_, err = io.WriteString(w, d.object()+"\n")
		case GitHub:
			_, err = io.WriteString(w, d.workflowCommand()+"\n")
		default:
			_, err = io.WriteString(w, d.String()+"\n")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// object is the fault as a JSON object, of which nothing is lost.
func (d Diagnostic) object() string {
	text, err := json.Marshal(struct {
		File     string `json:"file"`
		Line     int    `json:"line,omitempty"`
		Column   int    `json:"column,omitempty"`
		Severity string `json:"severity"`
		Code     Code   `json:"code"`
		Message  string `json:"message"`
	}{d.File, d.Line, d.Col, d.Severity().String(), d.Code, d.Message})
	if err != nil {
		panic(err) // it is strings and numbers
	}
	return PrintableJSON(string(text))
}

// PrintableJSON escapes in a text of JSON, as JSON does it, all that Line escapes.
func PrintableJSON(text string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(text, "##[", `#\u0023[`) {
		if glyph.Unprintable(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Escapes of GitHub's workflow commands: "%" in the message, and ":" and ",", too, in
// properties. Neither has line ends.
var (
	dataEscapes     = strings.NewReplacer("%", "%25")
	propertyEscapes = strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C")
)

// workflowCommand is the fault as GitHub's
// "::error file=…,line=…,col=…,title=…::message".
func (d Diagnostic) workflowCommand() string {
	var b strings.Builder
	fmt.Fprintf(&b, "::%s file=%s", d.Severity(), propertyEscapes.Replace(Line(d.File)))
	if d.Line > 0 {
		fmt.Fprintf(&b, ",line=%d", d.Line)
	}
	if d.Col > 0 {
		fmt.Fprintf(&b, ",col=%d", d.Col)
	}
	fmt.Fprintf(&b, ",title=%s::%s", propertyEscapes.Replace(string(d.Code)), dataEscapes.Replace(Words(d.Message)))
	return b.String()
}
