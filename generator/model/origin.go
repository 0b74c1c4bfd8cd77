package model

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
)

// Origin tells the dossier from all others in files that leave it: the host and path of
// its address, or of its repository's. One that has neither goes by its title.
func (c *Corpus) Origin() string {
	for _, address := range []string{c.Settings.BaseURL, c.Settings.Repository} {
		if u, err := url.Parse(address); err == nil && u.Host != "" {
			return u.Host + strings.TrimSuffix(u.EscapedPath(), "/")
		}
	}
	sum := sha256.Sum256([]byte(c.Home.Original(c.Settings.Default()).Title))
	return "dossier-" + hex.EncodeToString(sum[:6])
}
