package content

import (
	"golang.org/x/text/unicode/norm"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// keys holds each key that was met so far once: most are written many times.
type keys map[string]model.Key

// key is the key of an id of a kind.
func (k keys) key(kind, written string) model.Key {
	var space [64]byte
	whole := append(append(append(space[:0], kind...), '/'), written...)
	if key, ok := k[string(whole)]; ok {
		return key
	}
	key := string(whole)
	k[key] = model.Key(key)
	return model.Key(key)
}

// tag is an unresolved reference; builder.resolve finds the entity.
func (k keys) tag(kind, written string, pos diag.Pos) model.Tag {
	return model.Tag{Key: k.key(kind, norm.NFC.String(written)), Pos: pos}
}

// tags appends a list of ids of a kind, still as written.
func (k keys) tags(v value, kind string, to []model.Tag) []model.Tag {
	for x := range v.entries() {
		if s := x.word(); s != "" {
			to = append(to, k.tag(kind, s, x.Pos))
		}
	}
	return to
}

// oneTag is one id of a kind ("" for any kind), still as written.
func (k keys) oneTag(v value, kind string) *model.Tag {
	s := v.word()
	if s == "" {
		return nil
	}
	t := k.tag(kind, s, v.Pos)
	return &t
}

// someTags reads one id or a list of ids.
func (k keys) someTags(v value, kind string) []model.Tag {
	if v.IsList {
		return k.tags(v, kind, nil)
	}
	if t := k.oneTag(v, kind); t != nil {
		return []model.Tag{*t}
	}
	return nil
}
