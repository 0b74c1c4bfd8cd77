package obsidian

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
		"[[A]] [[b/A.md|w]] [[A#H#I]] [[#H]] [[A#^x]]":   "[A](dossier-ref:A) [w](dossier-ref:b/A.md) [A > I](dossier-ref:A#I) [H](dossier-ref:#H) [A](dossier-ref:A)",
		"![[a.png|100x50]] ![[b.JPG|alt|20]] ![[N|300]]": "![](dossier-ref:a.png) ![alt](dossier-ref:b.JPG) [N](dossier-ref:N)",
		"![a|100](b.png) [c|1](d)":                       "![a](b.png) [c|1](d)",
		"> [!info]\n> a":                                 "> [!NOTE] Info\n> a",
		"> [!NOTE]+ T\n> a":                              "> [!NOTE] T\n> a",
		"> > [!bug|x]- B":                                "> > [!CAUTION] B",
		"> [!cite]\n> a":                                 ">\n> a",
		"> [!выноска]\n> a":                              "> [!NOTE] выноска\n> a",
		"a ==b c== d==e `==f==` ====":                    "a **b c** d==e `==f==` ====",
		"a %%b\n\nc%% d `%%e%%`":                         "a <!-- b\nc --> d `%%e%%`",
		"a ^b-1\n\n^c2\n\nx^2 d":                         "a\n\n\n\nx^2 d",
		"a^[b [c](d)] ^[e]":                              "a^[b [c](d)] [^inline-1]\n\n[^inline-1]: e",
		"a #b/c #1 (#d) e#f [#g](h)":                     "a #b/c #1 (#d) e#f [#g](h)",
		"\\[[a]] [[]] [[a\nb]]":                          "\\[a](dossier-ref:a) [[]] [[a\\\nb]]",
	} {
		site := read(t, map[string]string{"x.md": in})
		got := strings.TrimSpace(site.Convert(site.Docs[0]).String())
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
	site := read(t, map[string]string{"x.md": "---\ntags: b, 'c d'\n---\na #b/c #1 (#d) e#f `#g` #b/c"})
	site.Convert(site.Docs[0])
	if got := fmt.Sprint(site.Docs[0].Tags); got != "[{tags b} {tags 'c} {tags d'} {tags b/c} {tags d}]" {
		t.Errorf("tags %s", got)
	}
}

func TestFind(t *testing.T) {
	site := read(t, map[string]string{
		"A/x.md": "---\naliases: [Other, One/Two]\nlang: fr\n---\n", "B/x.md": "", "B/y.md": "---\ntags: [[z]]\ntitle: 2019-11-28\n---\n", "2019-11-28 Talk.md": "",
		"Events/later.md": "", "Events/then.md": "---\ndate: 2019\n---\n", "bad.md": "---\na: [\n---\n", "p.png": "",
	})
	from := site.Docs[slices.IndexFunc(site.Docs, func(d *origin.Doc) bool { return d.File == "B/y.md" })]
	for ref, want := range map[string]string{
		"x": "B/x.md", "A/x": "A/x.md", "a/X.md": "A/x.md", "other": "A/x.md", "two": "A/x.md", "none": "", "": "B/y.md", "q/x": "B/x.md", "2019-11-28 talk": "2019-11-28 Talk.md",
	} {
		file := ""
		if d := site.Find(from, ref); d != nil {
			file = d.File
		}
		if file != want {
			t.Errorf("%q is %q, want %q", ref, file, want)
		}
	}
	roles := map[string]string{}
	for _, d := range site.Docs {
		roles[d.File] = fmt.Sprint(d.Role, " ", d.Folder, " ", d.Title, " ", d.Date)
	}
	for file, want := range map[string]string{
		"2019-11-28 Talk.md": "1 notes Talk 2019-11-28", "Events/later.md": "3 events later ", "Events/then.md": "3 events then 2019", "bad.md": "3 notes bad ",
	} {
		if roles[file] != want {
			t.Errorf("%s is %s, want %s", file, roles[file], want)
		}
	}
}

func FuzzConvert(f *testing.F) {
	for _, s := range []string{"[[a|b]] ![[c#d]]", "> [!x]- y\n> ==z==", "%%a%% ^[b]", "#a ^b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		site := read(t, map[string]string{"x.md": s})
		_ = site.Convert(site.Docs[0]).String()
	})
}
