package content

import (
	"net/url"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/limits"
)

// flag is true or false; otherwise when absent or faulty.
func (v value) flag(otherwise bool) bool {
	if !v.written {
		return otherwise
	}
	b, ok := v.Scalar.(bool)
	if !ok {
		v.faults.Add(v.Pos, diag.WrongType, "%q is true or false, without quotation marks or other words; it is %q", v.key, v.Raw)
		return otherwise
	}
	return b
}

// choice is one of some words; what says of another word that it is none of them.
func (v value) choice(what string, among []string) string {
	word := v.code()
	if word != "" && !slices.Contains(among, word) {
		v.faults.AddNearest(v.Pos, diag.WrongType, word, slices.Values(among), "%q %s", word, what)
		return ""
	}
	return word
}

// megabytes reads a number of megabytes and gives bytes. For a wrong value it gives the
// most, so that no file is reported because of it.
func (v value) megabytes(otherwise int) int {
	if !v.written {
		return otherwise
	}
	n, ok := v.Scalar.(int)
	if !ok || n < 1 || n > limits.MaxMediaLimit {
		v.faults.Add(v.Pos, diag.WrongType, "%q is a number of megabytes from 1 to %d, such as 50; it is %q", v.key, limits.MaxMediaLimit, v.Raw)
		return limits.MaxMediaLimit << 20
	}
	return n << 20
}

// degrees is a number from -limit to limit.
func (v value) degrees(limit float64) (float64, bool) {
	if !v.written {
		return 0, false
	}
	var n float64
	switch x := v.Scalar.(type) {
	case int:
		n = float64(x)
	case float64:
		n = x
	default:
		v.faults.Add(v.Pos, diag.WrongType, "%q is a number of degrees, such as 42.87; it is %q", v.key, v.Raw)
		return 0, false
	}
	if !(n >= -limit && n <= limit) {
		v.faults.Add(v.Pos, diag.WrongType, "%q is between -%v and %v degrees; it is %s", v.key, limit, limit, v.Raw)
		return 0, false
	}
	return n, true
}

// address is an absolute web address.
func (v value) address() string {
	s := v.code()
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.ContainsAny(s, " \"<>\\") {
		v.faults.Add(v.Pos, diag.UnsafeLink, "%q takes a web address that begins with https://; it is %q", v.key, s)
		return ""
	}
	return s
}
