package outlinks

import (
	"fmt"
	"slices"
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

	private bool // readers cannot reach it, and no archive could
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
	v := Verdict{Word: Word(a.Word), Why: a.Why, Now: a.Now, private: a.Private}
	if l.Dead && v.Word != Unasked {
		if v.Word == OK || v.Word == Moved {
			return Verdict{Word: Alive, Why: "it is marked dead, and answers", Now: a.Now, Advice: "look whether it is what it was; if so, delete status: dead"}
		}
		v.Word, v.Now = Dead, ""
	}
	if v.private {
		v.Advice = "write an address that readers can reach, or delete it"
		return v
	}
	switch v.Word {
	case Moved:
		v.Advice = "write " + shown(v.Now)
	case Unsure:
		v.Advice = "look at it in a browser"
	case Broken, Dead:
		v.Advice = l.mend("a copy in an archive", "archived: {url: …, date: …}")
	}
	return v
}

// mend says what to do about a link that is broken, or marked dead: what copy there is, and
// how it is written in front matter.
func (l *Link) mend(copied, archived string) string {
	switch {
	case l.Where == InArchived:
		return "write the address of another copy, or delete this one"
	case l.Dead && len(l.Archived) > 0:
		return ""
	case l.Dead:
		return fmt.Sprintf("take %s: write beside the source %s", copied, archived)
	case len(l.Archived) > 0:
		return "write status: dead beside the source; readers are then led to its copy"
	case l.Cited:
		return fmt.Sprintf("take %s: write beside the source status: dead and %s", copied, archived)
	case l.Where == InBody:
		return fmt.Sprintf("lead to %s, or name what was there under sources, with its copy", copied)
	}
	return fmt.Sprintf("write where it is now, or delete it from %s", l.Where)
}

// wantsCopy reports a link that a copy in an archive would mend.
func (j *Judged) wantsCopy() bool {
	return (j.Word == Broken || j.Word == Dead) && !j.private && len(j.Archived) == 0 && (j.Cited || j.Where == InBody)
}

// Lost are the addresses that copies would mend, each once, with the day when an editor
// saw what was there, or else when it appeared.
func Lost(all []Judged) []linkcheck.Lost {
	var lost []linkcheck.Lost
	known := map[string]bool{}
	for _, j := range all {
		if !j.wantsCopy() || known[j.Address] {
			continue
		}
		known[j.Address] = true
		x := linkcheck.Lost{Address: j.Address}
		date := j.Accessed
		if date.IsZero() {
			date = j.Date
		}
		if !date.IsZero() {
			if _, day := date.Bounds(); day.Year >= 1000 && day.Year <= 9999 {
				x.Day = fmt.Sprintf("%04d%02d%02d", day.Year, day.Month, day.Day)
			}
		}
		lost = append(lost, x)
	}
	return lost
}

// WithCopies gives a list whose advice names the copies that were found.
func WithCopies(all []Judged, copies map[string]linkcheck.Copy) []Judged {
	all = slices.Clone(all)
	for i := range all {
		if c, ok := copies[all[i].Address]; ok && all[i].wantsCopy() {
			all[i].Advice = all[i].mend("the copy "+c.URL, fmt.Sprintf(`archived: {url: "%s", date: %s}`, c.URL, c.Date))
		}
	}
	return all
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
