package cli

import (
	"path/filepath"

	"dossier/generator/pipeline"
)

// What GitHub Pages takes: a site of 1 GB, and files of 100 MB, as git on
// GitHub does. Sites are warned of at four fifths of either.
const (
	mostSite = 1_000_000_000
	mostFile = 100_000_000
)

// large warns of a site that will soon be too large for GitHub Pages.
func (b *buildCommand) large(c *call, res pipeline.Result) {
	if b.silent() {
		return
	}
	size := res.Files.Size
	if size.Bytes > mostSite/5*4 {
		say(c.stderr, "dossier: %s has %d MB; GitHub Pages takes sites of at most %d MB", b.Out, size.Bytes/1_000_000, mostSite/1_000_000)
	}
	if size.Most > mostFile/5*4 {
		say(c.stderr, "dossier: %s has %d MB; GitHub takes files of at most %d MB",
			filepath.Join(b.Out, filepath.FromSlash(size.Largest)), size.Most/1_000_000, mostFile/1_000_000)
	}
}
