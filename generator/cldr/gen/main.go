// Command gen makes the table of package cldr from the Unicode CLDR packages on
// npm. It needs npm and the network; run it with "go generate" in the package's
// folder.
//
// The packages are pinned by version and by hash, so the same table comes out
// every time, byte for byte.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/generator/dev/npm"
)

// version of the npm packages. To move to a new one, change it together with
// the hashes: `npm view cldr-core@VERSION dist.integrity`.
const version = "48.2.0"

// hashes of the packages.
var hashes = map[string]string{
	"cldr-core":         "sha512-zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9pgJuG89DK16TzrmZDdo2Bg==",
	"cldr-dates-full":   "sha512-zMrKvjMO414HDftLr6vKH1fNQHakFNe+F1h4S0eg+zmL4WRi9pI41fxB3UrTJDY42MEM87jCuAw/qlqCgYKcAQ==",
	"cldr-numbers-full": "sha512-0EQ+UkVDsyXOlxnWnL1RIENVZFqCnb04D1Yrku0obnOyttbuZz8tHmUd5c5AEvhGS/Gg2zI4fTaCm51LSGITog==",
	"cldr-units-full":   "sha512-BjDC7V46eeXzgalnIumrJ1XQDk8wJaOxNLME4hmkBT9Q0hnzxn3XgtavigPUwnljk7FxlNQW9Wx+hbFrARPrQg==",
	"cldr-misc-full":    "sha512-dSc2Tr53dQcUGwsTinamEeoP2YXOhQrIZ+SyeuUrv4MzJOSjT/Q0qkSmX11ZwfcTbYSkIqbrgALQLhAm1yf5fA==",
}

func main() {
	log.SetFlags(0)
	if err := run(npm.Fetch, "data"); err != nil {
		log.Fatalf("gen: %v", err)
	}
}

// run fetches the packages and writes the table and the licence.
func run(fetch func(name, version, integrity string) (npm.Files, error), folder string) error {
	packages := map[string]npm.Files{}
	for _, name := range slices.Sorted(maps.Keys(hashes)) {
		files, err := fetch(name, version, hashes[name])
		if err != nil {
			return err
		}
		packages[name] = files
	}
	locales, err := wanted(packages["cldr-core"], packages["cldr-dates-full"])
	if err != nil {
		return err
	}
	systems, err := digits(packages["cldr-core"])
	if err != nil {
		return err
	}
	rows := map[string]map[string]string{}
	for _, locale := range locales {
		if rows[locale], err = fields(packages, locale, systems); err != nil {
			return fmt.Errorf("%s: %w", locale, err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "dates.tsv"), []byte(table(locales, rows)), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "UNICODE-LICENSE.txt"), packages["cldr-core"]["LICENSE"], 0o644)
}

// wanted are the locales of modern or moderate coverage, and those that are
// varieties of them.
func wanted(core, dates npm.Files) ([]string, error) {
	var coverage struct{ EffectiveCoverageLevels map[string]string }
	if err := core.Decode("coverageLevels.json", &coverage); err != nil {
		return nil, err
	}
	var locales []string
	for path := range dates {
		locale, file, _ := strings.Cut(strings.TrimPrefix(path, "main/"), "/")
		if file != "ca-gregorian.json" || !strings.HasPrefix(path, "main/") || locale == "und" {
			continue
		}
		for of := locale; of != ""; of = parent(of) {
			if level, known := coverage.EffectiveCoverageLevels[of]; known {
				if level == "modern" || level == "moderate" {
					locales = append(locales, locale)
				}
				break
			}
		}
	}
	slices.Sort(locales)
	return locales, nil
}

// parent is a locale without its last subtag, "" when it has but one.
func parent(locale string) string {
	i := strings.LastIndexByte(locale, '-')
	return locale[:max(i, 0)]
}

// digits are the ten digits of each numbering system that has them.
func digits(core npm.Files) (map[string]string, error) {
	var doc struct {
		Supplemental struct {
			NumberingSystems map[string]struct {
				Digits string `json:"_digits"`
			}
		}
	}
	if err := core.Decode("supplemental/numberingSystems.json", &doc); err != nil {
		return nil, err
	}
	systems := map[string]string{}
	for name, s := range doc.Supplemental.NumberingSystems {
		systems[name] = s.Digits
	}
	return systems, nil
}

// calendar is CLDR's Gregorian calendar of one locale.
type calendar struct {
	Months, Quarters map[string]struct {
		Wide map[string]string
	}
	Eras        struct{ EraAbbr map[string]string }
	DateFormats struct {
		Long json.RawMessage
	}
	DateTimeFormats struct {
		AvailableFormats map[string]json.RawMessage
	}
}

