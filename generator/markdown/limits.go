package markdown

import (
	"fmt"
	"strings"

	yamlnode "go.yaml.in/yaml/v3"
)

// MaxFileBytes bounds a content file. Prose of this size is a book.
const MaxFileBytes = 1 << 20

// The limits of a body. The libraries that read Markdown take time and memory
// that grow faster than hostile input, or much more of it than they are given;
// within the limits no file takes long, whatever it says, and no article comes
// near them. They are checked by one pass over the source before any library
// sees it. A block is what stands between blank lines: a paragraph, or a list
// or table without blank lines.
const (
	// A file's lines: each line in a list or quote is remembered once a level,
	// also when it is blank. The greatest file has 15,000 lines of prose.
	maxLines = 50_000

	// A line's bytes: every fault shows its line, and most marks are sought up to
	// its end. A long paragraph on one line has 20,000.
	maxLineBytes = 1 << 16

	// Quotes, lists and footnotes inside each other: the parser goes through all
	// that are open for each line and calls itself for each level.
	maxNesting = 20

	// Marks times bytes, summed over the blocks of a file: for a mark that may
	// begin something (a link, emphasis, code) the parser looks for its end up to
	// the end of the block. A paragraph of 20,000 bytes may have 15,000 marks; a
	// file of the greatest size in paragraphs of 2,000 bytes, as many as it likes.
	maxEffort = 300_000_000

	// Marks and quotation marks of a file: each becomes an element of half a
	// kilobyte. Prose of the greatest size has 50,000.
	maxMarks = 250_000

	// What a "<" counts in marks: a tag may have attributes, which are matched
	// by a regular expression.
	tagEffort = 2

	// Equal quotation marks or tildes in a row: for each the parser counts the
	// ones after it.
	maxRun = 500

	// A table's columns, and a file's cells: a short row is filled up to the
	// width of the first.
	maxColumns = 200
	maxCells   = 100_000

	// Escaped pipes on lines with code, of which each is compared with each.
	maxCodePipes = 2_000

	// Footnotes and references to them: for each reference the parser goes
	// through the footnotes. Also what begins like one counts.
	maxFootnotes    = 2_000
	maxFootnoteRefs = 10_000

	// Headings: each gets an id, a link to itself and an entry in lists of
	// contents, a hundred times what is written.
	maxHeadings = 2_000

	// Brackets that may begin a link: each link is looked up, may have to be
	// reported and gets an address and perhaps a name, ten times what is written.
	maxBrackets = 20_000
)

// The limits of front matter.
const (
	maxFrontBytes = 1 << 16 // some 500 names or 60 relations have a tenth of it
	maxFrontDepth = 32      // lists and mappings inside each other; the decoders call themselves for each
	maxFrontNodes = 10_000  // keys and values; each takes some 500 bytes of memory
)

// The limits of what the rooms after this one make of front matter and prose.
// They stand here so that all limits stand in one place.
const (
	// A text in front matter, but for what a translation records of its original:
	// titles, names and summaries are shown by many pages, and messages quote them.
	// The longest summaries have 1,000 bytes.
	MaxValueBytes = 4_000

	// A name or role in front matter: every page that speaks of what has it repeats
	// it.
	MaxNameBytes = 500

	// A kind's name: the menus of every page have it.
	MaxKindNameBytes = 200

	// A picture or document; media_limit in index.md allows more. Readers wait for
	// it, and everybody who clones the repository.
	MaxMediaBytes = 20 << 20

	// Languages: each pair of them has all texts side by side, besides the pages of
	// each.
	MaxLanguages = 24
)

// The limits of what is made of a body: its HTML and the addresses of its
// links. A reference with a long address or title multiplies it with each use.
const (
	maxGrowth = 20       // times the source
	minOutput = 64 << 10 // allowed to the shortest source: a footnote is 200 bytes of HTML
)

// excess is a limit passed.
type excess struct {
	at  int // offset in the source
	why string
}

func exceeds(at int, format string, args ...any) *excess {
	return &excess{at, fmt.Sprintf(format, args...)}
}

// surveyFront checks YAML that begins at an offset of the source, in one pass.
// Its nesting is also checked when it is decoded, exactly; here a bracket in a
// text counts as well, so that more are allowed.
func surveyFront(yaml []byte, at int) *excess {
	if len(yaml) > maxFrontBytes {
		return exceeds(at, "the front matter has %d bytes; at most %d are read: move long texts into the prose", len(yaml), maxFrontBytes)
	}
	deep, markers, begun := 0, 0, false
	for i, c := range yaml {
		switch c {
		case '\n':
			markers, begun = 0, false
		case '[', '{':
			deep++
			begun = true
		case ']', '}':
			deep = max(0, deep-1)
		case '-', '?', ':':
			if !begun {
				markers++
			}
		case ' ', '\t':
		default:
			begun = true
		}
		if deep+markers > 4*maxFrontDepth {
			return &excess{at + i, tooDeep}
		}
	}
	return nil
}

var tooDeep = fmt.Sprintf("lists and keys of the front matter are more than %d levels deep; write them flat", maxFrontDepth)

// TooLong says that a file of so many bytes is not read.
func TooLong(size int) string {
	return fmt.Sprintf("the file has %d bytes; at most %d are read: split it into sections", size, MaxFileBytes)
}

// TooLongValue says that a text of front matter, of so many bytes, is not read,
// or "".
func TooLongValue(key string, size int) string {
	field, _, _ := strings.Cut(key, ".") // name.en
	switch isName := field == "name" || field == "inverse" || field == "role"; {
	case size > MaxValueBytes && !isName:
		return fmt.Sprintf("%q has %d bytes; at most %d are read: move a long text into the prose", key, size, MaxValueBytes)
	case size > MaxNameBytes && isName:
		return fmt.Sprintf("%q has %d bytes; at most %d are read: shorten it", key, size, MaxNameBytes)
	}
	return ""
}

// weights are the numbers of nodes under the anchors of YAML, which each alias
// repeats.
type weights map[*yamlnode.Node]int

// excess gives the first node with which a tree passes a limit, or nil.
func (w weights) excess(root *yamlnode.Node) (at *yamlnode.Node, why string) {
	var count func(n *yamlnode.Node, depth int)
	total := 0
	count = func(n *yamlnode.Node, depth int) {
		before := total
		switch {
		case at != nil:
			return
		case depth > maxFrontDepth:
			at, why = n, tooDeep
			return
		}
		total += 1 + w[n.Alias]
		for _, c := range n.Content {
			count(c, depth+1)
		}
		if total > maxFrontNodes && at == nil {
			at, why = n, fmt.Sprintf("the front matter has more than %d keys and values, repeated ones included", maxFrontNodes)
		}
		if n.Anchor != "" {
			w[n] = total - before
		}
	}
	count(root, 1)
	return at, why
}
