package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/limits"
	"dossier/generator/source"
)

func front(yaml string) string { return "---\n" + yaml + "\n---\n" }

func readAll(src string) (b Block, ok bool, faults diag.List) {
	b, ok = new(Reader).Read(source.New("x.md", []byte(src)), &faults)
	return b, ok, faults
}

func read(src string) (Block, diag.List) {
	b, _, faults := readAll(src)
	return b, faults
}

func TestFields(t *testing.T) {
	b, faults := read("---\ntitle: \"a: b\"\nno: [NO, 0123, '2019', x]\nm: {k: 1.5}\n---\n")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if f := b.Fields[0]; f.Key != "title" || f.Value.Scalar != "a: b" || f.Value.Pos.String() != "x.md:2:8" {
		t.Errorf("title: %+v", f)
	}
	no := b.Fields[1]
	if no.Key != "no" || !no.Value.IsList {
		t.Fatalf("no: %+v", no)
	}
	for i, want := range []Value{{Scalar: false, Raw: "NO"}, {Scalar: 83, Raw: "0123"}, {Scalar: "2019", Raw: "2019"}, {Scalar: "x", Raw: "x"}} {
		if got := no.Value.List[i]; got.Scalar != want.Scalar || got.Raw != want.Raw {
			t.Errorf("no[%d] = %v %q, want %v %q", i, got.Scalar, got.Raw, want.Scalar, want.Raw)
		}
	}
	if m := b.Fields[2].Value; !m.IsMap || m.Map[0].Key != "k" || m.Map[0].Value.Scalar != 1.5 || m.Map[0].Pos.String() != "x.md:4:5" {
		t.Errorf("m: %+v", m)
	}
}

func TestLimits(t *testing.T) {
	list := func(n int) string { return "a: [" + strings.Repeat("b,", n) + "]" }
	for _, tt := range []struct{ name, yaml, want string }{
		{"bytes", "a: " + strings.Repeat("b", limits.MaxFrontBytes), "x.md:2:1|65540 bytes"},
		{"depth", "a: " + strings.Repeat("[", limits.MaxFrontDepth) + strings.Repeat("]", limits.MaxFrontDepth), "x.md:2:35|32 levels"},
		{"depth before decoding", "a: " + strings.Repeat("[", limits.MaxFrontBytes/2), "|32 levels"},
		{"dashes before decoding", strings.Repeat("- ", limits.MaxFrontBytes/2-10) + "a", "|32 levels"},
		{"nodes", list(limits.MaxFrontNodes), "|10000 keys"},
		{"aliases", "a: &a " + list(2000)[3:] + "\nb: [*a, *a, *a, *a, *a]", "x.md:3:17|10000 keys"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, ok, faults := readAll(front(tt.yaml) + "text")
			at, words, _ := strings.Cut(tt.want, "|")
			if len(faults) != 1 || faults[0].Code != diag.TooLarge || at != "" && faults[0].Pos.String() != at || !strings.Contains(faults[0].Message, words) {
				t.Errorf("got %v, want %s", faults, tt.want)
			}
			if ok || b.Fields != nil {
				t.Error("something of the file is there")
			}
		})
	}
	for name, yaml := range map[string]string{
		"depth": "a: " + strings.Repeat("[", limits.MaxFrontDepth-2) + strings.Repeat("]", limits.MaxFrontDepth-2),
		"nodes": list(limits.MaxFrontNodes - 3), "bytes": "a: " + strings.Repeat("b", limits.MaxFrontBytes-4),
		"brackets in a text": "a: '" + strings.Repeat("[", 100) + "'",
	} {
		if b, faults := read(front(yaml)); len(faults) > 0 || len(b.Fields) != 1 {
			t.Errorf("%s: refused: %v", name, faults)
		}
	}
}

// TestBlock shows where front matter lies, and what is said when it is not
// there.
func TestBlock(t *testing.T) {
	for _, tt := range []struct {
		src    string
		fields int
		body   string
		fault  string
		ok     bool
	}{
		{"---\na: b\n---\nbody\n", 1, "body\n", "", true},
		{"--- \na: b\n---\t\nbody", 1, "body", "", true},
		{"---\n---\nbody", 0, "body", "", true},
		{"---\na: b\n---", 1, "", "", true},
		{"", 0, "", "the file has no front matter", true},
		{"text\n", 0, "text\n", "the file has no front matter", true},
		{"text\n\n---\na: b\n---\n", 0, "", "front matter begins on the first line", false},
		{"a: b\n", 0, "", "front matter begins with a line of three dashes; write --- above it", false},
		{"–––\na: b\n---\n", 0, "", "front matter begins with a line of three dashes; write ---", false},
		{" ---\na: b\n---\n", 0, "", "front matter begins with a line of three dashes; write ---", false},
		{"+++\na = 1\n+++\n", 0, "", "this is front matter in TOML", false},
		{"{\"a\": 1}\n", 0, "", "this is front matter in JSON", false},
		{"{{ a }}\n", 0, "{{ a }}\n", "the file has no front matter", true},
		{"---\na: b\n-----\n", 0, "", "the front matter never ends", false},
		{"---\n---\na: b\n---\n", 0, "", "the front matter ends where it begins", false},
	} {
		b, ok, faults := readAll(tt.src)
		fault := ""
		for _, f := range faults {
			fault += f.Message
		}
		if ok != tt.ok || !strings.HasPrefix(fault, tt.fault) || (fault == "") != (tt.fault == "") {
			t.Errorf("%q: %v, %v", tt.src, ok, faults)
			continue
		}
		if ok && (len(b.Fields) != tt.fields || tt.src[b.After:] != tt.body || b.First != strings.Count(tt.src[:b.After], "\n") && b.After > 0 && tt.body != "") {
			t.Errorf("%q: got %+v", tt.src, b)
		}
	}
}

