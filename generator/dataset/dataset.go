// Package dataset says what the dossier knows as data for other programs: tables,
// points for maps, a network along time, a timeline, and all of it in one file. It
// takes a plan and gives bytes.
//
// What holds for all files: they are in UTF-8 without a byte order mark; things are
// named by their keys, as "countries/russia"; what editors write is there in every
// language in which they wrote it, and not where they did not; a date is there as it
// was written (EDTF), and beside it are the first and the last day that it may mean. No
// date is more precise than it is known: programs that want a day take one of these,
// and their users see which.
package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"dossier/generator/content/iso3166"
	"dossier/generator/edtf"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// File is one of the files.
type File struct {
	Name   string
	Says   voice.Said    // what is in it, for a reader
	Begins func() string // of a table: what every version of it begins with; else nil
	// Append writes the file. Mark tells whose it is: it stands at the end, where other
	// programs pass over it. A table has no place for one. After each row spill is given
	// what is written so far, and gives back that or room for more.
	Append func(buf []byte, mark string, spill func([]byte) []byte) []byte
}

// Files are all files of a plan's dossier. What stands in one language only is in that
// of the voice.
func Files(p *plan.Plan, v *voice.Voice) []File {
	d := &dossier{p, p.Site, v}
	tables := tables{d}.all()
	var out []File
	for _, t := range tables {
		out = append(out, File{t.name + ".csv", t.says, t.begins, func(buf []byte, _ string, spill func([]byte) []byte) []byte { return t.append(buf, spill) }})
	}
	return append(out,
		File{"places.geojson", d.Say("map.figure"), nil, d.appendPlaces},
		File{"network.gexf", d.Say("graph.figure"), nil, d.appendNetwork},
		File{"timeline.json", d.Say("timeline"), nil, d.appendTimeline},
		File{"dossier.json", d.Say("takeaway.all"), nil, whole{d}.append},
		File{"datapackage.json", d.Say("takeaway.tables"), nil, func(buf []byte, mark string, spill func([]byte) []byte) []byte {
			return d.appendPackage(buf, tables, mark, spill)
		}},
	)
}

// dossier is what the files are made from.
type dossier struct {
	*plan.Plan
	site *model.Site
	*voice.Voice
}

func (d *dossier) languages() []string { return d.site.Settings.Languages }

// name is what an entity is called in a language; "" when nobody has said.
func (d *dossier) name(e *model.Entity, lang string) string {
	if e.OneName {
		return e.Name(lang, d.site.Settings.Default())
	}
	return e.Name(lang, lang)
}

// page is the path of a key's page in the default edition.
func (d *dossier) page(key model.Key) string { return d.Path(d.site.Settings.Default(), key) }

// alpha3 is the code of a country of three letters: that of two is a word to some
// programs ("NA").
func alpha3(e *model.Entity) string {
	if e.ISO == "" {
		return ""
	}
	c, ok := iso3166.Lookup(e.ISO)
	if !ok {
		panic(fmt.Sprintf("dataset: %q is no code of ISO 3166-1", e.ISO))
	}
	return c.Alpha3
}

// days are the first and the last day that a date may mean, as ISO 8601 has them; ""
// for what is open, unknown, or in no year from 1 to 9999.
func days(d edtf.Date) (first, last string) {
	from, to := d.Bounds()
	return isoDay(from), isoDay(to)
}

func isoDay(d edtf.Day) string {
	if !plan.HasDay(d) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// keys are those of tags.
func keys(tags []model.Tag) []string {
	var out []string
	for _, t := range tags {
		out = append(out, string(t.Key))
	}
	return out
}

// keyOf is the key of a tag that may not be there.
func keyOf(t *model.Tag) string {
	if t == nil {
		return ""
	}
	return string(t.Key)
}

// sourceKey is the key of a source, which stays the same while the source does.
func sourceKey(s *model.Source) string {
	sum := sha256.Sum256([]byte(s.Identity()))
	return "s" + hex.EncodeToString(sum[:6])
}

// sourceKeys are those of some sources, each once.
func sourceKeys(of []model.Source) []string {
	var out []string
	for i := range of {
		out = append(out, sourceKey(&of[i]))
	}
	return out
}

// cited is a source with the pages that rest on it.
type cited struct {
	*lists.Cited
	pages []string
}

func (d *dossier) sources() []cited {
	var out []cited
	for _, use := range d.Lists.In(d.site.Settings.Default(), lists.Order{}).Sources().Entries() {
		if len(out) == 0 || out[len(out)-1].Cited != use.Of {
			out = append(out, cited{Cited: use.Of})
		}
		last := &out[len(out)-1]
		last.pages = append(last.pages, string(use.Page.Key))
	}
	return out
}

// relationKeys name the relations of an entity: the second of the same type to the same
// entity ends in ":2".
func relationKeys(e *model.Entity) []string {
	keys, seen := make([]string, len(e.Relations)), map[string]int{}
	for i := range e.Relations {
		r := &e.Relations[i]
		key := string(e.Key) + ":" + r.Type + ":" + string(r.To.Key)
		seen[key]++
		if n := seen[key]; n > 1 {
			key += fmt.Sprintf(":%d", n)
		}
		keys[i] = key
	}
	return keys
}
