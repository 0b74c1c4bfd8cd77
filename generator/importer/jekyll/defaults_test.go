package jekyll

import (
	"fmt"
	"testing"
)

// TestAddresses holds that texts were where the configuration puts them: in a file or
// in a folder.
func TestAddresses(t *testing.T) {
	files := map[string]string{
		"about.md": "---\ntitle: A\n---\n", "docs/a.md": "---\n---\n", "docs/index.md": "---\n---\n", "old.md": "---\nredirect_from: [/x, /y/, /z.html]\n---\n",
		"_posts/2020-02-01-p.md": "---\ncategory: C\n---\n", "_talks/in/2019-11-28-t.md": "---\n---\n", "_events/2019-03-29-fair.md": "---\nstart: 29 March 2019\nend: 30 March 2019\nplace: Rome\n---\n",
		"404.html": "---\n---\n", "drafts/x.md": "---\n---\n",
	}
	for style, want := range map[string]map[string]string{
		"":              {"about.md": "/about.html", "docs/a.md": "/docs/a.html", "docs/index.md": "/docs/", "_posts/2020-02-01-p.md": "/C/2020/02/01/p.html", "_talks/in/2019-11-28-t.md": "/talks/in/2019-11-28-t.html"},
		"pretty":        {"about.md": "/about/", "_posts/2020-02-01-p.md": "/C/2020/02/01/p/", "_talks/in/2019-11-28-t.md": "/talks/in/2019-11-28-t/"},
		"ordinal":       {"_posts/2020-02-01-p.md": "/C/2020/032/p.html"},
		"weekdate":      {"_posts/2020-02-01-p.md": "/C/2020/W05/Sat/p.html"},
		"/:i_day/:slug": {"about.md": "/about.html", "_posts/2020-02-01-p.md": "/1/p.html", "old.md": "/old.html /x.html /y/ /z.html"},
	} {
		files["_config.yml"] = fmt.Sprintf("permalink: %q\nexclude: [drafts]\ncollections: {talks: {output: true}, events: {output: false}}", style)
		site := read(t, files)
		got := map[string]string{}
		for _, d := range site.Docs {
			got[d.File] = fmt.Sprint(d.Addresses)
			if d.File == "_events/2019-03-29-fair.md" {
				if is := fmt.Sprintf("%d %s %s %s %v %s", d.Role, d.Folder, d.Date, d.Name, d.Private, d.Body); is != "3 events 2019-03-29/2019-03-30 fair true - **Place:** Rome\n" {
					t.Errorf("the event is %s", is)
				}
			}
		}
		for file, address := range want {
			if got[file] != "["+address+"]" {
				t.Errorf("%q: %s was at %s, want %s", style, file, got[file], address)
			}
		}
		if len(site.Left) != 2 {
			t.Errorf("left out %v", site.Left)
		}
	}
}

func TestDefaults(t *testing.T) {
	site := read(t, map[string]string{
		"_config.yml":            "defaults:\n- scope: {path: '', type: posts}\n  values: {author: Bo, lang: fr}\n- scope: {path: 'x/*/y'}\n  values: {author: Ida, title: T}\n- scope: {path: docs}\n  values: {author: Eva}\n",
		"_posts/2019-11-28-a.md": "---\nlang: en\n---\n{{ page.author }}", "x/1/y/b.md": "---\n---\n{{ page.title }}", "docs/c.md": "---\n---\n", "d.md": "---\n---\n{{ page.author }}",
	})
	for _, d := range site.Docs {
		got := fmt.Sprint(d.Authors, " ", d.Lang, " ", site.Convert(d))
		if want := map[string]string{"_posts/2019-11-28-a.md": "[Bo] en Bo", "x/1/y/b.md": "[Ida]  T", "docs/c.md": "[Eva]  ", "d.md": "[]  "}[d.File]; got != want {
			t.Errorf("%s is %q, want %q", d.File, got, want)
		}
	}
}