// fields are what package cldr wants of a locale, by the names of its columns.
func fields(packages map[string]npm.Files, locale string, systems map[string]string) (map[string]string, error) {
	var dates struct {
		Main map[string]struct {
			Dates struct{ Calendars struct{ Gregorian calendar } }
		}
	}
	if err := packages["cldr-dates-full"].Decode("main/"+locale+"/ca-gregorian.json", &dates); err != nil {
		return nil, err
	}
	c := dates.Main[locale].Dates.Calendars.Gregorian
	pattern := func(keys ...string) string {
		for _, key := range keys {
			var text string
			if raw, ok := c.DateTimeFormats.AvailableFormats[key]; ok && json.Unmarshal(raw, &text) == nil {
				if !strings.Contains(key, "MMMM") {
					text = widened(text)
				}
				return text
			}
		}
		return ""
	}
	var long string
	if err := json.Unmarshal(c.DateFormats.Long, &long); err != nil {
		return nil, err
	}
	f := map[string]string{
		"months": joined(c.Months["stand-alone"].Wide, 12), "months-of": joined(c.Months["format"].Wide, 12),
		"quarters": joined(c.Quarters["format"].Wide, 4), "eras": c.Eras.EraAbbr["0"] + "|" + c.Eras.EraAbbr["1"],
		"day": long, "month": pattern("yMMMM"), "month-day": pattern("MMMMd"), "year": pattern("y"), "quarter": pattern("yQQQQ"),
		"era-day": pattern("GyMMMMd", "GyMMMd"), "era-month": pattern("GyMMMM", "GyMMM"), "era-year": pattern("Gy"),
	}
	if err := numbers(packages["cldr-numbers-full"], locale, systems, f); err != nil {
		return nil, err
	}
	if err := conjunctions(packages["cldr-misc-full"], locale, f); err != nil {
		return nil, err
	}
	if err := compass(packages["cldr-units-full"], locale, f); err != nil {
		return nil, err
	}
	for key, value := range f {
		if slices.Contains(strings.Split(value, "|"), "") || strings.ContainsAny(value, "\t\r\n") {
			return nil, fmt.Errorf("%s is %q", key, value)
		}
	}
	return f, nil
}

// widened has months in full where CLDR has them short.
func widened(pattern string) string {
	for _, letter := range []string{"M", "L"} {
		if short := strings.Repeat(letter, 3); !strings.Contains(pattern, short+letter) {
			pattern = strings.ReplaceAll(pattern, short, short+letter)
		}
	}
	return pattern
}

func joined(names map[string]string, n int) string {
	var all []string
	for i := range n {
		all = append(all, names[fmt.Sprint(i+1)])
	}
	return strings.Join(all, "|")
}

// numbers adds the digits of a locale and what stands between its thousands.
func numbers(files npm.Files, locale string, systems, f map[string]string) error {
	var doc struct {
		Main map[string]struct{ Numbers map[string]json.RawMessage }
	}
	if err := files.Decode("main/"+locale+"/numbers.json", &doc); err != nil {
		return err
	}
	all := doc.Main[locale].Numbers
	var system string
	if err := json.Unmarshal(all["defaultNumberingSystem"], &system); err != nil {
		return err
	}
	var symbols struct{ Group, Decimal string }
	if err := json.Unmarshal(all["symbols-numberSystem-"+system], &symbols); err != nil {
		return err
	}
	f["digits"], f["group"], f["decimal"] = systems[system], symbols.Group, symbols.Decimal
	return nil
}

// conjunctions adds the patterns of lists: of two, and the last of more.
func conjunctions(files npm.Files, locale string, f map[string]string) error {
	var doc struct {
		Main map[string]struct{ ListPatterns map[string]map[string]string }
	}
	if err := files.Decode("main/"+locale+"/listPatterns.json", &doc); err != nil {
		return err
	}
	for key, kind := range map[string]string{"and": "standard", "or": "or"} {
		p := doc.Main[locale].ListPatterns["listPattern-type-"+kind]
		f[key] = strings.Join([]string{p["2"], p["start"], p["middle"], p["end"]}, "|")
	}
	return nil
}

// compass adds the patterns of northern, southern, eastern and western degrees: in
// short, unless some of them have one letter and others a whole word.
func compass(files npm.Files, locale string, f map[string]string) error {
	var doc struct {
		Main map[string]struct {
			Units map[string]struct{ CoordinateUnit map[string]string }
		}
	}
	if err := files.Decode("main/"+locale+"/units.json", &doc); err != nil {
		return err
	}
	patterns := func(width string) (all []string, shortest, longest int) {
		shortest = 1000
		for _, side := range []string{"north", "south", "east", "west"} {
			p := doc.Main[locale].Units[width].CoordinateUnit[side]
			n := len([]rune(strings.Trim(strings.ReplaceAll(p, "{0}", ""), " .")))
			all, shortest, longest = append(all, p), min(shortest, n), max(longest, n)
		}
		return all, shortest, longest
	}
	all, shortest, longest := patterns("short")
	if shortest == 1 && longest > 2 {
		all, _, _ = patterns("long")
	}
	f["compass"] = strings.Join(all, "|")
	return nil
}

// table has a line a locale, with what differs from the locale without its last
// subtag: "field=value", in the order of fields. Those that differ in nothing
// are left out.
func table(locales []string, rows map[string]map[string]string) string {
	var b strings.Builder
	for _, locale := range locales {
		of := parent(locale)
		for of != "" && rows[of] == nil {
			of = parent(of)
		}
		var line []string
		for _, key := range slices.Sorted(maps.Keys(rows[locale])) {
			if value := rows[locale][key]; of == "" || rows[of][key] != value {
				line = append(line, key+"="+value)
			}
		}
		if len(line) > 0 {
			b.WriteString(locale + "\t" + strings.Join(line, "\t") + "\n")
		}
	}
	return b.String()
}
