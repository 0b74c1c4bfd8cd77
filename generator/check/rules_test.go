package check_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/check"
	"dossier/generator/content"
	"dossier/generator/diag"
	"dossier/generator/link"
	"dossier/generator/plan"
)

// files is a content folder: path → text. An index.md and an article are added to it.
type files map[string]string

func page(front, body string) string { return "---\n" + front + "\n---\n" + body + "\n" }

// warnings are those of the rules that the content does not accept.
func warnings(t *testing.T, f files) []string {
	t.Helper()
	all := files{"index.md": page("title: T", ""), "articles/a/index.md": page("title: A\npublished: 2019-06-01", "")}
	maps.Copy(all, f)
	fs := afero.NewMemMapFs()
	for path, text := range all {
		if err := afero.WriteFile(fs, "content/"+path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	corpus, faults, err := content.Read(context.Background(), afero.NewBasePathFs(fs, "content"))
	if err != nil {
		t.Fatal(err)
	}
	site, found := link.Resolve(corpus.WithoutDrafts())
	faults = append(faults, found...)
	p, found := plan.New(site)
	faults = append(faults, found...)
	sound := !faults.HasErrors()
	for _, rule := range slices.Concat(check.OfTexts(), check.Others(sound)) {
		faults = append(faults, rule(p)...)
	}
	var out []string
	told, unused := check.Accepted(p, faults)
	for _, d := range append(told, unused...).Sorted() {
		if d.Severity() == diag.Warning {
			out = append(out, d.String())
		}
	}
	return out
}

func TestRules(t *testing.T) {
	person := func(name string) string { return page("name: "+name+"\ntype: person", "") }
	section := func(front, body string) string { return page("title: S\ndate: 2019-05\n"+front, body) }
	many := files{}
	for _, id := range strings.Fields("a b c d e") {
		many["pages/"+id+".md"] = page("title: "+strings.ToUpper(id)+" page", "")
	}
	for what, tt := range map[string]struct {
		files files
		want  []string
	}{
		"tags": {files{
			"actors/ada.md": person("Ada Example"), "actors/bob.md": person("Bob Example"), "actors/cy.md": person("Cy Example"),
			"articles/a/01-s.md": section("actors: [ada, cy]", "Ada Example met Bob Example, and Bob Example left."),
		}, []string{
			`articles/a/01-s.md:4:15: warning: the front matter lists cy, which the text does not name [unmentioned-tag]`,
			`articles/a/01-s.md:6:17: warning: the text names bob, which the front matter does not list; add it to "actors" [untagged-mention]`,
		}},
		"lifetime": {files{
			"index.md":        page("title: T\nkinds: {treaties: {name: Treaties}}", ""),
			"treaties/p.md":   page("name: The Pact\ndate: 1990/2000", ""),
			"events/late.md":  page("name: Late\ndate: 2001\ntreaties: [p]\nplace: Geneva", ""),
			"events/right.md": page("name: Right\ndate: 1999\ntreaties: [p]", ""),
		}, []string{
			`events/late.md:4:12: warning: the event late is dated 2001, outside the lifetime 1990/2000 of p; correct one of the dates, or do not tie the two together [date-conflict]`,
		}},
		"section after its article": {files{
			"articles/a/01-s.md": page("title: S\ndate: 2019-07", "Text."),
			"articles/a/02-t.md": page("title: T\ndate: 2019-08\nevents: [e]", "The vote was to come."),
			"events/e.md":        page("name: The vote\ndate: 2019-09", ""),
		}, []string{
			`articles/a/01-s.md:3:7: warning: the section is dated 2019-07, but its article appeared on 2019-06-01; date the section by what it reports, or name the event to come that it is about [date-conflict]`,
		}},
		"anniversaries": {files{
			"actors/league.md":      page("name: The League\ntype: organization\ndate: 1970", ""),
			"events/fiftieth.md":    page("name: 50th anniversary of The League\ndate: 2021\nactors: [league]", ""),
			"events/first.md":       page("name: The 21st anniversary\ndate: 1990-05", "The war ended in 1970: so the 21st anniversary is 1991."),
			"events/right.md":       page("name: 75th anniversary of the Victory\ndate: 2020-05-09", "The 75th anniversary of 1945."),
			"events/wrong.md":       page("name: The 75th anniversary\ndate: 2019-05-09", ""),
			"articles/a/01-s.md":    section("events: [wrong]", "[[wrong|It]] ended in 1945, so the 75th anniversary is 2020."),
			"articles/a/02-t.md":    section("events: [right, wrong]", "[[right]], [[wrong]]: not known of which the 75th anniversary of 1955 speaks."),
			"events/approximate.md": page("name: 10th anniversary\ndate: 1999~", "The 10th anniversary of 1970."),
		}, []string{
			`events/fiftieth.md:3:7: warning: the event is dated 2021, but the 50th anniversary of 1970 is 2020 (league is dated 1970); correct the date or the number [date-conflict]`,
			`events/first.md:3:7: warning: the event is dated 1990-05, but the 21st anniversary of 1970 is 1991 (as in events/first.md); correct the date or the number [date-conflict]`,
			`events/wrong.md:3:7: warning: the event is dated 2019-05-09, but the 75th anniversary of 1945 is 2020 (as in articles/a/01-s.md); correct the date or the number [date-conflict]`,
		}},
		"files": {files{"pages/p.md": page("title: P", "![A](shown.png)"), "pages/shown.png": "x", "pages/other.png": "x"}, []string{
			`pages/other.png: warning: no text shows this file, and it is published; link to it, or delete it [unused]`,
		}},
		"common word": {files{"actors/will.md": person("will"), "articles/a/01-s.md": section("", "They will go."), "articles/a/02-t.md": section("", "It will stay.")}, []string{
			`actors/will.md: warning: "will" is linked in 2 of 2 sections and listed in 0: it seems to be a common word; give another name, or write mentions: false here [common-name]`,
		}},
		"unused": {files{"actors/lone.md": person("Lone Wolf"), "events/e.md": page("name: E\ndate: 2019", "")}, []string{
			`actors/lone.md: warning: nothing names or lists lone; name it in a text, list it under "actors", or delete the file [unused]`,
		}},
		"unread": {files{"actors/lone.md": "---\nname: [\n---\n", "articles/a/01-s.md": section("actors: [lone]", "Text."), "pages/other.png": "x"}, nil},
		"look alike": {files{
			"actors/one.md": person("Cap"), "actors/two.md": person("Сар"), "actors/mix.md": person("Pаris Hall"),
			"actors/unseen.md":     page("name: Ber\u200blin\ntype: person\naliases: [Берлин]", ""),
			"articles/a/01-s.md":   section("actors: [one, two, mix, unseen]", "[[one]] [[two]] [[mix]] [[unseen]]"),
			"articles/a/02-oне.md": page("title: The talks\ndate: 2019", "x"), "articles/a/03-one.md": page("title: The  ta\u200blks\ndate: 2019", "x"),
		}, []string{
			`actors/mix.md:2:7: warning: in "Pаris" the letter "а" (U+0430) is no Latin one but looks like it; did you mean "Paris"? [look-alike]`,
			`actors/two.md:2:7: warning: "Сар" looks like "Cap" of actors/one but has the sign U+0421 in place 1; write both in the same letters, or give one another name [look-alike]`,
			`actors/unseen.md:2:7: warning: "Ber\u200blin" has the sign U+200B, which nobody sees; delete it [look-alike]`,
			`articles/a/01-s.md:4:10: warning: the front matter lists one, which the text does not name [unmentioned-tag]`,
			`articles/a/02-oне.md: warning: in "oне" the letter "o" (U+006F) is no Cyrillic one but looks like it; did you mean "оне"? [look-alike]`,
			`articles/a/03-one.md:2:8: warning: "The  ta\u200blks" looks like "The talks" of articles/a/oне but has the sign U+200B in place 7; write both in the same letters, or give one another name [look-alike]`,
		}},
		"translations": {files(many).with(files{
			"index.md": page("title: T\nlanguages: [en, fr]", ""), "index.fr.md": page("title: T", ""),
			"pages/a.fr.md": page("title: A", ""), "pages/b.md": page("title: B page\naccept: [missing-translation]", ""),
		}), []string{
			`index.md:3:17: warning: there is no fr edition of 4 pages; write articles/a/index.fr.md, pages/c.fr.md, pages/d.fr.md and 1 more [missing-translation]`,
		}},
		"drift": {files{
			"index.md": page("title: T\nlanguages: [en, fr]\naccept: [missing-translation]", ""), "actors/ada.md": person("Ada Example"),
			"pages/p.md":    page("title: P", "One [[ada]].\n\nTwo.\n\nA very long paragraph that goes on for longer than anybody would quote.\n\nFour.\n\nFive.\n\nSix."),
			"pages/p.fr.md": page("title: P\ntranslates: \"00000000 00000001 00000002\"", "Un.\n\nDeux."),
		}, []string{
			`pages/p.fr.md:3:13: warning: pages/p.md has changed: title or summary changed, paragraph 1 changed ("One Ada Example."), paragraph 2 changed ("Two."), paragraph 3 is new ("A very long paragraph that goes on for longer th…"), and 3 more; bring this text up to date, then run dossier translated on it [stale-translation]`,
		}},
		"accepted": {files{
			"actors/lone.md":     page("name: Lone Wolf\ntype: person\naccept: [unused, look-alike]", ""),
			"actors/two.md":      page("name: Two Wolf\ntype: person\naccept: [common-name, unused]", "The [[lone]]."),
			"pages/draft.md":     page("title: D\ndraft: true\naccept: [unused]", ""),
			"articles/a/01-s.md": section("", "Two Wolf and [[lone]]."),
		}, []string{
			`articles/a/01-s.md:6:1: warning: the text names two, which the front matter does not list; add it to "actors" [untagged-mention]`,
			`articles/a/01-s.md:6:14: warning: the text names lone, which the front matter does not list; add it to "actors" [untagged-mention]`,
		}},
	} {
		if got := warnings(t, tt.files); !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n%s\nwant:\n%s", what, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

func (f files) with(more files) files {
	all := maps.Clone(f)
	maps.Copy(all, more)
	return all
}
