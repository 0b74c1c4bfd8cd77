package names

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dossier/generator/prose"
)

// syllables are made of an onset and a rhyme, by language.
var syllables = map[string][2]string{
	"en": {"b br d dr f g gr h k l m n p pr r s st t tr v z", "a an ar e el en er i in ist o on or u ul"},
	"ru": {"б бр в г гр д з к кр л м н п пр р с ст т тр х ц", "а ан ар е ел ен ер и ин ист о он ор у ул ый ия"},
	"uk": {"б бр в г гр д з к кр л м н п пр р с ст т тр х ц", "а ан ар е ел ен ер і ін ист о он ор у ул ий ія"},
	"be": {"б бр в г гр д з к кр л м н п пр р с ст т тр х ц", "а ан ар е ел ен эр і ін іст о он ор у ул ы ія"},
	"pl": {"b br d dr f g gr h k ł m n p pr r s ść t tr w ż", "a an ar e el en er i in ista o on ór y ul owy"},
	"cs": {"b br d dr f g gr h k l m n p pr ř š st t tr v ž", "a án ar e el en er í ín ista o on or ů ul ový"},
	"de": {"b br d dr f g gr h k l m n p pr r s st t tr w z", "a an är e el en er i in ist o ön or ü ung"},
	"kk": {"б бр д ғ з к қ л м н п р с т ж ш", "а ан ар е ел ен ер і ің ік о он ұр ы ық ай"},
	"ky": {"б бр д г з к л м н п р с т ж ш ч", "а ан ар е ел ен ер и иң ик о он өр ы ык ай"},
	"tr": {"b c ç d g h k l m n p r s ş t v y z", "a an ar e el en er i in ik o ön ür ı ık ay"},
	"hy": {"բ գ դ զ թ լ խ կ հ մ ն պ ս վ տ ր", "ա ան ար ե ել են եր ի ին իկ ո ոն որ ու ույր ություն"},
	"ar": {"ب ت ج ح د ر س ش ع ف ق ك ل م ن", "ا ان ار ي يل ين ير و ون ة ال"},
}

// someWords are words of a made-up language in the script of lang.
func someWords(rng *rand.Rand, lang string, n int) []string {
	onsets, rhymes := strings.Fields(syllables[lang][0]), strings.Fields(syllables[lang][1])
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
	for _, lang := range slices.Sorted(maps.Keys(syllables)) {
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
