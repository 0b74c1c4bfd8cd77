package jekyll

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"dossier/generator/importer/origin"
)

func read(t testing.TB, files map[string]string) *origin.Site {
	t.Helper()
	site, err := Read(origin.Tree{Files: slices.Sorted(maps.Keys(files)), Read: func(name string) ([]byte, error) { return []byte(files[name]), nil }})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func TestConvert(t *testing.T) {
	for in, want := range map[string]string{
		"{% youtube https://youtu.be/x %}{% vimeo 1 %}{% gist a/b %}":                               "<https://youtu.be/x><https://vimeo.com/1><https://gist.github.com/a/b>",
		"{% include youtube.html id=\"x\" %}":                                                       "<https://www.youtube.com/watch?v=x>",
		"{% include figure.html src=\"a.png\" alt=\"b\" caption=\"c\" %}":                           "![b](a.png 'c')",
		"{% img left a.png %}":                                                                      "![](left)",
		"{% include js.html %}":                                                                     "<!-- {% include js.html %} -->",
		"{{ site.data.folder.one.x }}{{ site.data.list[1] }}{{ site.data.t.a }}{{ site.data.j.b }}": "1yTJ",
		"{{ site.data.none }}{{ site.data.bad.x }}{{ site.posts }}":                                 "<!-- {{ site.data.none }} --><!-- {{ site.data.bad.x }} --><!-- {{ site.posts }} -->",
		"{{ page.url }} {{ page.title }} {{ page.none }}{{ page.content }}":                         "/x.html X <!-- {{ page.content }} -->",
		"{{ site.url }}{{ site.baseurl }}/a {{ site.n }}":                                           "https://e.org/a 3",
		"## A\n{: #b}\n\nC\n===\n{:#d .e}\n\n* toc\n{:toc .x}\n{:.f}":                               "## A {#b}\n\nC {#d}\n===",
		"a*b*{: .c}[d](e){:target=\"_blank\"} {:k=>1}":                                              "a*b*[d](e) {:k=>1}",
		"{::options parse_block_html=\"true\" /}a{::nomarkdown}b{:/}":                               "ab",
		"{::comment}\nx\n{:/comment}\n^\na":                                                         "<!-- {::comment}\nx\n{:/comment} -->\n\na",
		"*[AB]: A \"b\"\n*[ABC]: c\n\nThe AB and ABC, AB.":                                          "The <abbr title=\"A &quot;b&quot;\">AB</abbr> and <abbr title=\"c\">ABC</abbr>, AB.",
		"*[XY]: unused\n\na":                                                                        "a",
		"{% highlight ruby %}\n```\n{% endhighlight %}":                                             "````ruby\n```\n````",
		"`{% unknown %}` {% raw %}{{ x }}{% endraw %}":                                              "`{% unknown %}` {{ x }}",
		"{% link a.md %} {% post_url 2019-11-28-y %}":                                               "dossier-ref:file:a.md dossier-ref:post:2019-11-28-y",
	} {
		site := read(t, map[string]string{
			"_config.yml": "url: https://e.org\nn: 3\n", "x.md": "---\ntitle: X\n---\n" + in, "_includes/js.html": "<script>x</script>",
			"_data/folder/one.yml": "x: 1", "_data/list.json": `["x", "y"]`, "_data/t.toml": "a = 'T'", "_data/j.json": `{"b": "J"}`, "_data/bad.yml": "a: [",
		})
		got := strings.Trim(site.Convert(site.Docs[0]).String(), "\n ")
		for strings.Contains(got, "\n\n\n") {
			got = strings.ReplaceAll(got, "\n\n\n", "\n\n")
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestRead(t *testing.T) {
	site := read(t, map[string]string{
		"_config.toml":                   "title = 'T'\npermalink = '/:year/:i_month/:title.html'\nlocale = 'en-US'\ncollections = ['talks']\n",
		"en/news/_posts/2019-11-05-a.md": "---\nlang: en\ncategories: [x, y]\ntags: a, b c\n---\n",
		"fr/news/_posts/2019-11-05-a.md": "---\ntitle: A\n---\n",
		"en/index.md":                    "---\ntitle: H\n---\n",
		"fr/index.md":                    "---\ntitle: H\n---\n",
		"en/a/index.md":                  "---\npermalink: /b/:title/\npublished: false\n---\n",
		"_talks/t.md":                    "---\ndate: 2020-01-01\n---\n",
		"_people/p.md":                   "---\ntitle: P\n---\n",
		"_sass/x.md":                     "---\n---\n",
		"_posts/2019-01-02-cat.md":       "---\ncategory: Deep Sea\n---\n",
	})
	got := map[string]string{}
	for _, d := range site.Docs {
		got[d.File] = fmt.Sprint(d.Lang, " ", d.Role, " ", d.Folder, " ", d.Name, " ", d.Date, " ", d.Addresses, " ", d.Group, " ", d.Draft, " ", d.Tags)
	}
	for file, want := range map[string]string{
		"en/news/_posts/2019-11-05-a.md": "en 1 news a 2019-11-05 [/2019/11/a.html] news/_posts/2019-11-05-a false [{categories x} {categories y} {tags a} {tags b c}]",
		"fr/news/_posts/2019-11-05-a.md": "fr 1 news a 2019-11-05 [/2019/11/a.html] news/_posts/2019-11-05-a false []",
		"en/index.md":                    "en 4  index  [/en/] index false []",
		"en/a/index.md":                  "en 0 a a  [/b/a/] a/index true []",
		"_talks/t.md":                    " 1 talks t 2020-01-01 [/talks/t.html] _talks/t false []",
		"_posts/2019-01-02-cat.md":       " 1 Deep cat 2019-01-02 [/2019/1/cat.html] _posts/2019-01-02-cat false [{categories Sea}]",
	} {
		if got[file] != want {
			t.Errorf("%s is %s, want %s", file, got[file], want)
		}
	}
	if len(got) != 7 || site.Languages[0] != "en" {
		t.Errorf("%d texts, languages %v", len(got), site.Languages)
	}
	if s := read(t, map[string]string{"_config.yml": "a: ["}); len(s.Left) != 1 {
		t.Errorf("left out: %v", s.Left)
	}
}

func FuzzConvert(f *testing.F) {
	for _, s := range []string{"{% if site.n %}a{% endif %}{: .b}", "{% raw %}{{ a }}{% endraw %}`{{ b }}`", "*[a]: b\na{::comment}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		site := read(t, map[string]string{"_config.yml": "n: 3", "x.md": "---\ntitle: X\n---\n" + s})
		_ = site.Convert(site.Docs[0]).String()
	})
}
