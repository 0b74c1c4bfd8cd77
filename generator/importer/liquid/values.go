package liquid

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dossier/generator/importer/matter"
)

// expression gives the value of "a.b[0] | filter: x"; known is false where a name or
// filter is not.
func (m *machine) expression(s string) (v matter.Value, known bool) {
	parts := splitOutside(s, "|")
	v, known = m.value(strings.TrimSpace(parts[0]))
	for _, f := range parts[1:] {
		name, args, _ := strings.Cut(strings.TrimSpace(f), ":")
		var values []matter.Value
		if strings.TrimSpace(args) != "" {
			for _, a := range splitOutside(args, ",") {
				x, ok := m.value(strings.TrimSpace(a))
				if !ok {
					return nil, false
				}
				values = append(values, x)
			}
		}
		if name = strings.TrimSpace(name); name == "default" && (!known || !truthy(v)) && len(values) == 1 {
			v, known = values[0], true
			continue
		}
		if !known {
			return nil, false
		}
		if v, known = filter(name, v, values); !known {
			return nil, false
		}
	}
	return v, known
}

// splitOutside splits a text at a sign, but not inside of quotes.
func splitOutside(s, sign string) (out []string) {
	quote, from := byte(0), 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case strings.HasPrefix(s[i:], sign):
			out = append(out, s[from:i])
			from = i + len(sign)
		}
	}
	return append(out, s[from:])
}

var number = regexp.MustCompile(`^-?[0-9]+(?:\.[0-9]+)?$`)

func (m *machine) value(s string) (matter.Value, bool) {
	switch {
	case s == "":
		return nil, false
	case len(s) > 1 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0]:
		return s[1 : len(s)-1], true
	case number.MatchString(s), s == "true", s == "false":
		return s, true
	case s == "nil", s == "null", s == "empty", s == "blank":
		return nil, true
	}
	steps := path(s)
	if len(steps) == 0 {
		return nil, false
	}
	v, known := m.named(steps[0])
	for _, step := range steps[1:] {
		if !known {
			return nil, false
		}
		if name, ok := strings.CutPrefix(step, "["); ok { // an index that is itself an expression
			x, found := m.value(name)
			if !found {
				return nil, false
			}
			step = written(x)
		}
		v, known = member(v, step)
	}
	return v, known
}

// path splits "a.b[c].d" into a, b, [c and d.
func path(s string) (out []string) {
	for s != "" {
		if s[0] == '[' {
			end := strings.IndexByte(s, ']')
			if end < 0 {
				return nil
			}
			out = append(out, s[:end])
			s = s[end+1:]
			continue
		}
		s = strings.TrimPrefix(s, ".")
		end := strings.IndexAny(s, ".[")
		if end < 0 {
			end = len(s)
		}
		if end == 0 || strings.ContainsAny(s[:end], " \t\n\"'(){}") {
			return nil
		}
		out = append(out, s[:end])
		s = s[end:]
	}
	return out
}

func (m *machine) named(name string) (matter.Value, bool) {
	for i := len(m.scopes) - 1; i >= 0; i-- {
		if v, ok := m.scopes[i][name]; ok {
			return v, true
		}
	}
	return m.Value(name)
}

// member gives a part of a value. A map without the key has nothing there; of a text
// that is not known.
func member(v matter.Value, key string) (matter.Value, bool) {
	switch v := v.(type) {
	case Lazy:
		return v(key)
	case matter.Map:
		if x := v.Get(key); x != nil || key != "size" {
			return x, true
		}
		return strconv.Itoa(len(v)), true
	case []matter.Value:
		switch key {
		case "size":
			return strconv.Itoa(len(v)), true
		case "first":
			key = "0"
		case "last":
			key = "-1"
		}
		n, err := strconv.Atoi(key)
		if err != nil {
			return nil, false
		}
		if n < 0 {
			n += len(v)
		}
		if n < 0 || n >= len(v) {
			return nil, true
		}
		return v[n], true
	case string:
		if key == "size" {
			return strconv.Itoa(utf8.RuneCountInString(v)), true
		}
		return nil, false
	}
	return nil, true
}

// Lazy is a value whose parts are looked up one by one.
type Lazy func(key string) (matter.Value, bool)

func truthy(v matter.Value) bool {
	s, isText := v.(string)
	return v != nil && !(isText && s == "false")
}

var comparison = regexp.MustCompile(`^(.*?)\s*(==|!=|<>|>=|<=|>|<|\bcontains\b)\s*(.*)$`)

// test says whether a condition holds.
func (m *machine) test(s string) (yes, known bool) {
	for _, alternative := range splitOutside(s, " or ") {
		all := true
		for _, part := range splitOutside(alternative, " and ") {
			yes, ok := m.compare(strings.TrimSpace(part))
			if !ok {
				return false, false
			}
			all = all && yes
		}
		if all {
			return true, true
		}
	}
	return false, true
}

