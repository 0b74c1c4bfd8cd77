package build

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/publish"
)

// The cache remembers, for one output folder, what the last build read and what
// it made. When a build finds that everything read then reads the same, and
// that the site on disk is byte for byte what was published, it has nothing to
// do. Rules:
//
//   - All that a build's outcome depends on is in the record: the program, the
//     settings of the command line, and each file and folder it looked at.
//   - What the command line does with warnings is no such setting: all of them
//     are in the record, and whether they stop publication is asked anew.
//   - Nothing is trusted that can be looked at: neither sizes nor times.
//   - A record that is missing, damaged, foreign or cannot be written makes a
//     build do its work, and changes nothing else.
type record struct {
	key      string // of program and settings
	manifest publish.Sum
	outcome  outcome
	reads    []read
}

// outcome is what a build told, but for the files.
type outcome struct {
	Editions, Pages int
	Faults          diag.List
}

// read is a question that the build asked, with its answer.
type read struct {
	question
	answer answer
}

// cacheFile is where the record for the output folder is; "" for none.
func (cfg Config) cacheFile() string {
	out, err := filepath.Abs(cfg.Out)
	if err != nil || cfg.Cache == "" || cfg.Program == nil || cfg.Verify || cfg.Check {
		return ""
	}
	sum := sha256.Sum256([]byte(out))
	return filepath.Join(cfg.Cache, cachePrefix+hex.EncodeToString(sum[:8]))
}

// key is what a build's outcome depends on beside what it reads; "" when that
// is not known.
func (cfg Config) key() string {
	program := cfg.Program()
	if program == "" {
		return ""
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", []any{program, cfg.Content, cfg.Layouts, cfg.BaseURL, cfg.Drafts}))
	return hex.EncodeToString(sum[:])
}

// unchanged gives the result of the build that the cache knows of, if this one
// would be the same.
func (cfg Config) unchanged(ctx context.Context) (Result, diag.List, bool) {
	name := cfg.cacheFile()
	if name == "" {
		return Result{}, nil, false
	}
	text, err := afero.ReadFile(cfg.Source, name)
	if err != nil {
		return Result{}, nil, false
	}
	r, ok := decode(text)
	if !ok || r.key == "" || r.key != cfg.key() || !holds(ctx, cfg.Source, r.reads, cfg.Jobs) {
		return Result{}, nil, false
	}
	files, ok := publish.Intact(ctx, cfg.Target, cfg.Out, r.manifest, cfg.Jobs)
	if !ok {
		return Result{}, nil, false
	}
	if cfg.fails(r.outcome.Faults) {
		return Result{}, r.outcome.Faults, true
	}
	res := Result{Editions: r.outcome.Editions, Pages: r.outcome.Pages, OK: true}
	res.Files.Unchanged, res.Files.Manifest = files, r.manifest
	return res, r.outcome.Faults, true
}

// remember writes the record of a build that published. Whatever fails here,
// the next build does its work.
func (cfg Config) remember(t *trace, res Result, faults diag.List) {
	name := cfg.cacheFile()
	if name == "" || t.unsure {
		return
	}
	key := cfg.key()
	if key == "" {
		return
	}
	r := record{key: key, manifest: res.Files.Manifest, outcome: outcome{res.Editions, res.Pages, faults}}
	r.reads = make([]read, 0, len(t.reads))
	for q, a := range t.reads {
		r.reads = append(r.reads, read{q, a})
	}
	slices.SortFunc(r.reads, func(a, b read) int { return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.kind, b.kind)) })
	if cfg.cacheFolder() != nil {
		return
	}
	temp := name + ".new"
	if r.save(cfg.Source, temp) != nil || cfg.Source.Rename(temp, name) != nil {
		_ = cfg.Source.Remove(temp)
	}
}

// cacheFolder makes the folder of the records, in which git ignores all,
// wherever it lies: a record names every file that was read, drafts too. A
// folder that other programs use as well stays as they want it.
func (cfg Config) cacheFolder() error {
	if err := cfg.Source.MkdirAll(cfg.Cache, 0o755); err != nil {
		return err
	}
	entries, err := afero.ReadDir(cfg.Source, cfg.Cache)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), cachePrefix) {
			return nil // .gitignore, or another program's
		}
	}
	return afero.WriteFile(cfg.Source, filepath.Join(cfg.Cache, ".gitignore"), []byte("*\n"), 0o644)
}

// save writes a record to a file, which may be large.
func (r record) save(fsys afero.Fs, name string) error {
	f, err := fsys.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(r.encode(f), f.Close())
}

const (
	cachePrefix  = "dossier-"
	cacheHeading = "dossier cache 2"
	cacheEnd     = "end "
)

// encode writes a record: a heading, the key, the manifest, the outcome as
// JSON, a line for each read, and a line with the hash of all before it.
func (r record) encode(w io.Writer) error {
	hash := sha256.New()
	b := bufio.NewWriterSize(io.MultiWriter(w, hash), 64<<10)
	faults, err := json.Marshal(r.outcome)
	if err != nil {
		panic(err) // plain data
	}
	fmt.Fprintf(b, "%s\n%s\n%x\n%s\n", cacheHeading, r.key, r.manifest, faults)
	for _, x := range r.reads {
		line := hex.AppendEncode(append(b.AvailableBuffer(), x.kind, ' '), x.answer[:])
		b.Write(append(strconv.AppendQuote(append(line, ' '), x.path), '\n'))
	}
	if err := b.Flush(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%x\n", cacheEnd, hash.Sum(nil))
	return err
}

// decode is the inverse of encode; false for anything else.
func decode(text []byte) (r record, ok bool) {
	end := bytes.LastIndex(text, []byte("\n"+cacheEnd)) + 1
	body, last := text[:end], text[end:]
	if string(last) != fmt.Sprintf("%s%x\n", cacheEnd, sha256.Sum256(body)) {
		return record{}, false
	}
	lines := bufio.NewScanner(bytes.NewReader(body))
	lines.Buffer(nil, len(body)+1)
	next := func() string { lines.Scan(); return lines.Text() }
	if next() != cacheHeading {
		return record{}, false
	}
	r.key = next()
	sum, err := hex.DecodeString(next())
	if err != nil || copy(r.manifest[:], sum) != len(r.manifest) || json.Unmarshal([]byte(next()), &r.outcome) != nil {
		return record{}, false
	}
	for lines.Scan() {
		kind, rest, _ := strings.Cut(lines.Text(), " ")
		sum, quoted, _ := strings.Cut(rest, " ")
		x := read{}
		found, err := hex.DecodeString(sum)
		if err != nil || copy(x.answer[:], found) != len(x.answer) || len(kind) != 1 {
			return record{}, false
		}
		x.kind = kind[0]
		if x.path, err = strconv.Unquote(quoted); err != nil {
			return record{}, false
		}
		r.reads = append(r.reads, x)
	}
	return r, true
}
