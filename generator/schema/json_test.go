package schema

import (
	"encoding/json"
	"reflect"
	"testing"
)

// TestJSON fills each property of a thing by itself and all together, and compares with
// encoding/json.
func TestJSON(t *testing.T) {
	texts := []string{"plain", "«Ünï» – “x”", `<a href="b">&amp;`, "line\nbreak\t\x00\x7f", "\u2028 and \u2029", "\xff broken", "c:\\\\d", "Ѩ \xe2\x80"}
	point, zero := 41.5, 0.0
	var all Thing
	of := reflect.ValueOf(&all).Elem()
	for i := range of.NumField() {
		one := Thing{}
		field := reflect.ValueOf(&one).Elem().Field(i)
		switch field.Interface().(type) {
		case string:
			field.SetString(texts[i%len(texts)])
		case int:
			field.SetInt(12)
		case []string:
			field.Set(reflect.ValueOf(texts))
		case *float64:
			field.Set(reflect.ValueOf([]*float64{&point, &zero}[i%2]))
		case *Thing:
			field.Set(reflect.ValueOf(&Thing{Type: "Place", Name: texts[2]}))
		case []Thing:
			field.Set(reflect.ValueOf([]Thing{{}, {Type: "Person", Position: 3}}))
		}
		of.Field(i).Set(field)
		equal(t, one)
	}
	equal(t, all)
	equal(t, all, Crumbs(texts, texts[1:]), *Place(1e-7, -1e21), *Ref("x"), Thing{})
	for _, text := range texts {
		equal(t, Thing{Name: text})
	}
}

func equal(t *testing.T, things ...Thing) {
	t.Helper()
	want, err := json.Marshal(struct {
		Context string  `json:"@context"`
		Graph   []Thing `json:"@graph"`
	}{"https://schema.org", things})
	if err != nil {
		t.Fatal(err)
	}
	if got := JSON(things...); string(got) != string(want) {
		t.Errorf("%s\nis not\n%s", got, want)
	}
}
