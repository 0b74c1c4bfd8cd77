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

// TestEmbeds shows parts of other notes.
func TestEmbeds(t *testing.T) {
	files := map[string]string{
		".obsidian/app.json": `{"strictLineBreaks": true}`,
		"Boats.md":           "# Boats\n\nTwo boats sail, see [[#Ida]] and [^1].\n\n## Ida\n\nShe is old. ^age\n\n### Crew\n\n- Bo ^bo\n- Eva\n\n## Eva\n\n![[p.png]]\n![[Port]]\n\n[^1]: A note.\n",
		"Port.md":            "A quay\nof stone\n\n^quay\n\nMore.", "p.png": "", "Long.md": strings.Repeat("a ", 20_000), "None.md": "",
	}
	for in, want := range map[string]string{
		"![[Port]]":                     "> [Port](dossier-ref:Port)\n>\n> A quay\n> of stone\n>\n>\n>\n> More.",
		"![[Port#^quay]]":               "> [Port](dossier-ref:Port)\n>\n> A quay\n> of stone",
		"![[Boats#^bo|300]]":            "> [Boats](dossier-ref:Boats)\n>\n> - Bo",
		"![[Boats#Ida]]":                "> [Boats](dossier-ref:Boats)\n>\n> **Ida**\n>\n> She is old.\n>\n> **Crew**\n>\n> - Bo\n> - Eva",
		"![[Boats#Eva]]":                "> [Boats](dossier-ref:Boats)\n>\n> **Eva**\n>\n> ![](dossier-ref:p.png)\n> [Port](dossier-ref:Port)\n>\n> [^Boats-1]: A note.",
		"![[Boats#None]]":               "[Boats > None](dossier-ref:Boats#None)",
		"![[Long]] ![[x]]\n\n![[Long]]": "[Long](dossier-ref:Long) [x](dossier-ref:x)\n\n[Long](dossier-ref:Long)",
		"![[None]]\n![[All.base#View]]": "[None](dossier-ref:None)\n<!-- ![[All.base#View]] -->",
		"```dataview\nlist\n```\na":     "<!-- ```dataview\nlist ``` -->\na",
		"$x_1$ for $5 and $6, $$a*b$$":  "`$x_1$` for $5 and $6, `$$a*b$$`",
		"> $$\n> x\n> $$":               "> ```latex\n> x\n> ```",
	} {
		files["Here.md"] = in
		site := read(t, files)
		here := site.Docs[slices.IndexFunc(site.Docs, func(d *origin.Doc) bool { return d.File == "Here.md" })]
		if got := strings.TrimSpace(site.Convert(here).String()); got != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

// TestBreaks holds that the ends of lines in a paragraph are seen, and no others.
func TestBreaks(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb  \nc\n\nd":                  "a\\\nb  \nc\n\nd",
		"> [!note] T\n> a\n> b\n> - c":    "> [!NOTE] T\n> a\\\n> b\n> - c",
		"- a\n  b\n- c\n1. d":             "- a\\\n  b\n- c\n1. d",
		"# a\nb\n---\nc":                  "# a\nb\n---\nc",
		"| a | b |\n|---|---|\n| c | d |": "| a | b |\n|---|---|\n| c | d |",
		"a\n```\nb\nc\n```\nd":            "a\n```\nb\nc\n```\nd",
		"a\n%%b%%\nc":                     "a\n<!-- b -->\nc",
		"a\n> b":                          "a\n> b",
	} {
		site := read(t, map[string]string{"x.md": in})
		if got := strings.TrimSpace(site.Convert(site.Docs[0]).String()); got != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestFirstLanguage(t *testing.T) {
	files := map[string]string{"ar/X/a.md": "---\npermalink: a\n---\n", "fr/Y/a.md": "---\npermalink: a\n---\n"}
	site, err := Read(origin.Tree{Files: slices.Sorted(maps.Keys(files)), Read: func(name string) ([]byte, error) { return []byte(files[name]), nil }}, "fr")
	if err != nil || fmt.Sprint(site.Languages) != "[fr ar]" || site.Docs[0].Folder != "y" {
		t.Errorf("%v %s %v", site.Languages, site.Docs[0].Folder, err)
	}
}

func TestTemplatesAndNames(t *testing.T) {
	site := read(t, map[string]string{
		".obsidian/templates.json": `{"folder": "Templates"}`, "Templates/a.md": "x", "b.md": "---\nauthor: ['[[People/Bo|Bo B.]]', '[[x/Eva]]', Ida]\nthe_place: '[[Port]]'\nread: true\nlinks: [https://e.org, 2]\ncover: c.png\n---\n",
	})
	if len(site.Docs) != 1 || len(site.Left) != 1 {
		t.Fatalf("%d notes, left out %v", len(site.Docs), site.Left)
	}
	d := site.Docs[0]
	if got := fmt.Sprint(d.Authors); got != "[Bo B. Eva Ida]" {
		t.Errorf("authors %s", got)
	}
	if want := "- **The place:** [[Port]]\n- **Links:** <https://e.org>, 2\n- **Cover:** ![c](c.png)\n"; d.Body != want {
		t.Errorf("keys are %q, want %q", d.Body, want)
	}
	site = read(t, map[string]string{".obsidian/plugins/templater-obsidian/data.json": `{"templates_folder": "T/"}`, "T/a.md": "x", "b.md": ""})
	if len(site.Docs) != 1 {
		t.Errorf("%d notes beside the templates of a plugin", len(site.Docs))
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
