package origin

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/edtf"
	"dossier/generator/importer/marked"
	"dossier/generator/importer/matter"
)

// Fields reads a front matter key by key, so that in the end it is known which keys
// nobody asked for.
type Fields struct {
	matter.Map
	Defaults matter.Map // what the configuration says for keys that are not written
	asked    map[string]bool
}

// Fields are those of the text's front matter.
func (d *Doc) Fields() *Fields { return &Fields{Map: d.Front, asked: map[string]bool{}} }

// Ask gives the first value among keys; all of them count as asked for.
func (f *Fields) Ask(keys ...string) matter.Value {
	var found matter.Value
	for _, k := range keys {
		f.asked[strings.ToLower(k)] = true
		if found == nil {
			found = f.Get(k)
		}
	}
	for _, k := range keys {
		if found == nil {
			found = f.Defaults.Get(k)
		}
	}
	return found
}

// Line asks for a text without the markup of HTML.
func (f *Fields) Line(keys ...string) string {
	return marked.Unescape(marked.StripTags(matter.Text(f.Ask(keys...))))
}

// Rest notes the keys that nobody asked for, with their values.
func (f *Fields) Rest(n *Notes) {
	for _, p := range f.Map {
		if !f.asked[strings.ToLower(p.Key)] {
			if v := matter.Written(p.Value); v != "" {
				n.Drop("%s: %s", p.Key, v)
			}
		}
	}
}

// Common reads the keys that mean the same to all programs. The date is that of
// the first key that has one, else of the name, else of the folders.
func (d *Doc) Common(f *Fields, dates ...string) {
	d.Title = f.Line("title")
	short, long := f.Line("summary", "excerpt"), f.Line("description")
	if d.Summary = short; short == "" {
		d.Summary = long
	} else if long != "" && long != short {
		d.Notes.Drop("description: %s", long)
	}
	d.Summary = linkInWords.ReplaceAllStringFunc(d.Summary, func(s string) string {
		m := linkInWords.FindStringSubmatch(s)
		d.Notes.Drop("a link in the summary: %s", s)
		return m[1]
	})
	d.Draft = matter.True(f.Ask("draft"))
	for _, key := range dates {
		written := matter.Text(f.Ask(key))
		if written == "" {
			continue
		}
		date, clock, ok := Date(written)
		switch {
		case !ok:
			d.Notes.Mind("the %s %q is no date that can be read", key, written)
		case d.Date == "":
			d.Date = date
			if !strings.HasPrefix(written, date) {
				d.Notes.Turn("date in words: " + written)
			}
			if clock = strings.TrimSpace(strings.TrimLeft(clock, "T ")); strings.Trim(clock, "0:.+-Z") != "" {
				d.Notes.Drop("the time of day of the %s: %s", key, clock)
			}
		case !strings.HasPrefix(written, d.Date):
			d.Notes.Drop("%s: %s", key, written)
		}
	}
}

// Span reads the days on which an event began and ended.
func (d *Doc) Span(f *Fields) {
	from, _, isFrom := Date(matter.Text(f.Get("start")))
	to, _, isTo := Date(matter.Text(f.Get("end")))
	if !isFrom || d.Date != "" {
		return
	}
	f.Ask("start")
	if d.Date = from; isTo && to != from {
		if _, ok := edtf.Valid(from + "/" + to); ok {
			d.Date += "/" + to
		}
	}
	if isTo {
		f.Ask("end")
	}
}

// By gives the authors.
func (d *Doc) By(f *Fields) []string { return matter.Texts(f.Ask("author", "authors", "by", "byline")) }

