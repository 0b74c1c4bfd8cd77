package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/prose"
)

// Alike are words of a text that begin like a name and are in no form of it that
// is known.
type Alike struct {
	Name       string
	Text       string
	Start, End int // of its HTML
}

// Seeker finds what is like the names of one entity. It is for one goroutine.
type Seeker struct {
	r     *Reader
	names []soughtName
}

type soughtName struct {
	name  string
	words []lexeme
}

// NewSeeker makes a seeker for an entity by its index. Where names do not change it
// finds nothing: what begins like a name is another word.
func (m *Matcher) NewSeeker(entity int) *Seeker {
	s := &Seeker{r: m.NewReader(m.NewCommon())}
	if m.language.still {
		return s
	}
	e := &m.entities[entity]
	m.language.eachName(e, func(name, of string, how How) {
		words := m.language.lexemes(name, e, how != ByForms)
		for i := range words {
			if _, ok := words[i].beginning(); ok {
				s.names = append(s.names, soughtName{of, words})
				break
			}
		}
	})
	return s
}

// beginning is what a word that is like x begins with; ok is false when x is too
// short to tell.
func (x *lexeme) beginning() (start string, ok bool) {
	const least = 4 // letters
	letters := []rune(x.text)
	if len(letters) < least || !unicode.IsLetter(letters[0]) || isSolid(letters[0]) {
		return "", false
	}
	endings := 2
	if len(letters) >= 2*least {
		endings = 3
	}
	return string(letters[:max(least, len(letters)-endings)]), true
}

// isLike reports a word, folded, that begins like x and may be a form of it.
func (x *lexeme) isLike(word string) bool {
	const longer = 4 // letters
	start, ok := x.beginning()
	rest, begins := strings.CutPrefix(word, start)
	return ok && begins && strings.IndexFunc(rest, unicode.IsUpper) < 0 && utf8.RuneCountInString(word) <= utf8.RuneCountInString(x.text)+longer
}

// isForm reports a word, folded, that is a known form of x.
func (x *lexeme) isForm(word string) bool {
	fits, _ := x.fits(word)
	return fits && x.cases(strings.ToLower(word)) != 0
}

// Read finds what is like a name in a text, in its order. What is a name of any
// entity is not, nor a single word that may owe its capital to the beginning of a
// sentence.
func (s *Seeker) Read(b *prose.Body) (out []Alike) {
	if len(s.names) == 0 {
		return nil
	}
	var tokens []token
	var words []string
	for c := (cursor{b: b}); ; {
		t, ok := c.next()
		if !ok {
			break
		}
		tokens, words = append(tokens, t), append(words, s.r.m.language.fold(b.HTML[t.start:t.end]))
	}
	taken := s.taken(b, tokens)
	for i := 0; i < len(tokens); i++ {
		for _, n := range s.names {
			if n.isAt(tokens, words, taken, i) && !(len(n.words) == 1 && s.startsSentence(b, tokens[i])) {
				last := i + len(n.words) - 1
				out = append(out, Alike{n.name, shown(b, tokens[i:last+1]), tokens[i].start, tokens[last].end})
				i = last
				break
			}
		}
	}
	return out
}

// taken are the words that are part of a name in a form that is known.
func (s *Seeker) taken(b *prose.Body, tokens []token) []bool {
	taken := make([]bool, len(tokens))
	s.r.steps = 0
	for i := 0; i < len(tokens); i++ {
		e := s.r.entry(b.HTML[tokens[i].start:tokens[i].end])
		if e == nil || !e.starts {
			continue
		}
		found := s.r.find(b, tokens[i], e)
		for n := range found.length {
			taken[i+n] = true
		}
		i += max(found.length, 1) - 1
	}
	return taken
}

// isAt reports words that are like the name, from the i-th on.
func (n *soughtName) isAt(tokens []token, words []string, taken []bool, i int) bool {
	if i+len(n.words) > len(words) {
		return false
	}
	for k := range n.words {
		x, at := &n.words[k], i+k
		if taken[at] || k > 0 && !tokens[at].joined || !x.isLike(words[at]) && !x.isForm(words[at]) {
			return false
		}
	}
	return true
}

// startsSentence reports a word with a capital at the beginning of a sentence.
func (s *Seeker) startsSentence(b *prose.Body, t token) bool {
	first, _ := utf8.DecodeRuneInString(b.HTML[t.start:t.end])
	around := surroundings{r: s.r, b: b, idiom: s.r.m.language.idiom}
	return unicode.IsUpper(first) && around.starts(t)
}
