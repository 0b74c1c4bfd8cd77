package linkcheck

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"dossier/generator/progress"
)

// Lost is an address whose copy is looked for, near a day when it was there.
type Lost struct {
	Address string
	Day     string // YYYYMMDD; "" when none is known
}

// Copy is one that the Internet Archive keeps.
type Copy struct {
	URL  string
	Date string // YYYY-MM-DD, of the copy
}

// availability answers which copy of an address is closest to a day. It knows more copies
// of addresses without https:// than of those with it (internetarchive/wayback issue 296),
// which are the same to it; some it forgets altogether.
const availability = "https://archive.org/wayback/available"

// maxAnswer is how many bytes of its answer are read.
const maxAnswer = 64 << 10

// Copies asks the Internet Archive for copies, one after the other, and gives those that
// it has. After an answer that cannot be used it asks no more: the error says why.
func (c *Checker) Copies(ctx context.Context, lost []Lost) (map[string]Copy, error) {
	found := map[string]Copy{}
	progress.Phase(ctx, "Looking for copies")
	done := progress.Count(ctx, len(lost))
	for i, l := range lost {
		if i > 0 {
			if err := c.Wait(ctx, pause); err != nil {
				return found, err
			}
		}
		copied, err := c.closest(ctx, l)
		if err != nil {
			return found, err
		}
		if copied.URL != "" {
			found[l.Address] = copied
		}
		done()
	}
	return found, nil
}

// closest asks for the copy of one address; "" when there is none.
func (c *Checker) closest(ctx context.Context, l Lost) (Copy, error) {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	_, bare, _ := strings.Cut(l.Address, "://")
	bare, _, _ = strings.Cut(bare, "#")
	query := url.Values{"url": {bare}}
	if l.Day != "" {
		query.Set("timestamp", l.Day)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, availability+"?"+query.Encode(), nil)
	if err != nil {
		return Copy{}, err
	}
	request.Header.Set("User-Agent", c.Agent)
	response, err := c.Transport.RoundTrip(request)
	if err != nil {
		return Copy{}, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return Copy{}, errors.New(status(response.StatusCode))
	}
	var answer struct {
		Snapshots struct {
			Closest struct {
				Available      bool
				URL, Timestamp string
				Status         string
			}
		} `json:"archived_snapshots"`
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err == nil {
		err = json.Unmarshal(body, &answer)
	}
	if err != nil {
		return Copy{}, fmt.Errorf("its answer cannot be read: %w", err)
	}
	x := answer.Snapshots.Closest
	if !x.Available || x.Status != "200" {
		return Copy{}, nil
	}
	return copyOf(x.URL, x.Timestamp), nil
}

var inArchive = regexp.MustCompile("^https?://web\\.archive\\.org/web/[0-9]{14}/https?://[^\\s\"\\\\<>`]+$")

// copyOf checks what the archive says of a copy: nothing else may get into front matter.
func copyOf(address, timestamp string) Copy {
	_, bare, _ := strings.Cut(address, "://")
	if !inArchive.MatchString(address) || len(address) > maxAddress || !strings.HasPrefix(bare, "web.archive.org/web/"+timestamp+"/") {
		return Copy{}
	}
	return Copy{URL: "https://" + bare, Date: timestamp[:4] + "-" + timestamp[4:6] + "-" + timestamp[6:8]}
}
