package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// edits is how often a section is saved while dossier serves.
const edits = 21

// measureServe saves a section again and again while a program serves the corpus in at,
// and gives how many ms it takes from the end of a save until an open page is told to reload.
func measureServe(ctx context.Context, prog, at string) (ms spread, err error) {
	cmd := exec.CommandContext(ctx, prog, "serve", "--quiet", "--content", filepath.Join(at, "content"), "--addr", "127.0.0.1:0")
	cmd.Dir = at
	var faults bytes.Buffer
	cmd.Stderr = &faults
	out, err := cmd.StdoutPipe()
	if err != nil {
		return ms, err
	}
	if err := cmd.Start(); err != nil {
		return ms, err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // says that it was killed, or waited for
	}()
	lines := bufio.NewScanner(out)
	address := ""
	for address == "" {
		if !lines.Scan() {
			if err := lines.Err(); err != nil {
				return ms, fmt.Errorf("dossier serve: %w", err)
			}
			err := cmd.Wait() // it has ended, and now all that it said has come
			return ms, fmt.Errorf("dossier serve: %v: %s", err, faults.Bytes())
		}
		if _, rest, ok := strings.Cut(lines.Text(), "Serving "); ok {
			address, _, _ = strings.Cut(rest, " ")
		}
	}
	go func() { _, _ = io.Copy(io.Discard, out) }() // its log
	took, err := saves(ctx, address, at)
	if err != nil {
		return ms, err
	}
	return spreadOf(took), nil
}

// saves opens the stream of events that a page listens to and changes a
// section's text, each time another, and then back to what it was.
func saves(ctx context.Context, address, at string) (ms []float64, err error) {
	sections, err := sectionsIn(at)
	if err != nil {
		return nil, err
	}
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"__dossier/events", nil)
	if err != nil {
		return nil, err
	}
	r, err := http.DefaultClient.Do(ask)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	events := bufio.NewScanner(r.Body)
	for i := range edits {
		file := sections[i*len(sections)/edits]
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, changed := range [][]byte{append(slices.Clone(text), "\nOne sentence more.\n"...), text} {
			if err := save(file, changed); err != nil {
				return nil, err
			}
			saved := time.Now()
			for !strings.HasPrefix(events.Text(), "event: reload") {
				if !events.Scan() {
					return nil, fmt.Errorf("dossier serve ended the stream: %w", events.Err())
				}
			}
			ms = append(ms, time.Since(saved).Seconds()*1000)
			events.Scan() // on, so that this event is not taken for the next
		}
	}
	return ms, nil
}

// sectionsIn are the files of a corpus's sections.
func sectionsIn(at string) ([]string, error) {
	sections, err := filepath.Glob(filepath.Join(at, "content", "articles", "*", "*-*.md"))
	if err != nil || len(sections) == 0 {
		return nil, errors.Join(err, errors.New("the corpus has no sections"))
	}
	return sections, nil
}

// save writes a file as careful editors do: beside it, then renamed over it.
func save(file string, text []byte) error {
	if err := os.WriteFile(file+"~", text, 0o644); err != nil {
		return err
	}
	return os.Rename(file+"~", file)
}
