package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"slices"
	"strings"
)

// The layer of disputed areas is on no package registry: it comes from a copy of Natural
// Earth as GeoJSON, at one commit. To move to a new one, change the hash with it.
const (
	disputedURL  = "https://raw.githubusercontent.com/martynafford/natural-earth-geojson/0b9a6ceb0a7032713abd9460ac1e995a9c60cd1e/10m/cultural/ne_10m_admin_0_disputed_areas.json"
	disputedHash = "462d995d96b4b20901224b877cdb44266521d4b93a7c9259619c557e04a0d7f9"
	disputed     = "data/disputed.tsv"
)

// download gets a file with curl and checks it against its SHA-256.
func download(url, hash string) ([]byte, error) {
	data, err := exec.Command("curl", "--fail", "--silent", "--show-error", "--location", url).Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", url, err)
	}
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != hash {
		return nil, fmt.Errorf("%s: the hash is %s, want %s", url, got, hash)
	}
	return data, nil
}

// feature is an area of the layer.
type feature struct {
	Properties struct {
		Class string `json:"featurecla"`
		Name  string `json:"BRK_NAME"`
		Held  string `json:"NOTE_ADM0"`
		Note  string `json:"NOTE_BRK"`
		Admin string `json:"ADM0_A3"`
	}
	Geometry struct {
		Type        string
		Coordinates json.RawMessage
	}
}

// counts reports whether an area is disputed: a lease or a buffer zone is not, nor what
// the source says the claimant has ceded.
func (f *feature) counts() bool {
	switch f.Properties.Class {
	case "Admin-0 breakaway and disputed", "Admin-0 claim area", "Admin-0 indeterminant":
		return !strings.Contains(f.Properties.Note, "after ceded to")
	}
	return false
}

// codes are the ISO 3166-1 codes of what the layer calls countries, in the notes or, where an area
// has none, by a code.
var codes = map[string]string{
	"Argentina": "AR", "Azer.": "AZ", "Bhutan": "BT", "BLZ": "BZ", "China": "CN", "Comoros": "KM", "Cyprus": "CY", "France": "FR", "Georgia": "GE", "Guyana": "GY",
	"India": "IN", "Israel": "IL", "Japan": "JP", "Kenya": "KE", "Moldova": "MD", "Morocco": "MA", "Pakistan": "PK", "PSX": "PS", "Russia": "RU", "Somalia": "SO",
	"South Sudan": "SS", "Sudan": "SD", "Suriname": "SR", "Syria": "SY", "U.K.": "GB", "Ukraine": "UA", "Venezuela": "VE", "Western Sahara": "EH",
}

// parties are the codes of the countries that hold an area or claim it, according to its note:
// "Admin. by A; Claimed by B and C".
func (f *feature) parties() ([]string, error) {
	var names []string
	for part := range strings.SplitSeq(f.Properties.Note, ";") {
		if _, by, ok := strings.Cut(strings.ToLower(part), " by "); ok {
			names = append(names, strings.Split(part[len(part)-len(by):], " and ")...)
		}
	}
	if names == nil {
		names = []string{f.Properties.Admin}
	}
	var out []string
	for _, name := range names {
		code, ok := codes[name]
		if !ok {
			return nil, fmt.Errorf("%q has no code", name)
		}
		out = append(out, code)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// leastDisputed is the area, in square degrees at the equator, below which a disputed area
// cannot be seen on any map.
const leastDisputed = island

// areas makes the table's text: a line an area, its name, "self" if it governs itself, the codes
// of who holds or claims it, and its rings as in the table of countries, the largest area first.
func areas(data []byte) (string, error) {
	var layer struct{ Features []feature }
	if err := json.Unmarshal(data, &layer); err != nil {
		return "", err
	}
	type line struct {
		size float64
		text string
	}
	var lines []line
	for _, f := range layer.Features {
		if !f.counts() {
			continue
		}
		rings, err := f.rings()
		if err != nil {
			return "", fmt.Errorf("%s: %w", f.Properties.Name, err)
		}
		if len(rings) == 0 {
			continue
		}
		if rings = keepVisible(rings); area(rings[0]) < leastDisputed {
			continue
		}
		var b strings.Builder
		b.WriteString(f.Properties.Name + "\t")
		if strings.HasPrefix(f.Properties.Held, "Self admin") {
			b.WriteString("self")
		}
		parties, err := f.parties()
		if err != nil {
			return "", fmt.Errorf("%s: %w", f.Properties.Name, err)
		}
		b.WriteString("\t" + strings.Join(parties, " "))
		writeRings(&b, rings)
		lines = append(lines, line{area(rings[0]), b.String() + "\n"})
	}
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.text, b.text)) })
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text)
	}
	return b.String(), nil
}

// rings are the lines of the area on the grid, simplified, the last point not repeated;
// without those that are smaller than the grid.
func (f *feature) rings() ([][]point, error) {
	polygons := make([][][][]float64, 1)
	var err error
	switch f.Geometry.Type {
	case "Polygon":
		err = json.Unmarshal(f.Geometry.Coordinates, &polygons[0])
	case "MultiPolygon":
		err = json.Unmarshal(f.Geometry.Coordinates, &polygons)
	default:
		err = fmt.Errorf("a %s is no area", f.Geometry.Type)
	}
	if err != nil {
		return nil, err
	}
	var out [][]point
	for _, polygon := range polygons {
		for _, positions := range polygon {
			ring := make([]point, len(positions))
			for i, p := range positions {
				ring[i] = point{int(math.Round(p[0] * grid)), int(math.Round(p[1] * grid))}
			}
			if ring = simplify(ring); len(ring) > 3 {
				out = append(out, ring[:len(ring)-1])
			}
		}
	}
	return out, nil
}
