package publish

import (
	"context"

	"github.com/spf13/afero"
)

// Write and Replace are those of a memory in which nothing is known.
func Write(ctx context.Context, fs afero.Fs, dir string, outputs []Output, jobs int) (Result, error) {
	return (&Memory{}).Write(ctx, fs, dir, outputs, jobs)
}

func Replace(ctx context.Context, fs afero.Fs, dir string, outputs []Output, jobs int) (Result, error) {
	return (&Memory{}).Replace(ctx, fs, dir, outputs, jobs)
}
