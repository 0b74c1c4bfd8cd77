// Package layouts holds the pages' look: templates, styles and interface
// words. It is embedded in the program, so that a content folder is all a
// dossier needs; a folder given with --layouts replaces it file by file.
//
// # To restyle a dossier
//
// Copy the file you want to change into your own layouts folder, under the
// same name, and change it. Colours, fonts and measures are the variables at
// the top of assets/style.css; most restyling ends there. What a language asks
// for, as its fonts and room between lines, stands there under "Scripts".
//
//	base.html          the document: head, landmarks, skip link   any view
//	home.html          front page of an edition                   Home
//	article.html       an article with all its sections           Article
//	section.html       a section on its own page                  Section
//	entity.html        a country, event, actor, …                 Entity
//	index.html         all entities of a kind; all names by       Index
//	                   kind, and free pages
//	timeline.html      all events by year                         Timeline
//	map.html           countries and places, drawn and listed     Map
//	graph.html         all relations, drawn and listed            Graph
//	as-of.html         who stood in which relation when           AsOf
//	page.html          a free page                                Free
//	corrections.html   log of corrections                         Corrections
//	entries.html       what continues a long list of an entity    Entries
//	                   or of the front page
//	parallel.html      an article in two editions side by side    Parallel
//	translations.html  how current each further edition is        Translations
//	search.html        the search field and every name           Search
//	404.html           page not found                             NotFound
//	partials/*.html    pieces that several pages share
//	assets/*           style sheet, scripts, icon
//	messages/*.yaml    interface words, one file a language
//	fonts/*            further fonts for cards, .ttf or .otf; none is built in here
//
// The views are the structs of package dossier/generator/layout, and the drawings
// in them those of the packages below dossier/generator/draw; their comments say
// what each field is and when it is empty. They arrive worded,
// ordered and linked, so a template only places them.
//
// Views with a list that may be too long for one page have Parts: the template
// "parts" leads to all pages of it, "turn" to the page before and the page
// after. Leave them where the list is, or readers will not find the rest of it.
//
// # Rules
//
// A page is base.html with all partials and one page file; the document is
// the template "base", which calls the page file's "main". A partial is
// {{define "name"}} and gets one value: where it needs interface words that
// is the whole view, since inside it $ is what it was given.
//
// Interface words are {{.T "key"}}, in a range or with {{$.T "key"}}; further
// arguments fill the message's "{}" in order. Every language has the same
// keys. Where English stands in for a language, these words are in a span that
// says so; <title>, <textarea> and functions such as printf get them from
// {{.Plain "key"}}, and {{.LangOf "key"}} is their language. So the views say of
// their own words: beside NAME there may be NAMEIn, the language of it when it is
// not the page's. {{.Num 3}} is a number in the language's digits, and what stands
// between words is a message, too: "comma", "colon", "bracket.open".
// The address of an asset is {{.Asset "name"}}. A script may begin with lines as
// import './words.js'; : it is delivered with these scripts before it, as one.
//
// The content security policy in base.html forbids style and script inside
// a page and any address outside the site. Ids that layouts give contain "_",
// which the ids of headings, sections and groups never do. Styles use logical
// properties (inline-start, block-end), so they serve both directions of
// writing.
package layouts

import "embed"

// FS holds the default layouts, with this folder as its root.
//
//go:embed *.html partials assets messages
var FS embed.FS