// TestMistakes: of what the decoders refuse, the line at fault and what to
// write instead are told.
func TestMistakes(t *testing.T) {
	for _, tt := range []struct{ yaml, want string }{
		{"a: b\n\tc: d", "3:1 a tab is used to indent; use spaces"},
		{"\u00a0a: b: c", "2:1 the line begins with a no-break space; use ordinary spaces"},
		{"\u3000a: b: c", "2:1 the line begins with a space that is none in YAML (U+3000); use ordinary spaces"},
		{"a:\n  -b\n  - c: d: e", "3:1 after the dash of a list belongs a space; write - b"},
		{"a: b\nc = d", "3:1 front matter is YAML; write c: d"},
		{"a: b\nc", "3:1 after a key belongs a colon; write c: and its value"},
		{"a: b\n*c*", "3:1 this line is no key with a value; write it as key: value, or close the front matter above it with a line of three dashes"},
		{"a:\n    b: c\n  d: e", "4:1 the line is indented otherwise than those beside it; begin it in the same column"},
		{"a: b\n  c: d", "3:1 the line is indented, so that YAML reads it as part of the value above; begin it in column 1"},
		{"a:\u00a0b\nc: d: e", "2:1 after \"a:\" stands a no-break space; write an ordinary space"},
		{"a:b\nc: d: e", "2:1 after the colon belongs a space; write a: b"},
		{"a: \"b\nc: d", "2:1 the quotation mark that opens here is never closed; put one at the end of the value"},
		{"a: \"b\" c", "2:1 the value goes on after a quotation mark that closes it; put all of it in quotes: '\"b\" c'"},
		{"a: \"b\" c \"d\"", "2:1 the value goes on after a quotation mark that closes it; put all of it in quotes: 'b\" c \"d'"},
		{"a: 'b' c", "2:1 the value goes on after a quotation mark that closes it; put all of it in quotes: \"'b' c\""},
		{"a: \"\\d\"", "2:1 in double quotes a backslash has another meaning; write two of them, or put the value in single quotes"},
		{"a: \"x\\\\ \\ud83d\"", "2:1 \"\\ud83d\" is half a character; write the character itself"},
		{"a: [b, c\nd: e", "2:1 the bracket that opens here is never closed; put \"]\" at the end of the value"},
		{"a: {b: c\nd: e", "2:1 the bracket that opens here is never closed; put \"}\" at the end of the value"},
		{"a: [b] c", "2:1 the value goes on after a bracket that closes it; put all of it in quotes: \"[b] c\""},
		{"a: [\"b, c]", "2:1 a quotation mark in these brackets is never closed; put one at the end of the value"},
		{"a: [b # c]", "2:1 YAML reads what follows # as a comment; put the value that has it in quotes"},
		{"a: | b", "2:1 a value cannot begin with \"|\"; put it in quotes: \"| b\""},
		{"a: @b", "2:1 a value cannot begin with \"@\"; put it in quotes: \"@b\""},
		{"a: - b", "2:1 a value cannot begin with \"-\"; put it in quotes: \"- b\""},
		{"a: b: c", "2:1 a colon followed by a space stands inside a value; put the value in quotes: \"b: c\""},
		{"a: “b: c”", "2:1 a colon followed by a space stands inside a value; put the value in quotes: \"b: c\""},
		{"a: b \\ 'c' \"d\": e", "2:1 a colon followed by a space stands inside a value; put the value in quotes: \"b \\\\ 'c' \\\"d\\\": e\""},
		{"a: b: " + strings.Repeat("c", 200), "2:1 a colon followed by a space stands inside a value; put the value in quotes"},
		{"a: b # c: d\ne: f: g", "2:1 YAML reads what follows # as a comment; put the value in quotes: \"b # c: d\""},
		{"a: >\n  b: c: d\n\n  e\nf: g: h", "6:1 a colon followed by a space stands inside a value; put the value in quotes: \"g: h\""},
		{"a: 'b\n\n  c: d'\ne: [f,\n  g]\nh: i: j", "7:1 a colon followed by a space stands inside a value; put the value in quotes: \"i: j\""},
		{"  a: b\nc: d", "3:1 the line is indented otherwise than those beside it; begin it in the same column"},
	} {
		_, faults := read(front(tt.yaml))
		if len(faults) != 1 || faults[0].Code != diag.FrontMatter || faults[0].Pos.String()+" "+faults[0].Message != "x.md:"+tt.want {
			t.Errorf("%q: got %v\nwant %s", tt.yaml, faults, tt.want)
		}
	}
}

