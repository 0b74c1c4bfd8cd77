package cms

import (
	"encoding/json"
	"fmt"
	"strings"
)

// object is a mapping whose keys keep their order.
type object []pair

type pair struct {
	key   string
	value any // string, bool, float64, []string, []any or object
}

// yaml writes a mapping as YAML.
func yaml(o object) string {
	var b strings.Builder
	pairs(&b, o, "")
	return b.String()
}

// pairs writes the pairs of an object, each on a line that begins with indent; the
// first where the line has begun.
func pairs(b *strings.Builder, o object, indent string) {
	for i, p := range o {
		if i > 0 {
			b.WriteString(indent)
		}
		b.WriteString(p.key + ":")
		switch v := p.value.(type) {
		case object:
			b.WriteString("\n" + indent + "  ")
			pairs(b, v, indent+"  ")
		case []any:
			if _, objects := v[0].(object); !objects {
				b.WriteString(" " + scalar(v) + "\n")
				continue
			}
			b.WriteString("\n")
			for _, x := range v {
				b.WriteString(indent + "  - ")
				pairs(b, x.(object), indent+"    ")
			}
		default:
			b.WriteString(" " + scalar(v) + "\n")
		}
	}
}

// scalar is a value on one line. JSON is YAML.
func scalar(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(fmt.Sprintf("cms: %v", err)) // only plain values are written
	}
	return strings.TrimSuffix(b.String(), "\n")
}
