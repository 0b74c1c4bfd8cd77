// Package origin is what a site of another program is made of, whichever program
// that is: texts with what is known of them, pictures and other files, and the
// addresses under which each was found. The packages of the programs read their
// files into it; package importer makes a dossier of it.
package origin

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"dossier/generator/edtf"
	"dossier/generator/importer/marked"
	"dossier/generator/importer/matter"
)

// A Tree is the folder that is imported. Paths have slashes and begin below it.
type Tree struct {
	Files []string // sorted
	Read  func(name string) ([]byte, error)
}

// Has reports a file of that path.
func (t Tree) Has(name string) bool {
	_, ok := slices.BinarySearch(t.Files, name)
	return ok
}

// Text reads a file, which is "" when there is none.
func (t Tree) Text(name string) (string, error) {
	if !t.Has(name) {
		return "", nil
	}
	b, err := t.Read(name)
	return string(b), err
}

// A Role is what a text is in the dossier.
type Role int

const (
	Page    Role = iota // a free page
	Post                // a section: it has a date
	Chapter             // tells of a folder of posts: an article
	Term                // tells of a tag: an entity
	Home                // the front page
)

// A Doc is one text in one language.
type Doc struct {
	File  string // in the tree
	Lang  string // "" when it is the site's first
	Group string // texts of one group are translations of each other
	Role  Role
	// Folder is what the text belongs to: of a post and a chapter the article, of a
	// term the kind, of a page a folder or "".
	Folder string
	Name   string // what its address ends with

	Title, Summary string
	Date           string // EDTF
	Draft          bool
	Person         bool   // a term that is a person
	Type           string // of an actor
	Job            string // of a person
	Authors        []string
	Tags           []Tag
	Aliases        []string // its other names

	Addresses []string // the path of its own page first, then old ones
	Also      []string // further addresses that may have led to it
	Private   bool     // its addresses were never on the web
	Refs      []string // what else a reference may call it

	Front matter.Map
	Body  string
	Notes Notes
}

// A Tag is a term of a taxonomy.
type Tag struct{ Kind, Term string }

// A Site is all that was read.
type Site struct {
	Title, Description string
	Base               string // its address on the web, or ""
	Languages          []string
	Docs               []*Doc
	Media              []Media
	Kinds              []string          // taxonomies, in order
	Folders            map[string]string // names of folders, where they have some
	Terms              map[Tag]string    // names of terms, where they have some
	Left               []Left            // files that are not imported
	// Convert turns a body into Markdown as Dossier has it, but for its addresses:
	// those stay, or become Ref, until all texts have their places.
	Convert func(*Doc) *marked.Text
	// Find gives the text that a reference means, from a text, or nil.
	Find func(from *Doc, ref string) *Doc
}

// A Left file is one that is not imported, and why.
type Left struct{ File, Why string }

// NotFoundPage is the file that a site shows for addresses which it has not.
func NotFoundPage(f string) Left {
	return Left{f, "a dossier has its own page for addresses that are not there"}
}

// Media is a picture or document, with its addresses.
type Media struct {
	File      string
	Addresses []string
}

// Notes are what became of a text, for the report.
type Notes struct {
	Turned  map[string]int // by what it was
	Hidden  []string       // kept as comments
	Dropped []string       // left out
	Look    []string       // what somebody should look at
}

// Turn counts something that was turned into what Dossier has for it.
func (n *Notes) Turn(what string) { n.TurnN(what, 1) }

// TurnN counts some things that were turned.
func (n *Notes) TurnN(what string, count int) {
	if n.Turned == nil {
		n.Turned = map[string]int{}
	}
	n.Turned[what] += count
}

// Hide notes what is kept as a comment.
func (n *Notes) Hide(text string) { n.Hidden = append(n.Hidden, oneLine(text)) }

// Drop notes what is left out.
func (n *Notes) Drop(format string, args ...any) {
	n.Dropped = append(n.Dropped, oneLine(fmt.Sprintf(format, args...)))
}

// Mind notes what somebody should look at.
func (n *Notes) Mind(format string, args ...any) {
	n.Look = append(n.Look, oneLine(fmt.Sprintf(format, args...)))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// HTML turns the tags of HTML in a text, and notes what became of them.
func (n *Notes) HTML(t *marked.Text) {
	t.HTML(func(what, text string) {
		switch what {
		case "hidden":
			n.Hide(text)
		case "anchor":
			n.Drop("the anchor #%s", text)
		case "embedded":
			n.Turn("embedded page, to a link")
		default:
			count := 0
			fmt.Sscan(text, &count)
			n.TurnN(what, count)
		}
	})
}

// Math keeps formulas as they are typed, as code, and notes them; dollars says that
// one sign is enough.
func (n *Notes) Math(t *marked.Text, dollars bool) {
	if count := t.Math(dollars); count > 0 {
		n.Mind("formulas are shown as typed: %d", count)
	}
}

// HasMath reports settings, of a text or a theme, that ask for formulas.
func HasMath(m matter.Map) bool {
	for _, key := range []string{"math", "katex", "mathjax", "usemath", "use_math"} {
		if v := m.Get(key); v != nil && matter.Text(v) != "false" {
			return true
		}
	}
	return false
}

// refScheme begins the address of a link that is a reference and no address yet.
const refScheme = "dossier-ref:"

// Ref writes a reference as an address.
func Ref(ref string) string {
	return refScheme + strings.NewReplacer("%", "%25", " ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\n", "%20", `"`, "%22", "'", "%27", "|", "%7C").Replace(strings.TrimSpace(ref))
}

// IsRef gives the reference that an address is.
func IsRef(address string) (ref string, ok bool) {
	ref, ok = strings.CutPrefix(address, refScheme)
	return strings.NewReplacer("%20", " ", "%28", "(", "%29", ")", "%3C", "<", "%3E", ">", "%22", `"`, "%27", "'", "%7C", "|", "%25", "%").Replace(ref), ok
}

// Date makes EDTF of a date as other programs write it, exactly as precise but for
// a time of day, which is given apart. ok is false for what is no date.
func Date(written string) (date, clock string, ok bool) {
	written = strings.TrimSpace(written)
	if len(written) > 100 {
		return "", "", false
	}
	s := edtf.Moment(written)
	if _, valid := edtf.Valid(s); !valid {
		_, err := edtf.Parse(s)
		fault, is := err.(*edtf.ParseError)
		if !is || fault.Suggestion == "" || fault.Foreign {
			return "", "", false
		}
		s = fault.Suggestion
	}
	if day, _, found := strings.Cut(s, "T"); found && len(day) == 10 {
		return day, strings.TrimSpace(written[min(len(written), 10):]), true
	}
	if len(written) > 10 && len(s) == 10 && strings.HasPrefix(written, s) {
		return s, strings.TrimSpace(written[10:]), true
	}
	return s, "", true
}

// Language gives the canonical form of a language's tag, which programs write in
// many ways (zh_tw, pt-br); "" for what is none.
func Language(s string) string {
	if n := len(s); n < 2 || n > 12 {
		return ""
	}
	tag, err := language.Parse(strings.ReplaceAll(s, "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}

// Stem is a file's name without folder and ending.
func Stem(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// Bare is a decoded address without what servers add by themselves, and with a slash
// before it.
func Bare(address string) string {
	address = strings.TrimSuffix(address, "index.html")
	return path.Clean("/" + strings.TrimSuffix(address, ".html"))
}

// Clean makes an address comparable: bare, and in small letters.
func Clean(address string) string { return strings.ToLower(Bare(address)) }

// IsMarkdown reports the name of a file of Markdown.
func IsMarkdown(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return true
	}
	return false
}
