// Command gen makes the tables of package iso3166 from the Unicode CLDR
// packages on npm. It needs npm and the network; run it with "go generate" in
// the package's folder.
//
// The packages are pinned by version and by hash, so the same tables come out
// every time, byte for byte: nothing is taken from the clock, and every list is
// sorted. Tables of languages that are no longer wanted are removed.
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/dev/npm"
)

// version of both npm packages. To move to a new one, change it together with
// the hashes: `npm view cldr-core@VERSION dist.integrity`.
const version = "48.2.0"

const (
	coreHash  = "sha512-zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9pgJuG89DK16TzrmZDdo2Bg=="
	namesHash = "sha512-4o0paYDz0UXhfhChAVFkmVl2CP0YTSEqE6WrC0fNafaSC5u5DAXphxH3SZ1Ujczarikr8DToKZfiok6EqWLdNQ=="
)

const (
	folder       = "data"
	codesTable   = "iso3166-codes.tsv"
	licenceFile  = "UNICODE-LICENSE.txt"
	officialSize = 249 // officially assigned codes of ISO 3166-1
)

func main() {
	log.SetFlags(0)
	if err := run(npm.Fetch, folder); err != nil {
		log.Fatalf("gen: %v", err)
	}
}

// fetcher is npm.Fetch.
type fetcher func(name, version, integrity string) (npm.Files, error)

// run fetches both packages and rewrites the data folder.
func run(fetch fetcher, folder string) error {
	core, err := fetch("cldr-core", version, coreHash)
	if err != nil {
		return err
	}
	locales, err := fetch("cldr-localenames-full", version, namesHash)
	if err != nil {
		return err
	}
	codes, err := officialCodes(core)
	if err != nil {
		return err
	}
	tables, err := languageTables(core, locales, codes)
	if err != nil {
		return err
	}
	if tables[codesTable], err = codeTable(tables["en.tsv"], codes); err != nil {
		return err
	}
	tables[licenceFile] = string(locales["LICENSE"])
	return replace(folder, tables)
}

// codeMapping is an entry of CLDR's supplemental codeMappings.
type codeMapping struct {
	Alpha3  string `json:"_alpha3"`
	Numeric string `json:"_numeric"`
}

// officialCodes gives the officially assigned codes: alpha-2 to alpha-3. CLDR
// lists withdrawn, reserved and private codes beside them. Withdrawn codes are
// in its list of aliases; reserved ones have no numeric code; private ones,
// XK among them, have one from 900 upwards.
func officialCodes(core npm.Files) (map[string]string, error) {
	var mappings struct {
		Supplemental struct {
			CodeMappings map[string]json.RawMessage
		}
	}
	var aliases struct {
		Supplemental struct {
			Metadata struct {
				Alias struct{ TerritoryAlias map[string]json.RawMessage }
			}
		}
	}
	if err := core.Decode("supplemental/codeMappings.json", &mappings); err != nil {
		return nil, err
	}
	if err := core.Decode("supplemental/aliases.json", &aliases); err != nil {
		return nil, err
	}
	codes := map[string]string{}
	for code, raw := range mappings.Supplemental.CodeMappings {
		if _, withdrawn := aliases.Supplemental.Metadata.Alias.TerritoryAlias[code]; withdrawn || len(code) != 2 {
			continue
		}
		var m codeMapping
		if err := json.Unmarshal(raw, &m); err != nil {
			return nil, fmt.Errorf("codeMappings.json: %s: %w", code, err)
		}
		if m.Numeric != "" && m.Numeric < "900" {
			codes[code] = m.Alpha3
		}
	}
	if len(codes) != officialSize {
		return nil, fmt.Errorf("%d official codes, want %d", len(codes), officialSize)
	}
	return codes, nil
}

// languageTables gives a table for each base language of modern or moderate
// coverage that names every country, by file name.
func languageTables(core, locales npm.Files, codes map[string]string) (map[string]string, error) {
	var coverage struct {
		EffectiveCoverageLevels map[string]string
	}
	if err := core.Decode("coverageLevels.json", &coverage); err != nil {
		return nil, err
	}
	tables := map[string]string{}
	for lang, level := range coverage.EffectiveCoverageLevels {
		if lang == "und" || strings.Contains(lang, "-") || level != "modern" && level != "moderate" {
			continue
		}
		table, complete, err := languageTable(locales, lang, codes)
		switch {
		case err != nil:
			return nil, err
		case complete:
			tables[lang+".tsv"] = table
		case level == "modern":
			return nil, fmt.Errorf("%s: modern coverage, but names are missing", lang)
		}
	}
	return tables, nil
}

// languageTable gives one language's table: a line a country, sorted by
// alpha-2 code, with the code, the name and any other forms of it. The table is
// not complete when a country has no name but its code.
func languageTable(locales npm.Files, lang string, codes map[string]string) (table string, complete bool, err error) {
	var doc struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	path := "main/" + lang + "/territories.json"
	if _, ok := locales[path]; !ok {
		return "", false, nil
	}
	if err := locales.Decode(path, &doc); err != nil {
		return "", false, err
	}
	names := doc.Main[lang].LocaleDisplayNames.Territories
	keys := sortedKeys(names)
	var b strings.Builder
	for _, code := range sortedKeys(codes) {
		full := names[code]
		if full == "" || full == code {
			return "", false, nil
		}
		forms := []string{full}
		for _, key := range keys {
			if strings.HasPrefix(key, code+"-alt-") && !slices.Contains(forms, names[key]) {
				forms = append(forms, names[key])
			}
		}
		line := code + "\t" + strings.Join(forms, "\t")
		if strings.Count(line, "\t") != len(forms) || strings.ContainsAny(line, "\r\n") {
			return "", false, fmt.Errorf("%s: %s: a name holds a tab or a line end", path, code)
		}
		b.WriteString(line + "\n")
	}
	return b.String(), true, nil
}

// codeTable gives the table of codes (ID, alpha-2, alpha-3), sorted by ID, from
// the English table.
func codeTable(english string, codes map[string]string) (string, error) {
	var rows [][]string
	for line := range strings.Lines(english) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		rows = append(rows, []string{slug(cells[1]), cells[0], codes[cells[0]]})
	}
	slices.SortFunc(rows, func(a, b []string) int { return cmp.Compare(a[0], b[0]) })
	var b strings.Builder
	for i, row := range rows {
		if i > 0 && row[0] == rows[i-1][0] {
			return "", fmt.Errorf("two countries have the ID %q", row[0])
		}
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.String(), nil
}

// slug makes an ID of an English name: what stands in parentheses is dropped,
// "&" is read as "and", diacritics fold to ASCII, the full stops of
// abbreviations go, and each run of anything else becomes one hyphen.
func slug(name string) string {
	if before, rest, ok := strings.Cut(name, "("); ok {
		_, after, _ := strings.Cut(rest, ")")
		name = before + after
	}
	name = norm.NFD.String(strings.ToLower(strings.ReplaceAll(name, "&", "and")))
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.':
			return -1
		case r >= 'a' && r <= 'z':
			return r
		}
		return ' '
	}, name)
	return strings.Join(strings.Fields(name), "-")
}

// replace writes the data folder's generated files and removes tables that are
// generated no longer.
func replace(folder string, wanted map[string]string) error {
	old, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return err
	}
	for _, path := range old {
		if _, keep := wanted[filepath.Base(path)]; !keep {
			if err := os.Remove(path); err != nil {
				return err
			}
		}
	}
	for _, file := range sortedKeys(wanted) {
		if err := os.WriteFile(filepath.Join(folder, file), []byte(wanted[file]), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// sortedKeys gives the keys of m in order.
func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
