package hugo

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"dossier/generator/importer/origin"
)

func tree(files map[string]string) origin.Tree {
	return origin.Tree{Files: slices.Sorted(maps.Keys(files)), Read: func(name string) ([]byte, error) { return []byte(files[name]), nil }}
}

func read(t testing.TB, files map[string]string) *origin.Site {
	t.Helper()
	site, err := Read(tree(files))
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func TestShortcodes(t *testing.T) {
	for in, want := range map[string]string{
		`{{< tweet user="a" id="1" >}}`:                         "<https://twitter.com/a/status/1>",
		`{{< x 12 >}} {{< twitter https://x.com/a/1 >}}`:        "<https://twitter.com/i/web/status/12>\n\n \n\n<https://x.com/a/1>",
		`{{< vimeo id="5" title="A *film*" >}}`:                 `[A \*film\*](https://vimeo.com/5)`,
		`{{< gist a b >}}`:                                      "<https://gist.github.com/a/b>",
		`{{< param tel >}} {{< param none >}}`:                  "555 <!-- {{< param none >}} -->",
		"{{< comment >}}x{{< /comment >}}y":                     "<!-- {{< comment >}}x{{< /comment >}} -->y",
		`{{< alert type="warning" title="T" >}}x{{< /alert >}}`: "> [!WARNING] T\n> x",
		`{{< callout "Two words" danger >}}x{{< /callout >}}`:   "> [!CAUTION] Two words\n> x",
		`{{< note >}}a{{< note >}}b{{< /note >}}c{{< /note >}}`: "> [!NOTE]\n> a\n>\n> > [!NOTE]\n> > b\n>\n> c",
		`{{< tab name="T" >}}x{{< /tab >}}`:                     "**T**\n\nx",
		`{{< box2 title="T" caption="C" >}}x{{< /box2 >}}`:      "<!-- {{< box2 title=\"T\" caption=\"C\" >}} -->**T: C** x",
		"{{< def name=\"A term\" >}} What it *is*.{{< /def >}}": "<!-- {{< def name=\"A term\" >}} -->**A term** What it *is*.",
		"{{< chart data=\"x\" title=\"Two words\" >}}":          "<!-- {{< chart data=\"x\" title=\"Two words\" >}} -->\n\nTwo words",
		"{{< steps title=\"T\" >}}\n- a\n- b\n{{< /steps >}}":   "<!-- {{< steps title=\"T\" >}} -->**T**\n\n- a\n- b",
		"{{< link \"/a/\" >}}":                                  "[](/a/)",
		`{{< link href="/x" >}}words{{< /link >}}`:              "[words](/x)",
		`a {{< img-small src="a.png" title="T" >}} b`:           "a ![T](a.png) b",
		`{{< figure src="https://e.org/a.png" attr="Who" >}}`:   "![](https://e.org/a.png 'Who')",
		"{{< figure src=a.png alt=b >}}caption{{< /figure >}}":  "![b](a.png 'caption')",
		"{{< /lonely >}}a":                                      "<!-- {{< /lonely >}} -->a",
		"{{< open >}}a {{< open >}}b{{< /open >}}":              "<!-- {{< open >}} -->a <!-- {{< open >}} -->b",
		"{{< self />}}a{{< /self >}}":                           "<!-- {{< self />}} -->a<!-- {{< /self >}} -->",
		"{{< broken \"x >}} a":                                  "<!-- {{< broken \"x >}} --> a",
		"`{{< a >}}` {{</* a */>}} {{%/* b */%}}":               "`{{< a >}}` \\{{< a >}} \\{{% b %}}",
		"```\n{{</* a */>}}\n{{< highlight go >}}\n```":         "```\n{{< a >}}\n{{< highlight go >}}\n```",
		"{{< highlight >}}marked{{< /highlight >}}":             "<!-- {{< highlight >}} -->marked",
		"## A {.x #y}\n### B {.z}\n[c](d){.e}\n<https://f>{.g}": "## A {#y}\n### B\n[c](d)\n<https://f>",
		"a<!--more-->b": "a<!--more-->b",
		`[x]({{< ref "a.md#b" >}}) {{< relref path="c" >}}`: "[x](dossier-ref:a.md#b) dossier-ref:c",
	} {
		site := read(t, map[string]string{"hugo.toml": "[params]\ntel = '555'", "content/x.md": in})
		got := strings.Trim(site.Convert(site.Docs[0]).String(), "\n ")
		for strings.Contains(got, "\n\n\n") {
			got = strings.ReplaceAll(got, "\n\n\n", "\n\n")
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestUnusedArguments(t *testing.T) {
	site := read(t, map[string]string{"hugo.toml": "", "content/x.md": `{{< figure src="a.png" width="300" class=wide >}}`})
	site.Convert(site.Docs[0])
	if got := fmt.Sprint(site.Docs[0].Notes.Dropped); got != "[{{< figure >}}: width=300 {{< figure >}}: class=wide]" {
		t.Errorf("left out: %s", got)
	}
}

// TestConfigurations reads each way of configuring a site.
func TestConfigurations(t *testing.T) {
	site := read(t, map[string]string{
		"config/_default/hugo.yaml":       "title: T\nbaseURL: https://e.org/\ntaxonomies: {tag: tags, author: authors}\npermalinks: {page: {news: /n/:year/:title/}, blog: /b/:slug}\n",
		"config/_default/languages.toml":  "[fr]\ncontentDir = 'content/fr'\n[en]\ncontentDir = 'content/en'\ntitle = 'Other'\n[xx-bad-tag]\na = 1\n",
		"config/_default/params.json":     `{"description": "D"}`,
		"content/en/news/a.md":            "---\ntitle: 'A b: c'\ndate: 2019-11-28\n---\n",
		"content/fr/news/a.md":            "---\ntitle: 'A'\ndate: 2019\n---\n",
		"content/en/blog/b.md":            "---\nslug: bee\ndate: 2019\ntranslationKey: k\naliases: rel\n---\n",
		"content/en/url.md":               "---\nurl: /other/\n---\n",
		"content/en/guide/_index.md":      "---\ntitle: Guide\n---\n",
		"content/en/guide/one/index.md":   "---\ntitle: One\n---\n",
		"content/en/tags/_index.md":       "---\ntitle: Tags\n---\n",
		"content/en/tags/fish.md":         "---\ntitle: Fish\n---\n",
		"content/en/authors/bo/_index.md": "---\ntitle: Bo\nrole: R\n---\n",
		"content/en/x.adoc":               "x",
		"assets/a.png":                    "x",
		"themes/t/static/b.png":           "x",
		"README.md":                       "x",
	})
	if site.Title != "T" || site.Base != "https://e.org" || fmt.Sprint(site.Languages) != "[en fr]" || fmt.Sprint(site.Kinds) != "[tags]" {
		t.Errorf("%q %q %v %v", site.Title, site.Base, site.Languages, site.Kinds)
	}
	got := map[string]string{}
	for _, d := range site.Docs {
		got[d.File] = fmt.Sprint(d.Lang, " ", d.Role, " ", d.Folder, " ", d.Name, " ", d.Date, " ", d.Addresses, " ", d.Group)
	}
	for file, want := range map[string]string{
		"content/en/news/a.md":            "en 1 news a 2019-11-28 [/n/2019/a-b-c/] news/a",
		"content/fr/news/a.md":            "fr 1 news a 2019 [/fr/n/2019/a/] news/a",
		"content/en/blog/b.md":            "en 1 blog bee 2019 [/b/bee /b/rel] key k",
		"content/en/url.md":               "en 0  url  [/other/] url",
		"content/en/guide/_index.md":      "en 0 guide guide  [/guide] guide/_index",
		"content/en/guide/one/index.md":   "en 0 guide one  [/guide/one] guide/one/index",
		"content/en/tags/_index.md":       "en 0  tags  [/tags] tags/_index",
		"content/en/tags/fish.md":         "en 3 tags fish  [/tags/fish] tags/fish",
		"content/en/authors/bo/_index.md": "en 3 authors bo  [/authors/bo] authors/bo/_index",
	} {
		if got[file] != want {
			t.Errorf("%s is %s, want %s", file, got[file], want)
		}
	}
	if len(site.Media) != 2 || len(site.Left) != 1 {
		t.Errorf("media %v, left out %v", site.Media, site.Left)
	}
	from := site.Docs[slices.IndexFunc(site.Docs, func(d *origin.Doc) bool { return d.File == "content/fr/news/a.md" })]
	for ref, want := range map[string]string{
		"a": "content/fr/news/a.md", "/news/a.md": "content/fr/news/a.md", "news/a.fr.md": "content/fr/news/a.md", "one": "content/en/guide/one/index.md",
		"guide/": "content/en/guide/_index.md", "../url.md": "content/en/url.md", "none": "",
	} {
		file := ""
		if d := site.Find(from, ref); d != nil {
			file = d.File
		}
		if file != want {
			t.Errorf("%q is %q, want %q", ref, file, want)
		}
	}
	if s := read(t, map[string]string{"hugo.json": `{"languageCode": "de-DE"}`}); fmt.Sprint(s.Languages) != "[de]" {
		t.Errorf("of its code: %v", s.Languages)
	}
	if Is(tree(map[string]string{"a.md": ""})) || !Is(tree(map[string]string{"archetypes/default.md": ""})) || !Is(tree(map[string]string{"config.toml": ""})) {
		t.Error("Is is wrong")
	}
}

func TestPerson(t *testing.T) {
	for front, want := range map[string]string{
		"display_name: Bo B.\nfirst_name: Bo\nlast_name: Berg": "Bo B.|[Bo Berg]|", "title: Bo\nname: Bo": "Bo|[]|", "last_name: Berg\nrole: R": "Berg|[]|R",
	} {
		d := read(t, map[string]string{"hugo.toml": "[taxonomies]\nauthor = 'authors'", "content/authors/bo/_index.md": "---\n" + front + "\n---\n"}).Docs[0]
		if got := fmt.Sprintf("%s|%s|%s", d.Title, d.Aliases, d.Job); got != want {
			t.Errorf("%q is %s, want %s", front, got, want)
		}
	}
}

func FuzzConvert(f *testing.F) {
	for _, s := range []string{"{{< a b=\"c\" >}}d{{% /a %}}", "{{</* x */>}} {{< figure src=\"a", "{{< highlight go >}}\n{{< /highlight >}}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		site := read(t, map[string]string{"hugo.toml": "", "content/x.md": s})
		_ = site.Convert(site.Docs[0]).String()
	})
}
