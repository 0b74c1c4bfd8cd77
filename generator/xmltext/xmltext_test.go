package xmltext

import (
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAppend(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "",
		"plain":                      "plain",
		`a & b < c > d "e" 'f'`:      `a &amp; b &lt; c &gt; d &#34;e&#34; 'f'`,
		"tab\tline\nreturn\r":        "tab\tline\nreturn&#13;",
		"x\x00\x01\x1fy\ufffe\uffff": "x\uFFFD\uFFFD\uFFFDy\uFFFD\uFFFD",
		"\xff\xfeЖ":                  "\uFFFD\uFFFDЖ",
		"\uFFFD 𝄞 ثانية":             "\uFFFD 𝄞 ثانية",
	} {
		if got := string(Append(nil, text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := string(Attribute(Element([]byte("x"), "t", "a<b"), "n", `"`)) + string(Attribute(Element(nil, "t", ""), "n", "")); got != `x<t>a&lt;b</t> n="&#34;"` {
		t.Errorf("got %s", got)
	}
}

// What is written is read as what was meant, by the strictest reader that Go has.
func FuzzAppend(f *testing.F) {
	f.Add("a & b", "\x01")
	f.Add("]]>", "\"\r\n")
	f.Fuzz(func(t *testing.T, content, value string) {
		doc := append(Attribute([]byte("<d"), "a", value), '>')
		doc = append(Append(doc, content), "</d>"...)
		var got struct {
			Content string `xml:",chardata"`
			Value   string `xml:"a,attr"`
		}
		if err := xml.Unmarshal(doc, &got); err != nil {
			t.Fatalf("%q: %v", doc, err)
		}
		want := func(s string) string {
			var b strings.Builder
			for _, r := range s { // of what is no UTF-8 range gives utf8.RuneError
				if !Allowed(r) {
					r = utf8.RuneError
				}
				b.WriteRune(r)
			}
			return b.String()
		}
		if got.Content != want(content) || got.Value != want(value) {
			t.Errorf("%q became %q, %q", doc, got.Content, got.Value)
		}
	})
}
