package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/generator/dev/npm"
)

const committed = "../data"

// rows reads a table of the data folder.
func rows(t *testing.T, name string) (out [][]string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(committed, name))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		out = append(out, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return out
}

func encode(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

type object map[string]any

func territories(lang string, names map[string]string) object {
	return object{"main": object{lang: object{"localeDisplayNames": object{"territories": names}}}}
}

// packages are the two of CLDR as far as the committed tables tell what is in
// them, with entries beside it that the tables leave out.
func packages(t *testing.T) (core, locales npm.Files) {
	t.Helper()
	codes := map[string]codeMapping{
		"AN": {"ANT", "530"}, // withdrawn
		"EU": {},             // reserved
		"XK": {"XKK", "983"}, // for private use
		"USA": {
			"USA", "840"},
	}
	for _, row := range rows(t, codesTable) {
		codes[row[1]] = codeMapping{row[2], "004"}
	}
	levels := map[string]string{"und": "modern", "en-AU": "modern", "tlh": "basic", "no-file": "moderate", "gaa": "moderate", "zza": "moderate"}
	locales = npm.Files{"LICENSE": []byte("licence"),
		"main/gaa/territories.json": encode(t, territories("gaa", map[string]string{"AD": "Andorra"})), // lacks the others
	}
	tables, err := filepath.Glob(filepath.Join(committed, "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range tables {
		lang, _, _ := strings.Cut(filepath.Base(name), ".")
		if filepath.Base(name) == codesTable {
			continue
		}
		names := map[string]string{"150": "Europe"}
		for _, row := range rows(t, filepath.Base(name)) {
			names[row[0]] = row[1]
			for i, form := range row[1:] { // the first once more: a form that is no other
				names[fmt.Sprintf("%s-alt-%d", row[0], i)] = form
			}
		}
		levels[lang] = "modern"
		locales["main/"+lang+"/territories.json"] = encode(t, territories(lang, names))
	}
	core = npm.Files{
		"supplemental/codeMappings.json": encode(t, object{"supplemental": object{"codeMappings": codes}}),
		"supplemental/aliases.json":      encode(t, object{"supplemental": object{"metadata": object{"alias": object{"territoryAlias": object{"AN": object{}}}}}}),
		"coverageLevels.json":            encode(t, object{"effectiveCoverageLevels": levels}),
	}
	return core, locales
}

func serve(core, locales npm.Files) fetcher {
	return func(name, version, integrity string) (npm.Files, error) {
		files := map[string]npm.Files{"cldr-core": core, "cldr-localenames-full": locales}[name]
		if files == nil || integrity == "" {
			return nil, errors.New("no such package")
		}
		return files, nil
	}
}

// TestTables makes the committed tables of what they hold, byte for byte, and
// takes away one that is no longer made.
func TestTables(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "old.tsv"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run(serve(packages(t)), dir); err != nil {
		t.Fatal(err)
	}
	made, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob(filepath.Join(committed, "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if len(made) != len(kept)+1 { // the licence
		t.Errorf("%d files are made; %d tables are committed", len(made), len(kept))
	}
	for _, name := range kept {
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, filepath.Base(name))); err != nil || string(got) != string(want) {
			t.Errorf("%s is made otherwise: %v", filepath.Base(name), err)
		}
	}
}

// TestWrongPackages changes one file of the packages each, and nothing is written.
func TestWrongPackages(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes the tables again and again")
	}
	core, locales := packages(t)
	english := string(locales["main/en/territories.json"])
	for name, tt := range map[string]struct {
		core, locales npm.Files
		want          string
	}{
		"no codes":               {core: npm.Files{"supplemental/codeMappings.json": nil}, want: "codeMappings.json"},
		"no aliases":             {core: npm.Files{"supplemental/aliases.json": nil}, want: "aliases.json"},
		"no levels":              {core: npm.Files{"coverageLevels.json": nil}, want: "coverageLevels.json"},
		"codes are missing":      {core: npm.Files{"supplemental/codeMappings.json": []byte(`{}`)}, want: "0 official codes, want 249"},
		"a code is a list":       {core: npm.Files{"supplemental/codeMappings.json": []byte(`{"supplemental":{"codeMappings":{"AD":[]}}}`)}, want: "AD"},
		"a language is broken":   {locales: npm.Files{"main/fr/territories.json": []byte("{")}, want: "main/fr"},
		"a name is missing":      {locales: npm.Files{"main/fr/territories.json": []byte("{}")}, want: "fr: modern coverage, but names are missing"},
		"a name holds a tab":     {locales: npm.Files{"main/en/territories.json": []byte(strings.Replace(english, `"Andorra"`, `"An\tdorra"`, 2))}, want: "a tab or a line end"},
		"two have the same name": {locales: npm.Files{"main/en/territories.json": []byte(strings.ReplaceAll(english, `"Angola"`, `"Andorra"`))}, want: `two countries have the ID "andorra"`},
	} {
		c, l := maps.Clone(core), maps.Clone(locales)
		maps.Copy(c, tt.core)
		maps.Copy(l, tt.locales)
		dir := t.TempDir()
		if err := run(serve(c, l), dir); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
		if made, _ := os.ReadDir(dir); len(made) > 0 {
			t.Errorf("%s: something is written", name)
		}
	}
	for missing, fetch := range map[string]fetcher{"cldr-core": serve(nil, locales), "cldr-localenames-full": serve(core, nil)} {
		if err := run(fetch, t.TempDir()); err == nil {
			t.Errorf("without %s there are tables", missing)
		}
	}
	if err := run(serve(core, locales), filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("tables are written to a folder that is not there")
	}
}
