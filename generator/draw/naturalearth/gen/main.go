// Command gen makes the tables of package naturalearth from two packages on
// npm, world-atlas (outlines) and cldr-core (codes), and a file from GitHub
// (disputed areas). It needs npm, curl and the network; run it with "go generate" in
// the package's folder.
//
// All sources are pinned by version and by hash and nothing is taken from the
// clock, so the same tables come out every time, byte for byte.
//
// The outlines are simplified border by border: the source says which border
// two countries share, each is simplified once, and so neighbours still fit.
package main

import (
	"cmp"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/dev/npm"
)

// To move to new versions, change them together with the hashes:
// `npm view NAME@VERSION dist.integrity`.
const (
	atlasVersion = "2.0.2"
	atlasHash    = "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=="
	cldrVersion  = "48.2.0"
	cldrHash     = "sha512-zfmLothncSwfv2jlevoSrgI2VGgH8SDGHXst6jUEotHA8nq9Igeg9jzdJDFtBso9pgJuG89DK16TzrmZDdo2Bg=="
)

const (
	table       = "data/outlines.tsv"
	licenceFile = "data/WORLD-ATLAS-LICENSE.txt"
	sizeLimit   = 250_000 // bytes of the table
)

func main() {
	log.SetFlags(0)
	if err := run(npm.Fetch, download, "."); err != nil {
		log.Fatalf("gen: %v", err)
	}
}

// fetcher is npm.Fetch.
type fetcher func(name, version, integrity string) (npm.Files, error)

// run fetches the sources and rewrites the tables, below dir.
func run(fetch fetcher, get func(url, hash string) ([]byte, error), dir string) error {
	atlas, err := fetch("world-atlas", atlasVersion, atlasHash)
	if err != nil {
		return err
	}
	cldr, err := fetch("cldr-core", cldrVersion, cldrHash)
	if err != nil {
		return err
	}
	codes, err := alpha2(cldr)
	if err != nil {
		return err
	}
	var medium, large topology
	if err := atlas.Decode("countries-50m.json", &medium); err != nil {
		return err
	}
	if err := atlas.Decode("countries-10m.json", &large); err != nil {
		return err
	}
	text, err := write(countries(&medium, &large, codes))
	if err != nil {
		return err
	}
	layer, err := get(disputedURL, disputedHash)
	if err != nil {
		return err
	}
	claims, err := areas(layer)
	if err != nil {
		return fmt.Errorf("disputed areas: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, table), []byte(text), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, disputed), []byte(claims), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, licenceFile), atlas["LICENSE"], 0o644)
}

// alpha2 maps ISO 3166-1 numeric codes to alpha-2 codes. CLDR lists the
// numeric ones as aliases.
func alpha2(cldr npm.Files) (map[string]string, error) {
	var doc struct {
		Supplemental struct {
			Metadata struct {
				Alias struct {
					TerritoryAlias map[string]struct {
						Replacement string `json:"_replacement"`
					}
				}
			}
		}
	}
	if err := cldr.Decode("supplemental/aliases.json", &doc); err != nil {
		return nil, err
	}
	codes := map[string]string{}
	for from, to := range doc.Supplemental.Metadata.Alias.TerritoryAlias {
		if _, err := strconv.Atoi(from); err == nil && len(to.Replacement) == 2 {
			codes[from] = to.Replacement
		}
	}
	return codes, nil
}

// country is one line of the table.
type country struct {
	code  string // "" for an area that has none
	rings [][]point
}

// countries are those of the medium scale, and of the large scale those that
// the medium one lacks, by code and then size. Features of one code are one
// country.
func countries(medium, large *topology, codes map[string]string) ([]country, error) {
	var out []country
	found := map[string]int{}
	for _, source := range []*topology{medium, large} {
		before := len(out)
		for _, g := range source.Objects.Countries.Geometries {
			code := ""
			if g.ID != "" {
				if code = codes[g.ID]; code == "" {
					return nil, fmt.Errorf("%s: no alpha-2 code for %s", g.Properties.Name, g.ID)
				}
			}
			i, known := found[code]
			switch {
			case source == large && (code == "" || known && i < before):
				continue
			case !known || code == "":
				found[code] = len(out)
				i = len(out)
				out = append(out, country{code: code})
			}
			rings, err := source.rings(g)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", g.Properties.Name, err)
			}
			out[i].rings = append(out[i].rings, rings...)
		}
	}
	for i := range out {
		out[i].rings = keepVisible(out[i].rings)
	}
	slices.SortStableFunc(out, func(a, b country) int { return cmp.Compare(a.code, b.code) })
	return out, nil
}

// write makes the table's text: a line a country, the code and then the rings,
// each as the first point and the steps to the others, in hundredths of a
// degree.
func write(list []country, err error) (string, error) {
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, c := range list {
		b.WriteString(c.code)
		writeRings(&b, c.rings)
		b.WriteByte('\n')
	}
	if b.Len() > sizeLimit {
		return "", fmt.Errorf("the table has %d bytes, more than %d: simplify more", b.Len(), sizeLimit)
	}
	return b.String(), nil
}

// writeRings adds a line's rings.
func writeRings(b *strings.Builder, rings [][]point) {
	for _, ring := range rings {
		b.WriteByte('\t')
		last := point{}
		for i, p := range ring {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(b, "%d %d", p[0]-last[0], p[1]-last[1])
			last = p
		}
	}
}
