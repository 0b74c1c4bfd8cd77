package main

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/generator/dev/npm"
)

// world has two countries that share a border, of which one comes in two
// features, an area without a code, and a country that only the large scale has.
func world() (atlas, cldr npm.Files) {
	const head = `{"transform":{"scale":[1,1],"translate":[0,0]},"arcs":[[[0,0],[10,0],[0,10],[-10,0],[0,-10]],[[20,20],[10,0],[0,10],[-10,0],[0,-10]],
		[[50,50],[10,0],[0,10],[-10,0],[0,-10]]],"objects":{"countries":{"geometries":[`
	atlas = npm.Files{
		"LICENSE": []byte("licence"),
		"countries-50m.json": []byte(head + `
			{"type":"Polygon","arcs":[[1]],"id":"417","properties":{"name":"Kyrgyzstan"}},
			{"type":"Polygon","arcs":[[0]],"id":"004","properties":{"name":"Afghanistan"}},
			{"type":"Polygon","arcs":[[2]],"id":"004","properties":{"name":"Afghanistan"}},
			{"type":"Polygon","arcs":[[2]],"properties":{"name":"Somaliland"}}]}}}`),
		"countries-10m.json": []byte(head + `
			{"type":"Polygon","arcs":[[2]],"id":"798","properties":{"name":"Tuvalu"}},
			{"type":"Polygon","arcs":[[1]],"id":"004","properties":{"name":"Afghanistan"}},
			{"type":"Polygon","arcs":[[1]],"properties":{"name":"Spratly Islands"}}]}}}`),
	}
	cldr = npm.Files{"supplemental/aliases.json": []byte(`{"supplemental":{"metadata":{"alias":{"territoryAlias":{
		"417":{"_replacement":"KG"},"004":{"_replacement":"AF"},"798":{"_replacement":"TV"},"SUN":{"_replacement":"RU"},"830":{"_replacement":"JE GG"}}}}}}`)}
	return atlas, cldr
}

func serve(atlas, cldr npm.Files) fetcher {
	return func(name, version, integrity string) (npm.Files, error) {
		files := map[string]npm.Files{"world-atlas": atlas, "cldr-core": cldr}[name]
		if files == nil || integrity == "" {
			return nil, errors.New("no such package")
		}
		return files, nil
	}
}

func TestTable(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := run(serve(world()), claims, dir); err != nil {
		t.Fatal(err)
	}
	const square = " 1000 0 0 1000 -1000 0"
	want := "\t5000 5000" + square + "\n" +
		"AF\t0 0" + square + "\t5000 5000" + square + "\n" +
		"KG\t2000 2000" + square + "\n" +
		"TV\t5000 5000" + square + "\n"
	if got, err := os.ReadFile(filepath.Join(dir, table)); err != nil || string(got) != want {
		t.Errorf("%v, got\n%s\nwant\n%s", err, got, want)
	}
	if got, err := os.ReadFile(filepath.Join(dir, licenceFile)); err != nil || string(got) != "licence" {
		t.Errorf("the licence is %q, %v", got, err)
	}
}

func TestWrongPackages(t *testing.T) {
	atlas, cldr := world()
	medium := string(atlas["countries-50m.json"])
	for name, tt := range map[string]struct {
		atlas, cldr npm.Files
		want        string
	}{
		"no codes":           {cldr: npm.Files{"supplemental/aliases.json": []byte("{")}, want: "aliases.json"},
		"no medium scale":    {atlas: npm.Files{"countries-50m.json": []byte("{")}, want: "countries-50m.json"},
		"no large scale":     {atlas: npm.Files{"countries-10m.json": []byte("{")}, want: "countries-10m.json"},
		"an unknown country": {atlas: npm.Files{"countries-50m.json": []byte(strings.Replace(medium, "417", "999", 1))}, want: "Kyrgyzstan: no alpha-2 code for 999"},
		"a point":            {atlas: npm.Files{"countries-50m.json": []byte(strings.Replace(medium, "Polygon", "Point", 1))}, want: "Kyrgyzstan: a Point is no area"},
		"rings of words":     {atlas: npm.Files{"countries-50m.json": []byte(strings.Replace(medium, "[[1]]", `["x"]`, 1))}, want: "Kyrgyzstan: "},
		"parts of words":     {atlas: npm.Files{"countries-50m.json": []byte(strings.Replace(strings.Replace(medium, "[[1]]", `["x"]`, 1), "Polygon", "MultiPolygon", 1))}, want: "Kyrgyzstan: "},
	} {
		a, c := maps.Clone(atlas), maps.Clone(cldr)
		maps.Copy(a, tt.atlas)
		maps.Copy(c, tt.cldr)
		dir := t.TempDir()
		if err := run(serve(a, c), claims, dir); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
	for missing, fetch := range map[string]fetcher{"world-atlas": serve(nil, cldr), "cldr-core": serve(atlas, nil)} {
		if err := run(fetch, claims, t.TempDir()); err == nil {
			t.Errorf("without %s there is a table", missing)
		}
	}
	if err := run(serve(atlas, cldr), claims, filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a table is written to a folder that is not there")
	}
}

// TestTableIsSmall refuses a table that would swell the program.
func TestTableIsSmall(t *testing.T) {
	ring := make([]point, sizeLimit/5)
	if _, err := write([]country{{code: "KG", rings: [][]point{ring}}}, nil); err != nil {
		t.Errorf("a small table is refused: %v", err)
	}
	for i := range ring {
		ring[i] = point{i * 100, -i * 100}
	}
	if _, err := write([]country{{code: "KG", rings: [][]point{ring}}}, nil); err == nil || !strings.Contains(err.Error(), "simplify more") {
		t.Errorf("a large table: %v", err)
	}
}
