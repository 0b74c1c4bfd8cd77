package link

import (
	"cmp"
	"slices"

	"dossier/generator/content/filename"
	"dossier/generator/diag"
	"dossier/generator/model"
)

// marks resolves the names in [^…] that are no footnotes of a text of d to the sources of d,
// which all its texts share, and adds them to anchors. They hold for as long as the sources
// do, so that they are never firm.
func (x *linker) marks(anchors []model.Anchor, d *model.Doc, t *model.Text, faults *diag.List) []model.Anchor {
	names := func(yield func(string) bool) {
		for i := range d.Sources {
			if id := d.Sources[i].ID; id != "" && filename.BadID(id, id) == "" && !yield(id) {
				return
			}
		}
		for _, n := range t.Body.Notes {
			if n.At < 0 && !yield(n.Name) {
				return
			}
		}
	}
	numbers, marked := d.SourceNumbers(), map[int]bool{}
	for _, n := range t.Body.Notes {
		number := numbers[n.Name]
		switch {
		case n.At < 0 && number > 0:
			faults.AddError(n.Pos, diag.Footnote, "the footnote %q has the id of a source of %s; give one of them another name", n.Name, nameOf(d))
		case n.At >= 0 && number > 0:
			anchors = append(anchors, model.Anchor{Target: d.Key, Source: int32(number), First: !marked[number], Start: int32(n.At), End: int32(n.At), Label: -1})
			marked[number] = true
		case n.At >= 0 && !d.Unread:
			faults.AddNearest(n.Pos, diag.Footnote, n.Name, names, "%q is neither a footnote nor the id of a source of this file; write [^%[1]s]: and its text in a line of its own, or give the source this id", n.Name)
			(*faults)[len(*faults)-1].Grave = true
		}
	}
	slices.SortStableFunc(anchors, func(a, b model.Anchor) int { return cmp.Compare(a.Start, b.Start) })
	return anchors
}
