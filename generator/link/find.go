package link

import (
	"slices"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// Find gives the docs that [[name]] means, in their order; near is the id or name nearest
// to one that means none. Now says that it is a former id.
func Find(c *model.Corpus, name string) (found []*model.Doc, now bool, near string) {
	docs, entities := documents(c)
	texts := jobsOf(c, docs)
	l := newLinker(newIndex(fromOf(c, docs, texts), docs, texts), docs, entities, c)
	name = norm.NFC.String(name)
	pages, by := l.called(name)
	for _, n := range pages {
		if int(n) < len(docs) {
			found = append(found, docs[n])
		}
	}
	if len(found) == 0 {
		near = diag.Nearest(name, slices.Values(l.targets()))
	}
	return found, by == byFormerID, near
}
