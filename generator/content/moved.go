package content

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/content/filename"
	"dossier/generator/diag"
	"dossier/generator/model"
)

// movedFrom reads where a doc was before.
func (f *front) movedFrom() []model.Former {
	var out []model.Former
	for v := range f.get("moved_from").entries() {
		old := model.Former{Path: norm.NFC.String(v.code()), Pos: v.Pos}
		switch why := filename.BadFormer(old.Path, old.IsAddress()); {
		case old.Path == "":
		case why != "":
			f.faults.Add(v.Pos, diag.BadName, "%q in \"moved_from\": %s", old.Path, why)
		case slices.ContainsFunc(out, func(x model.Former) bool { return x.Path == old.Path }):
			f.faults.Add(v.Pos, diag.DuplicateID, "%q is listed twice", old.Path)
		default:
			out = append(out, old)
		}
	}
	return out
}

// former finds the entity that had an id of a kind ("" for any: then the id may have its
// folder before it), and reports that it has another now.
func (b *builder) former(kind, written string, pos diag.Pos) (now model.Key, ok bool) {
	was := written
	if kind != "" {
		was = kind + "/" + written
	}
	found := b.index.moved[was]
	if len(found) != 1 || kind != "" && found[0].Kind() != kind {
		return "", false
	}
	now = found[0]
	meant := now.ID()
	if strings.Contains(written, "/") || kind == "" && len(b.index.byID[meant]) > 1 {
		meant = string(now)
	}
	b.faults.Add(pos, diag.Moved, "%q is now %q", written, meant)
	b.faults.Mend(written, meant, true)
	return now, true
}
