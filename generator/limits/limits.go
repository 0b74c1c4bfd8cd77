// Package limits holds the bounds of all rooms in one place, each with its
// reason: how much an editor may write, and how much a page holds. The rooms
// that keep to a limit check it and word the message about it. SECURITY.md lists
// them. How many things a drawing shows is said where it is drawn.
package limits

// The limits of files.
const (
	// A content file. Prose of this size is a book.
	MaxFileBytes = 1 << 20

	// A file's or folder's name: common file systems take 255, and the site adds to
	// some names.
	MaxFileNameBytes = 200

	// A picture or document; media_limit in index.md allows more. Readers wait for
	// it, and everybody who clones the repository.
	MaxMediaBytes = 20 << 20

	// The most that media_limit may be, in megabytes: all of a file is in memory.
	MaxMediaLimit = 1000
)

// The limits of a body. The libraries that read Markdown take time and memory
// that grow faster than hostile input, or much more of it than they are given;
// within the limits no file takes long, whatever it says, and no article comes
// near them. They are checked by one pass over the source before any library
// sees it. A block is what stands between blank lines: a paragraph, or a list
// or table without blank lines.
const (
	// A file's lines: each line in a list or quote is remembered once a level,
	// also when it is blank. The greatest file has 15,000 lines of prose.
	MaxLines = 50_000

	// A line's bytes: every fault shows its line, and most marks are sought up to
	// its end. A long paragraph on one line has 20,000.
	MaxLineBytes = 1 << 16

	// Quotes, lists and footnotes inside each other: the parser goes through all
	// that are open for each line and calls itself for each level.
	MaxNesting = 20

	// Marks times bytes, summed over the blocks of a file: for a mark that may
	// begin something (a link, emphasis, code) the parser looks for its end up to
	// the end of the block. A paragraph of 20,000 bytes may have 15,000 marks; a
	// file of the greatest size in paragraphs of 2,000 bytes, as many as it likes.
	MaxEffort = 300_000_000

	// Marks and quotation marks of a file: each becomes an element of half a
	// kilobyte. Prose of the greatest size has 50,000.
	MaxMarks = 250_000

	// Equal quotation marks or tildes in a row: for each the parser counts the
	// ones after it.
	MaxRun = 500

	// A table's columns, and a file's cells: a short row is filled up to the
	// width of the first.
	MaxColumns = 200
	MaxCells   = 100_000

	// Escaped pipes on lines with code, of which each is compared with each.
	MaxCodePipes = 2_000

	// Footnotes and references to them: for each reference the parser goes
	// through the footnotes. Also what begins like one counts.
	MaxFootnotes    = 2_000
	MaxFootnoteRefs = 10_000

	// Headings: each gets an id, a link to itself and an entry in lists of
	// contents, a hundred times what is written.
	MaxHeadings = 2_000

	// Brackets that may begin a link: each link is looked up, may have to be
	// reported and gets an address and perhaps a name, ten times what is written.
	MaxBrackets = 20_000

	// Tags that pass as HTML inside each other: for each closing one the open ones
	// are gone through.
	MaxTagDepth = 8
)

// The limits of what is made of a body: its HTML and the addresses of its
// links. A reference with a long address or title multiplies it with each use.
const (
	MaxGrowth = 20       // times the source
	MinOutput = 64 << 10 // allowed to the shortest source: a footnote is 200 bytes of HTML
)

// The limits of front matter.
const (
	MaxFrontBytes = 1 << 16 // some 500 names or 60 relations have a tenth of it
	MaxFrontDepth = 32      // lists and mappings inside each other; the decoders call themselves for each
	MaxFrontNodes = 10_000  // keys and values; each takes some 500 bytes of memory

	// A text in front matter, but for what a translation records of its original:
	// titles, names and summaries are shown by many pages, and messages quote them.
	// The longest summaries have 1,000 bytes.
	MaxValueBytes = 4_000

	// A name or role in front matter: every page that speaks of what has it repeats
	// it.
	MaxNameBytes = 500

	// A kind's name: the menus of every page have it.
	MaxKindNameBytes = 200

	// A date: far beyond any, near enough to keep every answer quick.
	MaxDateBytes = 200
)

// The limits of a whole dossier.
const (
	// Languages: each pair of them has all texts side by side, besides the pages of
	// each.
	MaxLanguages = 24

	// Steps of the search for names in a text. A text that begins very many long
	// names and ends none of them makes the search go back again and again. Prose
	// of the greatest size takes a tenth.
	MaxNameSteps = 10_000_000

	// Forms of a name that are listed for an editor, who reads no more. The longest
	// lists, of Turkic names, have 250.
	MaxNameForms = 1_000
)

// The limits of a page. What they leave out stands on further pages.
const (
	// A page's HTML should not exceed this: some 80 KB compressed, which a
	// telephone loads and lays out without a pause, and more entries than anybody
	// reads.
	MaxPageBytes = 500_000

	// Pages of small years that a divided list has, roughly: those of a very long
	// list gather more years, as each page links to all.
	MaxYearPages = 200

	// Free pages in the menus of every page. The index has all: so no page grows
	// with their number.
	MaxMenuLinks = 12

	// Names and sections in the index: of more it has their kinds, whose lists have the names.
	MaxIndexNames = 200

	// Of an entity's relations of one kind, how many stand among its facts, where more
	// have a chapter of its page; and how many of
	// the pages where it appears its page shows before the rest, which is folded.
	MaxFacts    = 12
	MaxUnfolded = 6

	// Sections of its article that a section's page lists, the nearest: the page of
	// the article has all.
	MaxSiblings = 5

	// Characters of a summary where many pages repeat it.
	MaxBriefCharacters = 300

	// What the page of relations by date tells of one relation to one entity: of
	// more ties it tells how many there are, and of more than MaxStates it lists
	// none of the states after a change. Of a state with more names than
	// MaxStateNames it gives the number.
	MaxTies       = 300
	MaxStates     = 100
	MaxStateNames = 40

	// Of more groups, those in which nobody stands on the day shown are left out.
	MaxIdle = 12
)

// How many faulty dates are read as words of the dossier's languages: each takes
// thousands of dates to be worded.
const MaxDatesRead = 50
