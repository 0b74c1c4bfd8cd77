package keys

import "dossier/generator/model"

// mentions are the places where an entity is named.
func (k *keys) mentions(e *model.Entity) []model.Mention {
	if b := k.Site.Backlinks.Of(e.Key); b != nil {
		return b.Mentions
	}
	return nil
}

// inProse reports a doc whose prose is an article's or a page's, not an entity's.
func inProse(d *model.Doc) bool {
	kind := d.Key.Kind()
	return kind == model.Articles || kind == model.Pages
}

// naming is the key of who is named by whom.
func (k *keys) naming() Key {
	h := k.hash()
	for _, e := range k.Site.Entities {
		all := k.mentions(e)
		h.int(len(all))
		for _, m := range all {
			h.mention(k.Site.Of(m))
		}
		h.flush()
	}
	return k.done(h)
}

// named adds how often events are named: the charts of a page leave out those that are named least.
func (k *keys) named(h *hash, e *model.Entity) {
	if e.Key.Kind() == model.Events {
		h.string(string(e.Key))
		h.int(len(k.mentions(e)))
	}
}

// tagged adds how often the events that a section is tagged with are named.
func (k *keys) tagged(h *hash, s *model.Section) {
	for _, n := range k.Lists.Tags[k.Lists.Reading(s)] {
		k.named(h, k.Lists.Entities[n])
	}
}
