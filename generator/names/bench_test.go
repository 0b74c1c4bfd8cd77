package names

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dossier/generator/prose"
)

// words of a made-up language in the script of lang.
func someWords(rng *rand.Rand, lang string, n int) []string {
	onsets, rhymes := strings.Fields("b br d dr f g gr h k l m n p pr r s st t tr v z"), strings.Fields("a an ar e el en er i in ist o on or u ul")
	if lang == "ru" {
		onsets, rhymes = strings.Fields("б бр в г гр д з к кр л м н п пр р с ст т тр х ц"), strings.Fields("а ан ар е ел ен ер и ин ист о он ор у ул ый ия")
	}
	out := make([]string, n)
	for i := range out {
		for range 2 + rng.IntN(3) {
			out[i] += onsets[rng.IntN(len(onsets))] + rhymes[rng.IntN(len(rhymes))]
		}
	}
	return out
}

// largeProse has 5,000 names, and sections of running text that name one of
// them in each fortieth word, a megabyte in all.
func largeProse(t testing.TB, lang string) ([]Entity, []*prose.Body) {
	rng := rand.New(rand.NewPCG(1, 2))
	vocabulary := someWords(rng, lang, 20_000)
	parts := someWords(rng, lang, 6_000)
	title := func(w string) string { return strings.ToUpper(w[:len(head(w))]) + w[len(head(w)):] }
	var entities []Entity
	for i := range 5_000 {
		name := title(parts[rng.IntN(len(parts))])
		for range rng.IntN(3) {
			name += " " + title(parts[rng.IntN(len(parts))])
		}
		entities = append(entities, Entity{ID: fmt.Sprintf("actors/%d", i), Name: name})
	}
	zipf := rand.NewZipf(rng, 1.1, 4, uint64(len(vocabulary)-1)) // as words are in running text
	var bodies []*prose.Body
	for size := 0; size < 1<<20; {
		var b strings.Builder
		for range 400 {
			w := vocabulary[zipf.Uint64()]
			switch rng.IntN(40) {
			case 0:
				w = entities[rng.IntN(len(entities))].Name
			case 1:
				w = title(w)
			case 2:
				w += "."
			case 3:
				w += ","
			}
			b.WriteString(w + " ")
		}
		bodies = append(bodies, body(t, lang, b.String()))
		size += b.Len()
	}
	return entities, bodies
}

// BenchmarkMentions measures finding the mentions of 5,000 names in a megabyte.
// "cold" makes the matcher anew each time and meets each word for the first
// time.
func BenchmarkMentions(b *testing.B) {
	for _, lang := range []string{"en", "ru"} {
		entities, bodies := largeProse(b, lang)
		size := 0
		for _, b := range bodies {
			size += len(b.HTML)
		}
		run := func(r *Reader) (n int) {
			for _, b := range bodies {
				found, _ := r.Mentions(b, nil)
				n += len(found)
			}
			return n
		}
		anew := func() *Reader {
			m := New(entities, lang)
			return m.NewReader(m.NewCommon())
		}
		b.Run(lang+"/warm", func(b *testing.B) {
			r := anew()
			found := run(r)
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				run(r)
			}
			b.ReportMetric(float64(found), "mentions")
		})
		b.Run(lang+"/cold", func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				run(anew())
			}
		})
		b.Run(lang+"/names", func(b *testing.B) {
			for b.Loop() {
				anew()
			}
		})
	}
}
