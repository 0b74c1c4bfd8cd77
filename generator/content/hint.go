package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/content/filename"
	"dossier/generator/content/iso3166"
	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/glyph"
	"dossier/generator/model"
)

// unknown reports an id of a kind ("" for any kind), or what is written for one, that
// nothing has; what is how the message calls it. What it proposes instead is valid.
func (b *builder) unknown(pos diag.Pos, kind, what, written string) {
	meant, certain := b.meant(pos.File, kind, written)
	hint := didYouMean(meant)
	if len(meant) == 0 {
		hint = b.elsewhere(kind, written)
	}
	b.faults.Add(pos, diag.UnknownEntity, "unknown %s %q%s", what, written, hint)
	if len(meant) == 1 && frontmatter.IsPlain(meant[0]) {
		b.faults.Mend(written, meant[0], certain)
	}
}

// meant gives the ids that were probably meant, and whether nothing else can be: what is
// written is the name of one entity, or its id but for a slip.
func (b *builder) meant(file, kind, written string) (ids []string, certain bool) {
	if len(b.index.byID[written]) > 0 || !b.faults.Suggests(file) {
		return nil, false
	}
	b.usesNames = true
	if called := b.called(kind, written); len(called) > 0 {
		return called, len(called) == 1
	}
	if near := b.near(kind, written); near != "" {
		return []string{near}, diag.Certain(written, near, b.index.ids(kind))
	}
	return nil, false
}

// elsewhere proposes what to do about an id that is like none of its kind.
func (b *builder) elsewhere(kind, written string) string {
	if keys := b.index.byID[written]; len(keys) > 0 {
		return fmt.Sprintf("; it is one of %q: list it under that key", keys[0].Kind())
	}
	if id := filename.Slug(written); kind != "" && id != "" && filename.Portable(id+".md") == "" && !strings.ContainsFunc(written, glyph.Unprintable) {
		return fmt.Sprintf("; write %s/%s.md to make it known%s", kind, id, andTag(id, written))
	}
	return ""
}

// andTag adds the id to write if that is not what was written.
func andTag(id, written string) string {
	if id == written {
		return ""
	}
	return fmt.Sprintf(", and %q here", id)
}

func didYouMean(words []string) string {
	if len(words) == 0 {
		return ""
	}
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = strconv.Quote(w)
	}
	return fmt.Sprintf("; did you mean %s?", strings.Join(quoted, " or "))
}

// called gives the ids of the entities that have a name, or whose id is that name when
// both are folded.
func (b *builder) called(kind, name string) []string {
	var ids []string
	if name := folded(name); name != "" {
		for _, k := range b.names()[name] {
			if kind == "" || k.Kind() == kind {
				ids = append(ids, k.ID())
			}
		}
	}
	if kind == model.Countries || kind == "" {
		for _, c := range iso3166.Called(name, b.config.set.Languages) {
			ids = append(ids, cmp.Or(b.index.byISO[c.Alpha2].key, countryKey(c)).ID())
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// near gives the id that is spelled most like what is written. For a country the two may
// differ by one slip of a key only: too many countries have similar names.
func (b *builder) near(kind, written string) string {
	if kind == model.Countries && iso3166.IsNone(written) {
		return ""
	}
	if slip := diag.Slip(written, b.index.ids(kind)); slip != "" {
		return slip
	}
	if kind == model.Countries {
		return ""
	}
	return diag.Nearest(written, func(yield func(string) bool) {
		for _, k := range b.index.entities {
			if k.key.Kind() != model.Countries && (kind == "" || k.key.Kind() == kind) && !yield(k.key.ID()) {
				return
			}
		}
	})
}

// namesOf finds the entities with a file by their ids, names and aliases, all folded.
func namesOf(folders []*folder, set *model.Settings) map[string][]model.Key {
	names := map[string][]model.Key{}
	for _, f := range folders {
		for _, e := range f.entries {
			if e.result == nil || e.result.entity == nil {
				continue
			}
			of := e.result.entity
			all := []string{of.Key.ID()}
			for _, lang := range set.Languages {
				all = append(append(all, of.Names[lang]), of.Aliases[lang]...)
			}
			for _, name := range all {
				if name = folded(name); name != "" && !slices.Contains(names[name], of.Key) {
					names[name] = append(names[name], of.Key)
				}
			}
		}
	}
	return names
}

// folded reduces a name to its words, as they would stand in an id.
func folded(name string) string { return strings.ReplaceAll(filename.Letters(name), "_", "-") }
