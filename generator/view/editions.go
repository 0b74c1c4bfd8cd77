package view

import (
	"slices"

	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/prose"
	"dossier/generator/voice"
)

// otherEditions links to the same page in every edition. Of very many, a page
// links to the first and to the page about translations, which has all, and
// names as alternates those that have the text in their own language: so the
// site grows with its texts, and not with the pairs of its languages.
func (p framer) otherEditions(f *layout.Page) {
	all := p.site.plan
	if len(all.Editions) < 2 {
		return
	}
	many, original := all.ManyEditions(), all.Site.Settings.Default()
	byDefault := ""
	for i, e := range all.Editions {
		own := p.Doc != nil && p.Doc.Texts.In(e.Lang) != nil || e.Lang == original
		if many && i >= limits.MaxMenuLinks && !own && e.Lang != p.Lang {
			continue
		}
		key := p.Key
		same := all.Has(e.Lang, key)
		if !same {
			key = p.base().Key
		}
		if p.Kind == plan.Parallel {
			key, same = p.parallelIn(e.Lang, key)
		}
		file := all.Path(e.Lang, key)
		if !many || i < limits.MaxMenuLinks || e.Lang == p.Lang {
			f.Editions = append(f.Editions, layout.Link{
				Text: p.site.editions[e.Lang].name, Href: p.href(file), Lang: e.Lang, Current: e.Lang == p.Lang,
			})
		}
		if u := all.URL(file); u != "" && same && p.Kind != plan.Parallel && (!many || own || e.Lang == p.Lang) {
			f.Alternates = append(f.Alternates, layout.Alternate{Lang: e.Lang, URL: u})
			if e.Lang == original {
				byDefault = u
			}
		}
	}
	if byDefault != "" {
		f.Alternates = append(f.Alternates, layout.Alternate{Lang: "x-default", URL: byDefault})
	}
	if many {
		more := p.link(plan.TranslationsKey, p.Say("contents.more"))
		f.MoreEditions = &more
	}
}

// parallelIn is the page of an edition that comes nearest to the parallel page
// of a key: the same two languages, else the article.
func (p framer) parallelIn(lang string, key model.Key) (_ model.Key, same bool) {
	for _, other := range p.site.plan.Parallels(p.Article) {
		switch {
		case other.Edition.Lang != lang:
		case lang == p.Lang:
			return key, true
		case other.Beside == p.Lang || lang != p.site.model().Settings.Default():
			return other.Key, false
		}
	}
	return p.Article.Key, false
}

// stale says how the original of the page's text has changed since; nil when
// it has not.
func (p framer) stale() *layout.Stale {
	original := p.Doc.Original(p.site.model().Settings.Default())
	if p.Text(p.Doc) == original {
		return nil
	}
	changes := model.Drift(original, p.Text(p.Doc))
	if len(changes) == 0 {
		return nil
	}
	there := p.href(p.site.plan.Path(original.Lang, p.Doc.Key))
	s := &layout.Stale{Original: layout.Link{Text: voice.LanguageName(original.Lang), Href: there, Lang: original.Lang}}
	for _, c := range changes {
		if c.Block == prose.Head || c.Kind == prose.Removed {
			continue
		}
		change := p.Say("stale.paragraph", c.Block+1).Link()
		change.Href = there + "#" + bodyPlace{}.blockID(c.Block)
		s.Changes = append(s.Changes, change)
	}
	return s
}

// translations says what is current, behind or missing in each further
// edition, as far as the page has room for it.
func translations(p *page) layout.Translations {
	out := layout.Translations{Page: p.frame(p.Say("translations.about"))}
	all := p.lists.Translations()
	out.Parts = p.pager(all.Name, p.Words("translations"))
	for _, s := range p.lists.States() {
		words := p.Say("translations.whole", s.Current)
		if len(s.Behind)+len(s.Missing) > 0 {
			words = p.Say("translations.state", s.Current, len(s.Behind), len(s.Missing))
		}
		out.States = append(out.States, layout.EditionState{
			Name: layout.Link{Text: voice.LanguageName(s.Lang), Lang: s.Lang, Href: p.href(p.site.plan.Path(s.Lang, ""))}, ID: "edition_" + s.Lang,
			Summary: words.Text, SummaryIn: words.Lang,
		})
	}
	for _, u := range onThisPage(p, all) {
		item := layout.Item{Link: p.docLink(u.Doc)}
		item.Href = p.href(p.site.plan.Path(p.lists.States()[u.State].Lang, u.Doc.Key))
		if state := &out.States[u.State]; u.Behind {
			state.Behind = append(state.Behind, item)
		} else {
			state.Missing = append(state.Missing, item)
		}
	}
	if p.Of != nil {
		out.States = slices.DeleteFunc(out.States, func(s layout.EditionState) bool { return len(s.Behind)+len(s.Missing) == 0 })
	}
	return out
}
