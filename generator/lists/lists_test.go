package lists

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/content"
	"dossier/generator/dev/bench/corpus"
	"dossier/generator/link"
	"dossier/generator/model"
)

// madeUp is the site of a made-up dossier.
func madeUp(t *testing.T) *model.Site {
	t.Helper()
	files := afero.NewMemMapFs()
	for path, text := range corpus.Files(11, 80) {
		if err := afero.WriteFile(files, path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, _, err := content.Read(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	site, _ := link.Resolve(c)
	return site
}

func byTitle(a, b *model.Entity) int {
	return cmp.Or(cmp.Compare(a.Name("en", "en"), b.Name("en", "en")), cmp.Compare(a.Key, b.Key))
}

// plan weighs lists in any order, and view shows them in an edition's: the
// entries must be as many and as heavy.
func TestOrderChangesNoWeight(t *testing.T) {
	l := New(madeUp(t), 1<<20)
	compared := 0
	compare := func(list, ordered Weighable) {
		t.Helper()
		a, b := list.Weigh(0), ordered.Weigh(0)
		slices.Sort(a.Of)
		slices.Sort(b.Of)
		if a.Total != b.Total || !slices.Equal(a.Of, b.Of) || list.Identity() != ordered.Identity() {
			t.Errorf("%s: weights %v in any order, %v by name", list.Identity(), a.Of, b.Of)
		}
		compared += len(a.Of)
	}
	anyhow, byName := l.In("en", Order{}), l.In("en", Order{Entities: byTitle})
	for i := range l.Site.Kinds {
		compare(anyhow.Index(&l.Site.Kinds[i]), byName.Index(&l.Site.Kinds[i]))
	}
	compare(anyhow.Places(), byName.Places())
	compare(anyhow.AllTies(), byName.AllTies())
	compare(anyhow.AllMembers(true), byName.AllMembers(false))
	for _, x := range l.Entities {
		compare(anyhow.Mentioning(x), byName.Mentioning(x))
	}
	if compared < 200 {
		t.Errorf("only %d entries were compared", compared)
	}
}

// EntityAtMost and AtMost spare a look at the entries: no list may be heavier.
func TestBounds(t *testing.T) {
	l := New(madeUp(t), 1<<20)
	e := l.In("en", Order{})
	for _, x := range l.Entities {
		total := e.Text(&x.Doc)
		for _, list := range []Weighable{e.SectionsOf(x), e.EventsOf(x), e.Mentioning(x), e.Ties(x)} {
			total += list.Weigh(0).Total
		}
		if most := l.EntityAtMost(x); total > most {
			t.Errorf("the lists of %s weigh %d, more than %d", x.Key, total, most)
		}
	}
	if all := e.Translations(); all.Weigh(0).Total > all.AtMost() {
		t.Errorf("translations weigh %d, more than %d", all.Weigh(0).Total, all.AtMost())
	}
}

// Each list has what it is of once, in its order.
func TestEntries(t *testing.T) {
	l := New(madeUp(t), 1<<20)
	e := l.In("en", Order{Entities: byTitle})
	for _, x := range l.Entities {
		seen := map[*model.Doc]bool{}
		sections := e.SectionsOf(x).Entries()
		if !slices.IsSortedFunc(sections, func(a, b Naming) int { return model.InYears(e.Section(a.Doc).Date, e.Section(b.Doc).Date) }) {
			t.Errorf("the sections of %s are not by date", x.Key)
		}
		for _, n := range append(sections, e.Mentioning(x).Entries()...) {
			d := e.Docs[n.Doc]
			if seen[d] {
				t.Errorf("%s is listed twice for %s", d.Key, x.Key)
			}
			seen[d] = true
		}
		b := l.Site.Backlinks.Of(x.Key)
		if b == nil {
			continue
		}
		for _, s := range b.Sections {
			if d := l.Site.Numbered[s]; !seen[d] {
				t.Errorf("%s is not listed for %s", d.Key, x.Key)
			}
		}
		first := map[*model.Doc]*model.Mention{}
		for i := range slices.Backward(b.Mentions) {
			first[l.Site.Numbered[b.Mentions[i].In]] = &b.Mentions[i]
		}
		sections, others := e.NamedIn(x)
		for _, n := range append(sections, others...) {
			if d := e.Docs[n.Doc]; e.MentionIn(x, n) != first[d] {
				t.Errorf("%s is listed for %s with %v, and not its first mention, %v", d.Key, x.Key, e.MentionIn(x, n), first[d])
			}
		}
	}
	declared, edges := 0, 0
	for _, x := range l.Entities {
		declared += len(x.Relations)
	}
	for _, tie := range e.AllTies().Entries() {
		edges += len(tie.Edges)
	}
	if declared == 0 || edges != declared {
		t.Errorf("%d relations are declared, %d are in the list of all", declared, edges)
	}
}
