package jekyll

import (
	"path"
	"slices"
	"strings"

	"dossier/generator/importer/matter"
)

// defaults are the keys that the configuration gives to a file which does not write
// them: by its folder, or a pattern of its path, and by what it is. The narrower
// scope comes first, and of two the later.
func (r *reader) defaults(f string) matter.Map {
	all, _ := r.conf.Get("defaults").([]matter.Value)
	type scoped struct {
		narrow int
		values matter.Map
	}
	var found []scoped
	for _, v := range all {
		rule, _ := v.(matter.Map)
		scope, _ := rule.Get("scope").(matter.Map)
		values, _ := rule.Get("values").(matter.Map)
		at, kind := strings.Trim(scope.Text("path"), "/"), scope.Text("type")
		if within(f, at) && (kind == "" || kind == typeOf(f)) {
			n := 2 * len(at)
			if kind != "" {
				n++
			}
			found = append(found, scoped{n, values})
		}
	}
	slices.Reverse(found)
	slices.SortStableFunc(found, func(a, b scoped) int { return b.narrow - a.narrow })
	var out matter.Map
	for _, s := range found {
		out = append(out, s.values...)
	}
	return out
}

// within reports a file that lies in a folder or is of a pattern.
func within(f, at string) bool {
	if at == "" || f == at || strings.HasPrefix(f, at+"/") {
		return true
	}
	for dir := f; dir != "."; dir = path.Dir(dir) {
		if ok, _ := path.Match(at, dir); ok {
			return true
		}
	}
	return false
}

// typeOf is what Jekyll calls a file: posts, drafts, a collection's name, or pages.
func typeOf(f string) string {
	kind := "pages"
	for _, dir := range strings.Split(path.Dir(f), "/") {
		if dir[0] == '_' {
			kind = dir[1:]
		}
	}
	return kind
}
