package liquid

import (
	"strings"
	"testing"

	"dossier/generator/importer/matter"
)

// host knows some values; what it does not know it puts in square brackets.
func host() Host {
	values, err := matter.YAML(`
n: 3
no: 'false'
text: Some Words
list: [b, a, b]
rows: [{k: x, v: 2}, {k: y, v: 1}]
map: {one: 1, two: {three: deep}}
`)
	if err != nil {
		panic(err)
	}
	return Host{
		Value: func(name string) (matter.Value, bool) {
			if name == "lazy" {
				return Lazy(func(key string) (matter.Value, bool) { return "lazy " + key, key != "none" }), true
			}
			v := values.Get(name)
			return v, v != nil || name == "nothing"
		},
		Tag:    func(name, args string) (string, bool) { return "<" + name + ":" + args + ">", name == "known" },
		Block:  func(name, args, inner string) (string, bool) { return "{" + args + ":" + inner + "}", args != "" },
		Plain:  func(text string) string { return "(" + text + ")" },
		Hide:   func(source string) string { return "[" + source + "]" },
		Skip:   func(string) {},
		Turned: func(string) {},
		Include: func(name string) (string, bool) {
			return map[string]string{"a.html": "A {{ include.x }} {{ include.y }}", "loop.html": "{% include loop.html %}"}[name], name != "none"
		},
	}
}

