// Package acceptance tests the whole program over whole dossiers: the scripts
// of testdata/script, random histories of edits, disks that fail, and the site
// of this project.
package acceptance

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/cli"
)

// The exit statuses, as the tests speak of them.
const (
	done        = cli.Done
	faulty      = cli.Faulty
	misused     = cli.Misused
	environment = cli.Environment
)

func run(ctx context.Context, args []string, fsys afero.Fs, stdout, stderr io.Writer) int {
	return cli.Run(ctx, args, fsys, strings.NewReader(""), stdout, stderr)
}
