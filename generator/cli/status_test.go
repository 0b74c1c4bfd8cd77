//go:build unix

package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestStatusOfInterruption asks for the status without a signal, too.
func TestStatusOfInterruption(t *testing.T) {
	for cause, want := range map[error]int{nil: 130, Interrupted{syscall.SIGINT}: 130, Interrupted{syscall.SIGTERM}: 143} {
		ctx, cancel := context.WithCancelCause(context.Background())
		cancel(cause)
		var stderr strings.Builder
		c := &call{ctx: ctx, stderr: &stderr}
		if got := c.status(ctx.Err()); got != want || !strings.Contains(stderr.String(), "interrupted") {
			t.Errorf("%v: %d, want %d; %s", cause, got, want, stderr.String())
		}
	}
}

func TestFromHere(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{
		"content/": "content", "./a/../b": "b", "../content": filepath.Join("..", "content"),
		filepath.Join(here, "content"): "content", here: ".", filepath.Dir(here): filepath.Dir(here),
	} {
		if got := fromHere(dir); got != want {
			t.Errorf("%s from here is %s, want %s", dir, got, want)
		}
	}
}
