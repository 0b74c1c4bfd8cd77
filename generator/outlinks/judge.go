package outlinks

import (
	"fmt"
	"strings"

	"dossier/generator/linkcheck"
)

// Word is what became of an address, seen beside what the content says of it.
type Word string

// The words, those of linkcheck and two for what is marked status: dead.
const (
	OK      = Word(linkcheck.OK)
	Moved   = Word(linkcheck.Moved)
	Broken  = Word(linkcheck.Broken)
	Unsure  = Word(linkcheck.Unsure)
	Unasked = Word(linkcheck.Unasked)
	Dead    = Word("dead")  // as it is marked
	Alive   = Word("alive") // though it is marked dead
)

// words are all of them, what an editor should look at first.
var words = []Word{Broken, Alive, Moved, Unsure, Unasked, Dead, OK}

// Verdict is what a check says of a link. All is "" where nothing was asked.
type Verdict struct {
	Word   Word
	Why    string // of what is not ok
	Now    string // the address to write instead; "" when none is known
	Advice string // what an editor can do; "" for nothing
}

// Judged is a link with what a check says of it.
type Judged struct {
	Link
	Verdict
}

// Addresses are those of a list, each once.
func Addresses(links []Link) []string {
	var all []string
	known := map[string]bool{}
	for _, l := range links {
		if !known[l.Address] {
			known[l.Address] = true
			all = append(all, l.Address)
		}
	}
	return all
}

// Judge joins a list with the answers of a check. Without answers nothing is judged.
func Judge(links []Link, answers map[string]linkcheck.Answer) []Judged {
	all := make([]Judged, len(links))
	for i, l := range links {
		all[i].Link = l
		if a, ok := answers[l.Address]; ok {
			all[i].Verdict = l.judge(a)
		}
	}
	return all
}

func (l *Link) judge(a linkcheck.Answer) Verdict {
	v := Verdict{Word: Word(a.Word), Why: a.Why, Now: a.Now}
	if l.Dead && v.Word != Unasked {
		if v.Word == OK || v.Word == Moved {
			return Verdict{Word: Alive, Why: "it is marked dead, and answers", Now: a.Now, Advice: "look whether it is what it was; if so, delete status: dead"}
		}
		return Verdict{Word: Dead, Why: a.Why}
	}
	switch v.Word {
	case Moved:
		v.Advice = "write " + shown(v.Now)
	case Unsure:
		v.Advice = "look at it in a browser"
	case Broken:
		v.Advice = l.mend()
	}
	return v
}

// mend says what to do about a broken link.
func (l *Link) mend() string {
	switch {
	case l.Where == InArchived:
		return "write the address of another copy, or delete this one"
	case len(l.Archived) > 0:
		return "write status: dead beside the source; readers are then led to its copy"
	case l.Cited:
		return "look for a copy in an archive, and write beside the source status: dead and archived: {url: …, date: …}"
	case l.Where == InBody:
		return "lead to a copy in an archive, or name what was there under sources, with its copy"
	}
	return fmt.Sprintf("write where it is now, or delete it from %s", l.Where)
}

// Count says how many addresses got which word.
func Count(all []Judged) map[Word]int {
	counts, known := map[Word]int{}, map[string]bool{}
	for _, j := range all {
		if j.Word != "" && !known[j.Address] {
			known[j.Address] = true
			counts[j.Word]++
		}
	}
	return counts
}

// Summary words what came of a check: "12 addresses: 1 broken, 11 ok".
func Summary(all []Judged) string {
	counts, total := Count(all), 0
	var parts []string
	for _, w := range words {
		if n := counts[w]; n > 0 {
			total += n
			parts = append(parts, fmt.Sprintf("%d %s", n, w))
		}
	}
	switch total {
	case 0:
		return "no address to ask"
	case 1:
		return "1 address: " + parts[0]
	}
	return fmt.Sprintf("%d addresses: %s", total, strings.Join(parts, ", "))
}
