package link

import (
	"cmp"
	"slices"
	"sort"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// Again resolves a corpus that differs from the one that was resolved last by an edit,
// and takes about as long as what was edited: the site is laid over the one before. The
// diagnostics are those of the texts of the articles that are other values, but for names
// that may be one of two entities; these, and all of other files, are what they were. Named are
// the pages of which it has changed what names them.
//
// It is not ok when the edit can change what is found in other texts: then nothing is
// given, and Resolve must be called next.
func (r *Resolver) Again(was *model.Site, e *model.Edit) (site *model.Site, faults diag.List, named map[model.Key]bool, ok bool) {
	p := r.last
	if p == nil || p.corpus != e.Was || len(e.Now.Drafts) > 0 && len(e.Now.Media) > 0 {
		return nil, nil, nil, false
	}
	r.last = nil // until it is whole again
	if r.reader == nil {
		r.reader = p.newReader()
	}
	p.docs = slices.Clone(p.docs) // the site before has the others
	x := &edited{pass: p, anchors: map[*model.Text][]model.Anchor{}, named: map[model.Key]bool{}}
	for old, now := range e.Docs {
		for i := range p.jobsIn(old, now) {
			if !r.reread(x, i, now) {
				return nil, nil, nil, false
			}
			p.jobs[i].faults(&faults)
		}
	}
	p.corpus = e.Now
	site = &model.Site{Corpus: e.Now, Numbered: p.docs, Anchors: was.Anchors.With(x.anchors), Relations: was.Relations}
	site.Backlinks = was.Backlinks.With(x.backlinks(was, e))
	r.last = p
	return site, faults, x.named, true
}

// edited is the work on an edit.
type edited struct {
	*pass
	anchors map[*model.Text][]model.Anchor
	named   map[model.Key]bool // pages that a text names now and did not, or the other way about
}

// jobsIn puts a doc in its old value's place, and gives which jobs are its texts'.
func (p *pass) jobsIn(was, now *model.Doc) func(yield func(int) bool) {
	n := p.number(was.Key)
	p.docs[n] = now
	return func(yield func(int) bool) {
		i := sort.Search(len(p.jobs), func(i int) bool { return p.jobs[i].in >= n })
		for ; i < len(p.jobs) && p.jobs[i].in == n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

// reread reads a text of a doc anew if it is another; false when that may change what
// is found in others.
func (r *Resolver) reread(x *edited, i int, d *model.Doc) bool {
	j := &x.jobs[i]
	old, text := j.found, d.Texts.In(j.text.Lang)
	if text == j.text {
		return true
	}
	if !slices.EqualFunc(j.text.Body.Headings, text.Body.Headings, func(a, b prose.Heading) bool { return a.ID == b.ID && a.Text == b.Text }) {
		return false // links lead to them
	}
	delete(r.found, j.text)
	x.anchors[j.text] = nil
	j.text, j.found = text, &finding{basis: old.basis}
	r.found[text] = j.found
	r.reader.read(j)
	if len(old.names.Shared)+len(j.found.names.Shared) > 0 { // of all texts the first with such a name is told of it
		return false
	}
	if j.edition >= 0 && !r.editions[j.edition].common.Replace(&old.names, &j.found.names) {
		return false
	}
	if len(j.found.anchors) > 0 {
		x.anchors[text] = j.found.anchors
	}
	x.differ(old, j.found)
	return true
}

// differ notes which pages a text named before or names now, but not both.
func (x *edited) differ(was, now *finding) {
	has := func(of []target, page int32) bool {
		return slices.ContainsFunc(of, func(t target) bool { return t.page == page })
	}
	for _, t := range was.targets {
		if !has(now.targets, t.page) {
			x.named[x.keys[t.page]] = true
		}
	}
	for _, t := range now.targets {
		if !has(was.targets, t.page) {
			x.named[x.keys[t.page]] = true
		}
	}
}

// backlinks are those of all pages that a text of the articles mentions or mentioned: what refers
// to a page by front matter is the same by number.
func (x *edited) backlinks(was *model.Site, e *model.Edit) map[model.Key]*model.Backlinks {
	out := map[model.Key]*model.Backlinks{}
	to := func(key model.Key) *model.Backlinks {
		if out[key] == nil {
			out[key] = &model.Backlinks{}
			if b := was.Backlinks.Of(key); b != nil {
				*out[key] = *b
			}
		}
		return out[key]
	}
	for _, a := range e.Articles {
		first := x.number(a.Was.Key)
		end, now := first+1+int32(len(a.Was.Sections)), x.mentionsIn(a.Now)
		for key := range x.named {
			if _, ok := now[key]; !ok {
				now[key] = nil // it is no more
			}
		}
		for key, mentions := range now {
			var list []model.Mention
			if b := cmp.Or(out[key], was.Backlinks.Of(key)); b != nil {
				list = b.Mentions
			}
			begin := sort.Search(len(list), func(i int) bool { return list[i].In >= first })
			rest := sort.Search(len(list), func(i int) bool { return list[i].In >= end })
			if !slices.Equal(list[begin:rest], mentions) {
				to(key).Mentions = slices.Concat(list[:begin], mentions, list[rest:])
			}
		}
	}
	for key, b := range out {
		if len(b.Credits)+len(b.Sections)+len(b.Events)+len(b.Others)+len(b.Mentions) == 0 {
			out[key] = nil
		}
	}
	return out
}

// mentionsIn are the mentions in an article and its sections by what is mentioned, in order.
func (x *edited) mentionsIn(a *model.Article) map[model.Key][]model.Mention {
	out := map[model.Key][]model.Mention{}
	add := func(d *model.Doc) {
		for i := range x.jobsIn(d, d) {
			j := &x.jobs[i]
			for _, t := range j.found.targets {
				key := x.keys[t.page]
				out[key] = append(out[key], x.mention(j, t.anchor))
			}
		}
	}
	add(&a.Doc)
	for _, s := range a.Sections {
		add(&s.Doc)
	}
	return out
}
