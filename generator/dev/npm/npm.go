// Package npm fetches data that is published on npm, for the programs that
// make this project's committed tables. It runs the npm client and needs the
// network; the dossier program itself never uses it.
//
// A package is pinned by version and by hash, so the same files come out every
// time or none do.
package npm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Files is an unpacked npm package: contents by path inside the package.
type Files map[string][]byte

// Decode reads the JSON file at path into v.
func (f Files) Decode(path string, v any) error {
	data, ok := f[path]
	if !ok {
		return fmt.Errorf("%s: not in the package", path)
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// Fetch packs an npm package in a temporary folder, checks the archive against
// its hash in Subresource Integrity form (`npm view NAME@VERSION
// dist.integrity`), and unpacks it in memory.
func Fetch(name, version, integrity string) (Files, error) {
	dir, err := os.MkdirTemp("", "npm-pack-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	npm := exec.Command("npm", "pack", "--silent", name+"@"+version)
	npm.Dir = dir
	if said, err := npm.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("npm pack %s@%s: %w\n%s", name, version, err, said)
	}
	archive, err := os.ReadFile(filepath.Join(dir, name+"-"+version+".tgz"))
	if err != nil {
		return nil, err
	}
	sum := sha512.Sum512(archive)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != integrity {
		return nil, fmt.Errorf("%s@%s: the archive's hash is %s, want %s", name, version, got, integrity)
	}
	return unpack(archive)
}

// unpack reads the regular files of a gzipped tar archive, whose one top
// folder is left off.
func unpack(archive []byte) (Files, error) {
	plain, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, err
	}
	unpacked := Files{}
	for r := tar.NewReader(plain); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			return unpacked, nil
		}
		if err != nil {
			return nil, err
		}
		if header.Typeflag != tar.TypeReg {
			continue
		}
		_, path, _ := strings.Cut(header.Name, "/")
		if unpacked[path], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
}
