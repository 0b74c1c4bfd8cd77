package link

import (
	"crypto/sha256"
	"encoding/binary"

	"dossier/generator/names"
	"dossier/generator/packed"
)

// Memory is where a resolver finds what one of an earlier run of the program found, and
// keeps what it finds for the next: where a text has the names that it had, as long as the
// names of its language are the same, and it says the same and links to the same.
type Memory struct {
	// Sum gives the SHA-256 of the bytes of a content file, where these are known.
	Sum func(file string) (sum [sha256.Size]byte, ok bool)
	// Found gives what was kept last for a language; "" for nothing.
	Found func(lang string) string
	// Keep keeps what was found in all texts of a language.
	Keep func(lang string, found []byte)
}

// Recalling gives a resolver that has seen no corpus, and knows what was found in an
// earlier run.
func Recalling(m *Memory) *Resolver { return &Resolver{memory: m} }

// textKey tells texts apart, with all that what is found in them depends on but the names.
type textKey [16]byte

// known is what was found in the texts of an edition in an earlier run.
type known struct {
	sum   [sha256.Size]byte // of the matcher
	texts map[textKey]string
}

// known is what is known of each edition.
func (r *Resolver) known() []known {
	all := make([]known, len(r.editions))
	for i, e := range r.editions {
		k := known{sum: e.matcher.Sum(), texts: map[textKey]string{}}
		in := packed.Read(r.memory.Found(e.lang))
		if in.Bytes(len(k.sum)) == string(k.sum[:]) {
			n := in.Count()
			k.texts = make(map[textKey]string, n)
			for range n {
				var key textKey
				copy(key[:], in.Bytes(len(key)))
				k.texts[key] = in.Text()
			}
		}
		all[i] = k
	}
	return all
}

// keep keeps what was found in all texts of a pass.
func (r *Resolver) keep(p *pass) {
	texts := make([]packed.Writer, len(p.known))
	counts, told := make([]int, len(p.known)), make([]int, len(p.known))
	for i := range p.jobs {
		j := &p.jobs[i]
		if j.edition < 0 || j.found.packed == "" {
			continue
		}
		w := &texts[j.edition]
		counts[j.edition]++
		if p.known[j.edition].texts[j.found.kept] == j.found.packed {
			told[j.edition]++
		}
		w.Bytes(j.found.kept[:])
		w.Text(j.found.packed)
	}
	for i, k := range p.known {
		if told[i] == len(k.texts) && told[i] == counts[i] {
			continue // that is what is known
		}
		w := packed.Writer{Buf: make([]byte, 0, len(texts[i].Buf)+64)}
		w.Bytes(k.sum[:])
		w.Number(counts[i])
		w.Bytes(texts[i].Buf)
		r.memory.Keep(r.editions[i].lang, w.Buf)
	}
}

// named gives what the names of its language find in a text: mentions of entities that are
// not linked, or no more than the nouns where none are wanted. What is given is there until
// the next call.
func (r *reader) named(j *job, linked []int) []names.Found {
	find := func() ([]names.Found, names.Findings) {
		of := r.namesOf(j.edition)
		if !j.found.mentions {
			return nil, of.Nouns(&j.text.Body)
		}
		return of.Mentions(&j.text.Body, linked)
	}
	if r.known == nil {
		found, findings := find()
		j.found.names = findings
		return found
	}
	key, ok := r.textKey(j, linked)
	if was, told := r.known[j.edition].texts[key]; ok && told {
		e := r.editions[j.edition]
		found, findings, whole := e.matcher.Unpack(packed.Read(was), &j.text.Body)
		if whole && (!r.agreed || e.common.Holds(&findings)) {
			j.found.names, j.found.kept, j.found.packed = findings, key, was
			return found
		}
	}
	found, findings := find()
	j.found.names, j.found.packed = findings, ""
	if ok {
		r.writer.Buf = r.writer.Buf[:0]
		names.Pack(&r.writer, found, &findings)
		j.found.kept, j.found.packed = key, string(r.writer.Buf)
	}
	return found
}

// textKey is not ok where the bytes of the text's file are not known.
func (r *reader) textKey(j *job, linked []int) (key textKey, ok bool) {
	sum, ok := r.memory.Sum(j.text.File)
	if !ok {
		return key, false
	}
	b := append(r.buf[:0], sum[:]...)
	b = append(append(b, j.text.File...), 0)
	b = append(append(b, j.text.Lang...), 0)
	b = binary.AppendVarint(b, int64(len(j.text.Body.HTML))) // in which are the ids of footnotes, whose beginning is not the file's
	if j.found.mentions {
		b = append(b, 1)
		for _, i := range linked {
			b = binary.AppendVarint(b, int64(i))
		}
	}
	r.buf = b
	all := sha256.Sum256(b)
	return textKey(all[:len(key)]), true
}
