package link

import (
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"dossier/generator/model"
)

// index finds pages by the names that links may use. Pages are numbered: the
// docs as they come in documents, then the lists of the kinds. It holds no
// text, and for as long as docs, kinds, files and media keep their names.
type index struct {
	made from

	keys    []model.Key // by number
	docs    int         // how many of them are docs
	numbers map[model.Key]int32
	byID    map[string]int32 // the first doc with an id; home has none
	sameID  []int32          // by number: the next doc with its id; 0 for none
	byFile  map[string]int32 // for relative links to content files
	isMedia map[string]bool
	former  map[string][]int32 // what had an id, a key or "article/section"

	// Suggestions for what was misspelt, in their order:
	ids, fileNames, mediaNames func() []string
}

// from is what an index is made from.
type from struct {
	docs, kinds  []model.Key
	files, media []string // files of docs, each followed by those of its texts
	formers      []former
}

func (f from) equal(g from) bool {
	return slices.Equal(f.docs, g.docs) && slices.Equal(f.files, g.files) &&
		slices.Equal(f.kinds, g.kinds) && slices.Equal(f.media, g.media) && slices.Equal(f.formers, g.formers)
}

// fromOf gathers what the index of a corpus is made from.
func fromOf(c *model.Corpus, docs []*model.Doc, texts []job) from {
	f := from{docs: make([]model.Key, len(docs)), files: make([]string, 0, len(docs)+len(texts))}
	for i, d := range docs {
		f.docs[i] = d.Key
		f.files = append(f.files, d.File)
		for ; len(texts) > 0 && texts[0].in == int32(i); texts = texts[1:] {
			f.files = append(f.files, texts[0].text.File)
		}
	}
	for _, k := range c.Kinds {
		f.kinds = append(f.kinds, model.Key(k.ID))
	}
	f.formers = formersOf(docs)
	for _, m := range c.Media {
		f.media = append(f.media, m.File)
	}
	return f
}

func newIndex(made from, docs []*model.Doc, texts []job) *index {
	x := &index{
		made: made, keys: slices.Concat(made.docs, made.kinds), docs: len(docs),
		numbers: make(map[model.Key]int32, len(docs)+len(made.kinds)),
		byID:    make(map[string]int32, len(docs)), sameID: make([]int32, len(docs)),
		byFile: make(map[string]int32, len(docs)+len(texts)), isMedia: make(map[string]bool, len(made.media)), former: map[string][]int32{},
	}
	for n := len(x.keys) - 1; n >= 0; n-- { // from the last, so that of each id the first doc comes first
		x.numbers[x.keys[n]] = int32(n)
		if n > 0 && n < x.docs {
			id := x.keys[n].ID()
			x.sameID[n] = x.byID[id]
			x.byID[id] = int32(n)
		}
	}
	for _, f := range made.formers {
		x.addFormer(f)
	}
	for _, t := range texts {
		if t.in != home && t.text.File != "" {
			x.byFile[t.text.File] = t.in
		}
	}
	for n, d := range docs {
		if strings.HasPrefix(string(d.Key), model.Articles+"/") && path.Base(d.File) == "index.md" {
			x.byFile[path.Dir(d.File)] = int32(n)
		}
	}
	x.byFile[""], x.byFile["index.md"] = home, home
	for i, key := range made.kinds {
		x.byFile[string(key)] = int32(len(docs) + i)
	}
	for _, file := range made.media {
		x.isMedia[file] = true
	}
	x.ids = sync.OnceValue(x.sortedIDs)
	x.mediaNames = sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(x.isMedia)) })
	x.fileNames = sync.OnceValue(func() []string { return slices.Concat(slices.Sorted(maps.Keys(x.byFile)), x.mediaNames()) })
	return x
}

// home is the number of the home page.
const home = 0

// number gives the number of a page that exists.
func (x *index) number(key model.Key) int32 {
	n, ok := x.numbers[key]
	if !ok {
		panic("link: nothing has the key " + string(key))
	}
	return n
}

// identified are the docs with an id, a key or "article/section" of that name,
// in their order. Of many with an id two are enough to tell that, besides the
// article that goes behind them.
func (x *index) identified(name string) []int32 {
	var out []int32
	for n := x.byID[name]; n != 0 && len(out) < 3; n = x.sameID[n] {
		out = append(out, n)
	}
	if n := x.numbers[model.Key(name)]; n > 0 && int(n) < x.docs {
		out = append(out, n)
	}
	if strings.Contains(name, "/") {
		if n, ok := x.numbers[model.Articles+"/"+model.Key(name)]; ok {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return x.lessArticles(out)
}

// lessArticles leaves an article out where an entity or a section is called the
// same.
func (x *index) lessArticles(found []int32) []int32 {
	isArticle := func(n int32) bool {
		id, ok := strings.CutPrefix(string(x.keys[n]), model.Articles+"/")
		return ok && !strings.Contains(id, "/")
	}
	isOther := func(n int32) bool { return n != home && !isArticle(n) && x.keys[n].Kind() != model.Pages }
	if !slices.ContainsFunc(found, isOther) {
		return found
	}
	return slices.DeleteFunc(slices.Clone(found), isArticle)
}

// sortedIDs are all that identified knows.
func (x *index) sortedIDs() []string {
	var out []string
	for _, key := range x.keys[home+1 : x.docs] {
		out = append(out, string(key), key.ID())
		if rest, ok := strings.CutPrefix(string(key), model.Articles+"/"); ok && strings.Contains(rest, "/") {
			out = append(out, rest)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
