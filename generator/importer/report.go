package importer

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/generator/importer/marked"
	"dossier/generator/importer/origin"
)

// ReportHead begins a report: what is not one is not written over.
const ReportHead = "# Import of "

// report says what became of each file.
func (d *dossier) report(f *Files) string {
	var texts []*text
	for _, g := range d.groups {
		texts = append(texts, g.texts...)
	}
	slices.SortFunc(texts, func(a, b *text) int { return strings.Compare(a.File, b.File) })
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s (%s)\n\n", ReportHead, strings.ReplaceAll(d.Dir, `\`, "/"), d.Program)
	look := slices.DeleteFunc(slices.Clone(texts), func(t *text) bool { return len(t.Notes.Look) == 0 })
	fmt.Fprintf(&b, "Imported: %d texts, %d pictures and documents. Texts with something that somebody should look at: %d. Files that were left out: %d.\n", len(texts), f.media, len(look), len(d.site.Left))
	section(&b, "What was turned, in all texts")
	all := map[string]int{}
	for _, t := range texts {
		for what, n := range t.Notes.Turned {
			all[what] += n
		}
	}
	if len(all) > 0 {
		fmt.Fprintf(&b, "- %s\n", turned(all))
	}
	if len(d.site.Left) > 0 {
		section(&b, "Files that were left out")
		for _, l := range d.site.Left {
			fmt.Fprintf(&b, "- %s: %s\n", marked.CodeSpan(l.File), l.Why)
		}
	}
	b.WriteString("\n## Texts\n")
	for _, t := range texts {
		is := "is " + marked.CodeSpan(t.target)
		if t.isStub() {
			is = "has no text of its own, so that the original is shown; its title was: " + marked.Inline(t.Title)
		}
		fmt.Fprintf(&b, "\n### %s\n\n%s\n", marked.CodeSpan(t.File), is)
		lines(&b, t.Notes)
	}
	used := map[string]bool{}
	for _, file := range d.media.source {
		used[file] = true
	}
	var unused []string
	for _, m := range d.site.Media {
		if isMedia(m.File) && !used[m.File] {
			unused = append(unused, m.File)
		}
	}
	others(&b, d.tree, d.site, used, unused)
	if len(unused) > 0 {
		section(&b, "Pictures and documents that no text shows or links to")
		for _, file := range slices.Sorted(slices.Values(unused)) {
			fmt.Fprintf(&b, "- %s\n", marked.CodeSpan(file))
		}
	}
	section(&b, "Pictures and documents")
	for _, name := range d.media.paths() {
		fmt.Fprintf(&b, "- %s is %s\n", marked.CodeSpan(d.media.source[name]), marked.CodeSpan(name))
	}
	return b.String()
}

// others counts the files that are neither texts nor named elsewhere in the report, by
// folder and ending: what makes the look of the site, and what no dossier holds.
func others(b *strings.Builder, tree origin.Tree, site *origin.Site, used map[string]bool, unused []string) {
	known, folders := map[string]bool{}, []string{}
	for _, doc := range site.Docs {
		known[doc.File] = true
	}
	for _, l := range site.Left {
		if known[l.File] = true; strings.HasSuffix(l.File, "/") {
			folders = append(folders, l.File)
		}
	}
	for _, f := range unused {
		known[f] = true
	}
	by := map[string]map[string]int{}
	for _, f := range tree.Files {
		if known[f] || used[f] || slices.ContainsFunc(folders, func(dir string) bool { return strings.HasPrefix(f, dir) }) {
			continue
		}
		dir, ending := path.Dir(f)+"/", path.Ext(f)
		if by[dir] == nil {
			by[dir] = map[string]int{}
		}
		if ending == "" || dir == "./" {
			ending = path.Base(f)
		}
		by[dir][ending]++
	}
	if len(by) == 0 {
		return
	}
	section(b, "Other files, which no dossier holds")
	for _, dir := range slices.Sorted(maps.Keys(by)) {
		fmt.Fprintf(b, "- %s: %s\n", marked.CodeSpan(dir), turned(by[dir]))
	}
}

func section(b *strings.Builder, title string) { fmt.Fprintf(b, "\n## %s\n\n", title) }

func lines(b *strings.Builder, n origin.Notes) {
	if len(n.Turned)+len(n.Look)+len(n.Hidden)+len(n.Dropped) > 0 {
		b.WriteString("\n")
	}
	for _, s := range n.Look {
		fmt.Fprintf(b, "- look: %s\n", s)
	}
	if len(n.Turned) > 0 {
		fmt.Fprintf(b, "- turned: %s\n", turned(n.Turned))
	}
	for _, s := range n.Hidden {
		fmt.Fprintf(b, "- kept as a comment: %s\n", marked.CodeSpan(s))
	}
	for _, s := range n.Dropped {
		fmt.Fprintf(b, "- left out: %s\n", s)
	}
}

func turned(by map[string]int) string {
	var parts []string
	for _, what := range slices.Sorted(maps.Keys(by)) {
		parts = append(parts, fmt.Sprintf("%d %s", by[what], what))
	}
	return strings.Join(parts, "; ")
}
