package importer

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/progress"
	"dossier/generator/rooted"
)

// record is the file in the content folder that says what an import wrote there: a
// line for each file, with the hash of what it was. It is committed with the content,
// so that another import, also on another machine, knows its own files from those
// that an editor has changed.
const record = ".dossier-import"

const recordHead = "# What dossier import wrote: it leaves alone what has changed since. Sorted; SHA-256 and path.\n"

// write writes what is new or has changed in the site, and leaves alone what is not
// the import's own.
func write(ctx context.Context, fsys afero.Fs, into string, f *Files, res *Result) error {
	out := rooted.Output(fsys, into)
	if err := out.MkdirAll(into, 0o755); err != nil {
		return err
	}
	before, err := readRecord(fsys, into)
	if err != nil {
		return err
	}
	now := map[string]string{}
	names := append(slices.Collect(maps.Keys(f.Text)), slices.Collect(maps.Keys(f.Media))...)
	slices.Sort(names)
	progress.Phase(ctx, "Writing")
	done := progress.Count(ctx, len(names))
	for _, name := range names {
		done()
		body := []byte(f.Text[name])
		if source, ok := f.Media[name]; ok {
			if body, err = f.tree.Read(source); err != nil {
				return fmt.Errorf("read %s: %w", source, err)
			}
		}
		if err := one(out, into, name, body, before, now, res); err != nil {
			return err
		}
	}
	for i := range res.Kept {
		if k := &res.Kept[i]; k.File == "index.md" && before[k.File] != hashOf([]byte(f.Text[k.File])) {
			k.Why += "; what was imported needs there " + f.needs
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if now[name] == "" {
			now[name] = before[name]
			if exists, _ := afero.Exists(fsys, filepath.Join(into, filepath.FromSlash(name))); exists {
				res.Gone = append(res.Gone, name)
			}
		}
	}
	return writeRecord(out, into, now)
}

// one writes a file, unless it is there already or is not the import's own.
func one(out afero.Fs, into, name string, body []byte, before, now map[string]string, res *Result) error {
	file := filepath.Join(into, filepath.FromSlash(name))
	hash := hashOf(body)
	there, err := afero.ReadFile(out, file)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return err
	}
	keep := func(why string) error {
		res.Kept = append(res.Kept, Kept{name, why})
		if before[name] != "" {
			now[name] = before[name]
		}
		return nil
	}
	switch was := before[name]; {
	case missing && was != "":
		return keep("it was deleted since it was imported")
	case !missing && bytes.Equal(there, body):
		res.Unchanged++
		now[name] = hash
		return nil
	case !missing && was == "":
		return keep("it was there before the import")
	case !missing && hashOf(there) != was && hash != was:
		return keep("it was changed here since it was imported, and in the site as well")
	case !missing && hashOf(there) != was:
		return keep("it was changed here since it was imported")
	}
	if err := out.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	if err := afero.WriteFile(out, file, body, 0o644); err != nil {
		return err
	}
	now[name] = hash
	res.Written = append(res.Written, name)
	return nil
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// readRecord reads the record; a line that is damaged says nothing.
func readRecord(fsys afero.Fs, into string) (map[string]string, error) {
	out := map[string]string{}
	b, err := afero.ReadFile(fsys, filepath.Join(into, record))
	if errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	for line := range strings.Lines(string(b)) {
		hash, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), " ")
		if ok && len(hash) == 2*sha256.Size && path.IsAbs("/"+name) {
			out[strings.TrimSpace(name)] = hash
		}
	}
	return out, err
}

func writeRecord(out afero.Fs, into string, now map[string]string) error {
	var b strings.Builder
	b.WriteString(recordHead)
	for _, name := range slices.Sorted(maps.Keys(now)) {
		b.WriteString(now[name] + " " + name + "\n")
	}
	file := filepath.Join(into, record)
	if there, err := afero.ReadFile(out, file); err == nil && string(there) == b.String() {
		return nil
	}
	return afero.WriteFile(out, file, []byte(b.String()), 0o644)
}