func TestRun(t *testing.T) {
	for in, want := range map[string]string{
		"plain {text}":                   "plain {text}",
		"{{ n }} {{text}} {{ unknown }}": "3 Some Words [{{ unknown }}]",
		"{{ nothing }}|{{ nothing.x }}":  "|",
		"{{ list[1] }} {{ list.first }} {{ list.last }} {{ list.size }} {{ list[9] }} {{ list.x }}": "a b b 3  [{{ list.x }}]",
		"{{ map.two.three }} {{ map['one'] }} {{ map.size }} {{ text.size }} {{ text.x }}":          "deep 1 2 10 [{{ text.x }}]",
		"{{ lazy.a }} {{ lazy.none }}":                                                                                            "lazy a [{{ lazy.none }}]",
		"a {{- n -}} b {%- comment -%} x {%- endcomment %} c":                                                                     "a3b[{% comment %}x{% endcomment %}] c",
		"{% assign a = text | downcase %}{{ a }}{% assign b = unknown %}":                                                         "some words[{% assign b = unknown %}]",
		"{% capture c %}x{{ n }}{% endcapture %}{{ c }}":                                                                          "x3",
		"{% if n > 2 and no %}a{% elsif n == 3 %}b{% else %}c{% endif %}":                                                         "b",
		"{% if text contains 'Wor' or unknown %}a{% endif %}{% unless n %}b{% else %}c{% endunless %}":                            "ac",
		"{% if list contains 'a' %}a{% endif %}{% if n != 3 %}b{% endif %}{% if n <= 3 %}c{% endif %}{% if n >= 4 %}d{% endif %}": "ac",
		"{% if unknown %}a{% endif %}{% if text > 1 %}b{% endif %}":                                                               "[{% if unknown %}a{% endif %}][{% if text > 1 %}b{% endif %}]",
		"{% if nothing %}a{% endif %}{% if no %}b{% endif %}{% if n < 4 %}c{% endif %}":                                           "c",
		"{% case n %}{% when 1, 2 %}a{% when 3 or 4 %}b{% else %}c{% endcase %}":                                                  "b",
		"{% case unknown %}{% when 1 %}a{% endcase %}":                                                                            "[{% case unknown %}{% when 1 %}a{% endcase %}]",
		"{% for x in list %}{{ forloop.index }}{{ x }}{% if forloop.last %}.{% endif %}{% endfor %}":                              "1b2a3b.",
		"{% for x in list reversed limit:2 offset:1 %}{{ x }}{% endfor %}":                                                        "ba",
		"{% for x in list %}{% if x == 'a' %}{% break %}{% endif %}{{ x }}{% endfor %}!":                                          "b!",
		"{% for x in list %}{% if x == 'b' %}{% continue %}{% endif %}{{ x }}{% endfor %}!":                                       "a!",
		"{% for x in rows %}{{ x.k }}{{ x.v }} {% endfor %}{% for x in nothing %}y{% endfor %}":                                   "x2 y1 [{% for x in nothing %}y{% endfor %}]",
		"{% for x in text %}y{% endfor %}{% for %}z{% endfor %}":                                                                  "[{% for x in text %}y{% endfor %}][{% for %}z{% endfor %}]",
		"{% raw %}{{ n }}{% endraw %}":                                                                                            "({{ n }})",
		"{% highlight go %}{{ n }}{% endhighlight %}{% highlight %}x{% endhighlight %}":                                           "{go:3}[{% highlight %}x{% endhighlight %}]",
		"{% include a.html x=n y=\"z\" %}{% include none %}":                                                                      "A 3 z[{% include none %}]",
		"{% known a b %}{% other %}":                                                                                              "<known:a b>[{% other %}]",
		"{% if n %}never closed":                                                                                                  "never closed",
		"{% endif %}{% else %}":                                                                                                   "[{% endif %}][{% else %}]",
		"{% break %}x":                                                                                                            "x",
		"{{ 'a' | append: 'b' | prepend: \"c\" | upcase }}":                                                                       "CAB",
		"{{ 'a-b' | replace: '-', '+' | capitalize }} {{ 'aa' | replace_first: 'a', 'b' }} {{ 'ab' | remove: 'a' }}":              "A+b ba b",
		"{{ rows | where: 'k', 'y' | map: 'v' | first }} {{ rows | sort: 'v' | map: 'k' | join: '-' }}":                           "1 y-x",
		"{{ list | uniq | sort | reverse | join }} {{ list | size }} {{ 'a,b' | split: ',' | last }}":                             "b a 3 b",
		"{{ list | array_to_sentence_string }} {{ list }}":                                                                        "b, a, b bab",
		"{{ 7 | plus: 1 | minus: 2 | times: 4 | divided_by: 5 | modulo: 3 }} {{ 1 | divided_by: 0 }}":                             "1 [{{ 1 | divided_by: 0 }}]",
		"{{ unknown | default: 'd' }} {{ nothing | default: n }} {{ n | default: 'd' }}":                                          "d 3 3",
		"{{ '<b>x</b> y' | strip_html | strip | slugify }} {{ 'a b' | url_encode }} {{ '' | capitalize }}":                        "x-y a+b ",
		"{{ n | unknown_filter }} {{ list | unknown_filter }} {{ n | append: unknown }}":                                          "[{{ n | unknown_filter }}] [{{ list | unknown_filter }}] [{{ n | append: unknown }}]",
		"{{ a[ }} {{ a b }} {{ }} {{ lazy[unknown] }}":                                                                            "[{{ a[ }}] [{{ a b }}] [{{ }}] [{{ lazy[unknown] }}]",
		"{{ true }} {{ nil }} {{ -1.5 }} {{ 'x' | relative_url | size }}":                                                         "true  -1.5 1",
	} {
		if got := Run(in, host()); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestSkip(t *testing.T) {
	h, got := host(), ""
	h.Skip = func(source string) { got += source + ";" }
	Run("{% if no %}a{{ n }}{% else %}b{% endif %}{% case n %}{% when 1 %}c{% else %}d{% endcase %}", h)
	if want := "{% if no %}a{{ n }};{% when 1 %}c;"; got != want {
		t.Errorf("left out: %s, want %s", got, want)
	}
}

// TestRunEnds executes what would never end or fill the memory.
func TestRunEnds(t *testing.T) {
	Run("{% include loop.html %}", host())
	in := strings.Repeat("{% for x in list %}", 40) + "0123456789" + strings.Repeat("{% endfor %}", 40)
	if got := Run(in, host()); len(got) > maxOutput+maxSteps {
		t.Errorf("the output has %d bytes", len(got))
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"{% if n %}a{% else %}{{ list | join: ',' }}", "{% for x in list limit:n %}{{ x[0] }}{% endfor %}", "{{ 'a' | }}", "{%-%}", "{% case n %}{% when '"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { Run(s, host()) })
}
