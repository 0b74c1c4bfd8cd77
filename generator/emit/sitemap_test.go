package emit

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"dossier/generator/model"
	"dossier/generator/plan"
)

// addresses reads the addresses of a sitemap or of an index.
func addresses(t *testing.T, body []byte) (root string, locs []string) {
	t.Helper()
	var doc struct {
		XMLName xml.Name
		URLs    []string `xml:"url>loc"`
		Maps    []string `xml:"sitemap>loc"`
	}
	if err := xml.Unmarshal(body, &doc); err != nil {
		t.Fatal(err)
	}
	return doc.XMLName.Local, append(doc.URLs, doc.Maps...)
}

func TestSitemapIndex(t *testing.T) {
	c := &model.Corpus{
		Settings: model.Settings{Languages: []string{"en", "fr"}, BaseURL: "https://example.org/d/"},
		Home:     &model.Doc{File: "index.md"},
	}
	for i := range 40 {
		c.Pages = append(c.Pages, &model.Doc{Key: model.Key(fmt.Sprintf("pages/день-%d", i)), File: fmt.Sprintf("pages/%d.md", i)})
	}
	p, faults := plan.New(&model.Site{Corpus: c})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	pages := 0
	for _, page := range p.Pages {
		if page.Kind != plan.NotFound {
			pages++
		}
	}
	for _, tt := range []struct{ urls, bytes, files int }{
		{sitemapURLs, sitemapBytes, 1}, {pages, 1 << 30, 1}, {pages - 1, 1 << 30, 3}, {10, 1 << 30, 1 + (pages+9)/10}, {1000, 9000, 0},
	} {
		outputs := sitemaps(p, tt.urls, tt.bytes)
		if tt.files > 0 && len(outputs) != tt.files || len(outputs) < 1 {
			t.Errorf("%d addresses, %d bytes: %d files, want %d", tt.urls, tt.bytes, len(outputs), tt.files)
		}
		seen, maps := map[string]bool{}, map[string]bool{}
		for _, o := range outputs {
			body, err := o.Render(nil)
			if err != nil {
				t.Fatal(err)
			}
			root, locs := addresses(t, body)
			if last := o.Path == "sitemap.xml"; last != (root == "sitemapindex") && len(outputs) > 1 {
				t.Errorf("%s is a %s", o.Path, root)
			}
			if root == "sitemapindex" {
				for _, loc := range locs {
					maps[strings.TrimPrefix(loc, c.Settings.BaseURL)] = true
				}
				continue
			}
			if len(locs) > tt.urls || len(body) > tt.bytes {
				t.Errorf("%s has %d addresses, %d bytes", o.Path, len(locs), len(body))
			}
			for _, loc := range locs {
				if seen[loc] {
					t.Errorf("%s is listed twice", loc)
				}
				seen[loc] = true
			}
		}
		for _, o := range outputs {
			if len(outputs) > 1 && o.Path != "sitemap.xml" && !maps[o.Path] {
				t.Errorf("the index does not name %s", o.Path)
			}
		}
		if len(seen) != pages {
			t.Errorf("%d of %d pages are listed", len(seen), pages)
		}
	}
}