// TestYAMLErrors: of mistakes that are not known, what the decoders say is told
// in other words.
func TestYAMLErrors(t *testing.T) {
	for _, tt := range []struct{ yaml, want string }{
		{"- a", "2:1 the front matter must be keys with values, such as title: The summit"},
		{"a: b\nc: {d: e, f: g]", "2:1 in the brackets here a comma or the closing bracket is missing"},
		{"a:\n  - [b: c: d]", "2:1 in the brackets here a comma or the closing bracket is missing"},
	} {
		_, faults := read(front(tt.yaml))
		if len(faults) != 1 || faults[0].Pos.String()+" "+faults[0].Message != "x.md:"+tt.want {
			t.Errorf("%q: got %v, want %s", tt.yaml, faults, tt.want)
		}
	}
}

// TestCut shows which values are what is left of a longer one.
func TestCut(t *testing.T) {
	for yaml, want := range map[string]string{
		"a: b # c": "b # c", "a: #c": "#c", "a: # c": "", "a: ## c": "", "a: \"b\" # c": "", "a: b #c\n": "b #c", "a: b\n  c # d": "b c # d", "a: b#c": "", "a: é ü # ö": "é ü # ö",
		"a: [b, c] # d": "", "a: b # c\nd: |\n  e # f": "b # c", "a: > # b\n  c": "",
	} {
		b, faults := read(front(yaml))
		if len(faults) > 0 || b.Fields[0].Value.Cut != want {
			t.Errorf("%q: cut %q, want %q; %v", yaml, b.Fields[0].Value.Cut, want, faults)
		}
	}
}

// TestRefused: front matter has no anchors, aliases and merges, and no key
// twice.
func TestRefused(t *testing.T) {
	for _, tt := range []struct{ yaml, want string }{
		{"a: &x [1]\nb: *x", "2:4 front-matter 3:4 front-matter"},
		{"a: &x b\nc: *x", "2:4 front-matter 3:4 front-matter"},
		{"<<: {a: b}\nc: d", "2:1 front-matter"},
		{"a: {<<: {b: c}}", "2:4 front-matter"},
		{"a: 1\nb: 2 # c\na: 3", "4:1 duplicate-key"},
		{"a:\n  - {b: 1, b: 2}", "3:12 duplicate-key"},
		{"# nothing", ""},
	} {
		_, faults := read(front(tt.yaml))
		var got []string
		for _, f := range faults {
			got = append(got, strings.TrimPrefix(f.Pos.String(), "x.md:")+" "+string(f.Code))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: got %v, want %s", tt.yaml, faults, tt.want)
		}
	}
}

// TestEscapes tells which escapes of characters that HTML has no place for are
// found, and where.
func TestEscapes(t *testing.T) {
	for _, tt := range []struct{ src, at string }{
		{"---\na: \"x\\u0001y\"\n---\n", "2:4"},
		{"---\na: \"\\0\"\n---\n", "2:4"},
		{"---\na: \"\\x08\"\n---\n", "2:4"},
		{"---\na: \"\\e[1m\"\n---\n", "2:4"},
		{"---\na: \"\\r\"\n---\n", "2:4"},
		{"---\na: \"\\N\"\n---\n", "2:4"},
		{"---\na: \"\\u007f\"\n---\n", "2:4"},
		{"---\na: \"\\u0096\"\n---\n", "2:4"},
		{"---\na: \"\\L\"\n---\n", "2:4"},
		{"---\na: \"\\P\"\n---\n", "2:4"},
		{"---\na: \"\\uFFFE\"\n---\n", "2:4"},
		{"---\na: \"\\U0010FFFF\"\n---\n", "2:4"},
		{"---\na: [b, {\"c\\a\": d}, \"\\b\"]\n---\n", "2:9 2:20"},
		{"---\na:\n  b: [x, \"\\v\"]\nc: \"\\f\"\n---\n", "3:10 4:4"},
		{"---\na: \"\\t\\n\\_\\u00a0\\u2029a\"\n---\n", "2:4"},
		{"---\na: \"\\t\\n\\_\\u00a0é\"\n---\n", ""},
		{"---\na: '\\u0001'\nb: x\\u0001\n---\n", ""},
	} {
		_, faults := read(tt.src)
		var at []string
		for _, f := range faults {
			if f.Code == diag.BadEncoding {
				at = append(at, fmt.Sprintf("%d:%d", f.Pos.Line, f.Pos.Col))
			}
		}
		if got := strings.Join(at, " "); got != tt.at {
			t.Errorf("%q: faults at %q, want %q; all: %v", tt.src, got, tt.at, faults)
		}
	}
	b, _ := read(front("a: \"x\\u0001y\"\nb: [\"\\b\", c]"))
	if f := b.Fields; len(f) != 2 || f[0].Value.Scalar != "xy" || len(f[1].Value.List) != 1 {
		t.Errorf("what is left of such texts: %+v", f)
	}
}