func (m *machine) compare(s string) (yes, known bool) {
	c := comparison.FindStringSubmatch(s)
	if c == nil {
		v, ok := m.expression(s)
		return truthy(v), ok
	}
	a, knownA := m.expression(c[1])
	b, knownB := m.expression(c[3])
	if !knownA || !knownB {
		return false, false
	}
	x, y := written(a), written(b)
	switch c[2] {
	case "==":
		return x == y, true
	case "!=", "<>":
		return x != y, true
	case "contains":
		if list, ok := a.([]matter.Value); ok {
			return slices.ContainsFunc(list, func(v matter.Value) bool { return written(v) == y }), true
		}
		return strings.Contains(x, y), true
	}
	f, errA := strconv.ParseFloat(x, 64)
	g, errB := strconv.ParseFloat(y, 64)
	if errA != nil || errB != nil {
		return false, false
	}
	return map[string]bool{">": f > g, "<": f < g, ">=": f >= g, "<=": f <= g}[c[2]], true
}

// filter applies the filters whose result can be known; addresses stay as they are,
// as they are looked up later.
func filter(name string, v matter.Value, args []matter.Value) (matter.Value, bool) {
	arg := func(i int) string {
		if i < len(args) {
			return written(args[i])
		}
		return ""
	}
	if list, ok := v.([]matter.Value); ok {
		return listFilter(name, list, arg)
	}
	s := written(v)
	switch name {
	case "relative_url", "absolute_url", "escape", "escape_once", "markdownify", "smartify", "xml_escape", "default", "cgi_escape", "uri_escape", "strip_newlines", "newline_to_br", "to_s":
		return s, true
	case "upcase":
		return strings.ToUpper(s), true
	case "downcase":
		return strings.ToLower(s), true
	case "capitalize":
		if s != "" {
			s = strings.ToUpper(s[:1]) + s[1:]
		}
		return s, true
	case "strip", "lstrip", "rstrip":
		return strings.TrimSpace(s), true
	case "append":
		return s + arg(0), true
	case "prepend":
		return arg(0) + s, true
	case "replace":
		return strings.ReplaceAll(s, arg(0), arg(1)), true
	case "replace_first":
		return strings.Replace(s, arg(0), arg(1), 1), true
	case "remove":
		return strings.ReplaceAll(s, arg(0), ""), true
	case "split":
		var out []matter.Value
		for _, x := range strings.Split(s, arg(0)) {
			out = append(out, x)
		}
		return out, true
	case "size":
		return strconv.Itoa(utf8.RuneCountInString(s)), true
	case "url_encode":
		return url.QueryEscape(s), true
	case "strip_html":
		return regexp.MustCompile(`<[^<>]*>`).ReplaceAllString(s, ""), true
	case "slugify":
		return strings.Trim(regexp.MustCompile(`[^\pL\pN]+`).ReplaceAllString(strings.ToLower(s), "-"), "-"), true
	case "plus", "minus", "times", "divided_by", "modulo":
		return arithmetic(name, s, arg(0))
	}
	return nil, false
}

func arithmetic(name, a, b string) (matter.Value, bool) {
	x, errX := strconv.Atoi(a)
	y, errY := strconv.Atoi(b)
	if errX != nil || errY != nil || y == 0 && (name == "divided_by" || name == "modulo") {
		return nil, false
	}
	n := map[string]func() int{
		"plus": func() int { return x + y }, "minus": func() int { return x - y }, "times": func() int { return x * y },
		"divided_by": func() int { return x / y }, "modulo": func() int { return x % y },
	}[name]()
	return fmt.Sprint(n), true
}

func listFilter(name string, list []matter.Value, arg func(int) string) (matter.Value, bool) {
	field := func(v matter.Value, key string) string {
		m, _ := v.(matter.Map)
		return written(m.Get(key))
	}
	switch name {
	case "first", "last", "size":
		return member(list, name)
	case "join", "array_to_sentence_string":
		sep := arg(0)
		if sep == "" {
			sep = " "
		}
		if name == "array_to_sentence_string" {
			sep = ", "
		}
		words := make([]string, len(list))
		for i, v := range list {
			words[i] = written(v)
		}
		return strings.Join(words, sep), true
	case "where":
		return slices.DeleteFunc(slices.Clone(list), func(v matter.Value) bool { return field(v, arg(0)) != arg(1) }), true
	case "map":
		out := make([]matter.Value, len(list))
		for i, v := range list {
			out[i] = field(v, arg(0))
		}
		return out, true
	case "reverse":
		out := slices.Clone(list)
		slices.Reverse(out)
		return out, true
	case "sort", "sort_natural":
		out := slices.Clone(list)
		key := func(v matter.Value) string {
			if arg(0) == "" {
				return written(v)
			}
			return field(v, arg(0))
		}
		slices.SortStableFunc(out, func(a, b matter.Value) int { return strings.Compare(key(a), key(b)) })
		return out, true
	case "uniq":
		seen := map[string]bool{}
		return slices.DeleteFunc(slices.Clone(list), func(v matter.Value) bool { w := written(v); was := seen[w]; seen[w] = true; return was }), true
	}
	return nil, false
}
