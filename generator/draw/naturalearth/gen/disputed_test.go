package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// layer has an area that governs itself, one that is claimed, and what is left out: a
// lease, what was ceded, and what is too small to see.
const layer = `{"features":[
	{"properties":{"featurecla":"Admin-0 breakaway and disputed","BRK_NAME":"Self","NOTE_ADM0":"Self admin.","NOTE_BRK":"Self admin.; Claimed by Azer."},
	 "geometry":{"type":"Polygon","coordinates":[[[10,10],[11,10],[11,11],[10,11],[10,10]]]}},
	{"properties":{"featurecla":"Admin-0 claim area","BRK_NAME":"Claimed","NOTE_ADM0":"Rus.","NOTE_BRK":"Admin. By Russia; Claimed by Japan and China"},
	 "geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,2],[0,0]]]]}},
	{"properties":{"featurecla":"Admin-0 lease","BRK_NAME":"Lease"},"geometry":{"type":"Point"}},
	{"properties":{"featurecla":"Admin-0 claim area","BRK_NAME":"Ceded","NOTE_BRK":"Claimed by A after ceded to B in 1884"},"geometry":{"type":"Point"}},
	{"properties":{"featurecla":"Admin-0 indeterminant","BRK_NAME":"Small"},
	 "geometry":{"type":"Polygon","coordinates":[[[0,0],[0.1,0],[0.1,0.1],[0,0.1],[0,0]]]}}]}`

func claims(url, hash string) ([]byte, error) { return []byte(layer), nil }

func TestDisputedAreas(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := run(serve(world()), claims, dir); err != nil {
		t.Fatal(err)
	}
	want := "Claimed\t\tCN JP RU\t0 0 200 0 0 200 -200 0\nSelf\tself\tAZ\t1000 1000 100 0 0 100 -100 0\n"
	if got, err := os.ReadFile(filepath.Join(dir, disputed)); err != nil || string(got) != want {
		t.Errorf("%v, got\n%s\nwant\n%s", err, got, want)
	}
	for _, damaged := range []string{"{", strings.Replace(layer, `"Polygon"`, `"Point"`, 1), strings.Replace(layer, "[[[10,10]", `[[["x"]`, 1), strings.Replace(layer, "Azer.", "Erewhon", 1)} {
		if _, err := areas([]byte(damaged)); err == nil {
			t.Errorf("no fault in %s", damaged)
		}
	}
}

func TestDownload(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip("no curl")
	}
	path := filepath.Join(t.TempDir(), "layer")
	if err := os.WriteFile(path, []byte(layer), 0o644); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(layer))
	hash := hex.EncodeToString(sum[:])
	url := "file://" + filepath.ToSlash(path)
	if got, err := download(url, hash); err != nil || string(got) != layer {
		t.Errorf("%q, %v", got, err)
	}
	for _, tt := range [][2]string{{url, "other"}, {url + "-none", hash}} {
		if _, err := download(tt[0], tt[1]); err == nil {
			t.Errorf("%v is accepted", tt)
		}
	}
}
