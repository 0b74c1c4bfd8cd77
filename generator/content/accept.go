package content

import (
	"slices"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// accepts reads which warnings a file accepts. A file of any class may.
func (f *front) accepts() []model.Accept {
	var out []model.Accept
	list := f.get("accept")
	for _, v := range list.list() {
		written := diag.Code(list.entry("accept", v).word())
		known := diag.Warnings()
		switch i := slices.Index(known, written); {
		case written == "":
		case i >= 0:
			out = append(out, model.Accept{Code: known[i], Pos: v.Pos})
		case slices.Contains(diag.Codes(), written):
			f.faults.Add(v.Pos, diag.WrongType, "%q is the code of errors; only warnings can be accepted", written)
		default:
			f.faults.AddNearest(v.Pos, diag.WrongType, string(written), diag.Spelled(known), "%q is not a code of warnings", written)
		}
	}
	return out
}
