package names

import (
	"reflect"
	"testing"

	"dossier/generator/packed"
)

// manyNames are names that two entities have, that are common nouns, and those of places and people.
func manyNames() []Entity {
	return []Entity{{ID: "a", Name: "Kenya", Place: true}, {ID: "b", Name: "Kenya", Aliases: []string{"Keny"}}, {ID: "c", Name: "Union", Event: true}, {ID: "d", Name: "Ada May", Person: true}}
}

const manyMentions = "Kenya and a union. The Union of Ada May. In May, Ada May met the Union.\n\nThe Union was a union, said May."

// TestPack: what is written of a text is read back as it was, by a matcher of the same names.
func TestPack(t *testing.T) {
	m, again := New(manyNames(), "en"), New(manyNames(), "en")
	if m.Sum() != again.Sum() {
		t.Error("the same names have another sum")
	}
	for i, change := range []func(e []Entity){
		func(e []Entity) { e[0].ID = "x" }, func(e []Entity) { e[0].Place = false }, func(e []Entity) { e[1].Person = true }, func(e []Entity) { e[1].Locality = true },
		func(e []Entity) { e[2].Event = false }, func(e []Entity) { e[2].Name = "Unio" }, func(e []Entity) { e[1].Aliases = nil }, func(e []Entity) { e[1].Forms = []string{"Kenyan"} },
		func(e []Entity) { e[1].Aliases, e[1].Forms = nil, e[1].Aliases },
	} {
		other := manyNames()
		if change(other); New(other, "en").Sum() == m.Sum() {
			t.Errorf("change %d has the same sum", i)
		}
	}
	if New(manyNames(), "fr").Sum() == m.Sum() {
		t.Error("names of another language have the same sum")
	}
	b := body(t, "en", manyMentions)
	found, findings := m.NewReader(m.NewCommon()).Mentions(b, nil)
	if len(found) == 0 || len(findings.Shared) == 0 || len(findings.nouns) == 0 || len(findings.names) == 0 || len(findings.asked) == 0 {
		t.Fatalf("the text tests little: %v, %+v", found, findings)
	}
	findings.asked[0] = ^findings.asked[0]
	w := packed.Writer{}
	Pack(&w, found, &findings)
	got, others, ok := again.Unpack(packed.Read(string(w.Buf)), b)
	if !ok || !reflect.DeepEqual(got, found) || !reflect.DeepEqual(others, findings) {
		t.Errorf("%v %+v became %v %+v", found, findings, got, others)
	}
	for i := range w.Buf {
		if _, _, ok := again.Unpack(packed.Read(string(w.Buf[:i])), b); ok {
			t.Errorf("%d of %d bytes are believed", i, len(w.Buf))
		}
	}
}

// FuzzUnpack: findings are read back from any bytes without harm.
func FuzzUnpack(f *testing.F) {
	m, b := New(manyNames(), "en"), body(f, "en", manyMentions)
	found, findings := m.NewReader(m.NewCommon()).Mentions(b, nil)
	w := packed.Writer{}
	Pack(&w, found, &findings)
	f.Add(string(w.Buf))
	f.Fuzz(func(t *testing.T, text string) {
		found, findings, ok := m.Unpack(packed.Read(text), b)
		if !ok {
			return
		}
		for _, x := range found {
			_ = m.entities[x.Entity].ID + b.HTML[x.Start:x.End]
		}
		c := m.NewCommon()
		c.Add(&findings)
		c.Holds(&findings)
		w := packed.Writer{}
		Pack(&w, found, &findings)
		if again, others, ok := m.Unpack(packed.Read(string(w.Buf)), b); !ok || !reflect.DeepEqual(again, found) || !reflect.DeepEqual(others, findings) {
			t.Errorf("%v %+v became %v %+v", found, findings, again, others)
		}
	})
}
