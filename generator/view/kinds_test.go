package view

import (
	"reflect"
	"testing"

	"dossier/generator/layout"
)

// TestViewsKeepWhatPagesHave fails when a view has a field by the name of one that all
// pages have: the layout's head would show the one for the other, or the build would end.
func TestViewsKeepWhatPagesHave(t *testing.T) {
	page := reflect.TypeFor[layout.Page]()
	for _, x := range Templates() {
		view := x.View
		for i := range page.NumField() {
			name := page.Field(i).Name
			if !page.Field(i).IsExported() {
				continue
			}
			found, ok := view.FieldByName(name)
			if !ok || len(found.Index) < 2 || view.FieldByIndex(found.Index[:len(found.Index)-1]).Type != page {
				t.Errorf("%s: %s is not the page's", view, name)
			}
		}
	}
}
