package lists

import (
	"slices"
	"strings"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

func TestAlike(t *testing.T) {
	for _, tt := range []struct{ types, of, want string }{
		{"a", "0", ""},
		{"ab", "0", ""},
		{"aba", "0", "2"},
		{"aaaa", "0", "123"},
		{"aaaa", "3", "012"},
		{"aabaabaaa", "4", "1367"}, // the nearest on both sides
		{"aaaaaaaaa", "1", "0234"},
		{"aaaaaaaaa", "7", "4568"},
	} {
		var events []*model.Entity
		for i, kind := range tt.types {
			date, err := edtf.Parse("201" + string(rune('0'+i)))
			if err != nil {
				t.Fatal(err)
			}
			e := &model.Entity{Date: date, Type: string(kind)}
			e.Key = model.Key("events/" + string(rune('0'+i)))
			events = append(events, e)
		}
		var got []string
		for _, e := range Alike(events, events[slices.IndexFunc(events, func(e *model.Entity) bool { return e.Key.ID() == tt.of })]) {
			got = append(got, e.Key.ID())
		}
		if s := strings.Join(got, ""); s != tt.want {
			t.Errorf("%s of %s: %s, want %s", tt.of, tt.types, s, tt.want)
		}
	}
}