// Listed gives a text without words, which its program shows by its keys, a list of
// those that nobody asked for. It reports that there is one now.
func (d *Doc) Listed(f *Fields) bool {
	if strings.TrimSpace(d.Body) != "" {
		return false
	}
	var b strings.Builder
	for _, p := range f.Map {
		if v := strings.TrimSpace(valueInWords(p.Value)); !f.asked[strings.ToLower(p.Key)] && v != "" && v != "true" && v != "false" {
			f.asked[strings.ToLower(p.Key)] = true
			d.Notes.Turn("key of a text without words, to a line of it")
			b.WriteString("- **" + marked.Inline(sentence(p.Key)) + ":** " + v + "\n")
		}
	}
	d.Body = b.String()
	return d.Body != ""
}

// sentence is a key as words that begin a line.
func sentence(key string) string {
	words := strings.NewReplacer("_", " ", "-", " ").Replace(key)
	r, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[size:]
}

// valueInWords writes a value as Markdown on one line.
func valueInWords(v matter.Value) string {
	switch v := v.(type) {
	case []matter.Value:
		var parts []string
		for _, x := range v {
			parts = append(parts, valueInWords(x))
		}
		return strings.Join(parts, ", ")
	case string:
		switch v = strings.Join(strings.Fields(v), " "); {
		case pictureFile.MatchString(v):
			return marked.Picture(Stem(v), v, "")
		case address.MatchString(v):
			return "<" + v + ">"
		}
		return v // which may hold links and HTML
	}
	return marked.Inline(matter.Written(v))
}

var (
	address     = regexp.MustCompile(`^https?://[^\s<>]+$`)
	pictureFile = regexp.MustCompile(`(?i)^[^\s<>:]*\.(?:avif|gif|jpe?g|png|webp|svg)$`)
)

var linkInWords = regexp.MustCompile(`!?\[([^\[\]]*)\]\([^()\s]*\)`)

var (
	nameDate = regexp.MustCompile(`^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[-_. ]+|$)`)
	year     = regexp.MustCompile(`^(?:1[5-9]|20)[0-9]{2}$`)
	two      = regexp.MustCompile(`^[0-9]{2}$`)
)

// DateOfName splits a name that begins with a date: "2019-11-28-talks". A year
// alone counts when nothing follows it.
func DateOfName(stem string) (date, rest string) {
	m := nameDate.FindStringSubmatch(stem)
	if m == nil || m[2] == "" && len(m[0]) != len(stem) {
		return "", stem
	}
	date = strings.TrimRight(m[0], "-_. ")
	if _, ok := edtf.Valid(date); !ok {
		return "", stem
	}
	return date, stem[len(m[0]):]
}

// DateOfFolders is the date that folders make: 2019/11/28 or 2019.
func DateOfFolders(dirs []string) string {
	for i, d := range dirs {
		if !year.MatchString(d) {
			if date, rest := DateOfName(d); rest == "" && date != "" {
				return date
			}
			continue
		}
		for n := 2; n >= 0; n-- {
			if i+n < len(dirs) {
				parts := dirs[i : i+n+1]
				ok := true
				for _, p := range parts[1:] {
					ok = ok && two.MatchString(p)
				}
				date := strings.Join(parts, "-")
				if _, valid := edtf.Valid(date); ok && valid {
					return date
				}
			}
		}
	}
	return ""
}

var twoLetters = regexp.MustCompile(`^[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?$`)

// LanguageFolders are the folders at the top that hold the site once for each
// language, with their languages: at least two, with more texts than all others.
func LanguageFolders(files []string) map[string]string {
	found, inside, all := map[string]string{}, 0, 0
	for _, f := range files {
		if !IsMarkdown(f) {
			continue
		}
		all++
		top, _, deeper := strings.Cut(f, "/")
		if !deeper || !twoLetters.MatchString(top) {
			continue
		}
		if lang := Language(top); lang != "" {
			found[top] = lang
			inside++
		}
	}
	if len(found) < 2 || inside*2 <= all {
		return nil
	}
	return found
}

// MostWritten sorts languages by the number of their texts.
func MostWritten(docs []*Doc) []string {
	count := map[string]int{}
	for _, d := range docs {
		count[d.Lang]++
	}
	delete(count, "")
	return slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
}
