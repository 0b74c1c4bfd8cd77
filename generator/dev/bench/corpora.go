package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"dossier/generator/dev/bench/corpus"
)

// hugoFiles are the configuration and layouts for Hugo.
//
//go:embed all:hugo
var hugoFiles embed.FS

// asWritten leaves a file of the corpus as it is.
func asWritten(name, text string) (string, string) { return name, text }

// writeCorpus writes the corpus of n sections, each file as change has it.
func writeCorpus(dir string, n int, change func(name, text string) (string, string)) error {
	for name, text := range corpus.Files(seed, n) {
		name, text = change(name, text)
		if err := write(filepath.Join(dir, filepath.FromSlash(name)), []byte(text)); err != nil {
			return err
		}
	}
	return nil
}

// languages are the editions of a dossier that has three.
var languages = []string{"en", "fr", "ru"}

// writeEditions writes the corpus of n sections in three editions. The words of all are the same: they have no meaning in
// any language.
func writeEditions(dir string, n int) error {
	for name, text := range corpus.Files(seed, n) {
		if name == "index.md" {
			text = strings.Replace(text, "\nlanguages: [en]\n", "\nlanguages: ["+strings.Join(languages, ", ")+"]\n", 1)
			text = named.ReplaceAllString(text, "${1}{en: $2, fr: $2, ru: $2}")
		}
		text = role.ReplaceAllString(text, "${1}{en: $2, fr: $2, ru: $2}")
		if err := write(filepath.Join(dir, filepath.FromSlash(name)), []byte(text)); err != nil {
			return err
		}
		for _, lang := range languages[1:] {
			translated := strings.TrimSuffix(name, ".md") + "." + lang + ".md"
			if err := write(filepath.Join(dir, filepath.FromSlash(translated)), []byte(translation(text))); err != nil {
				return err
			}
		}
	}
	return nil
}

// Names of relations and roles of actors, which have one in each language.
var (
	named = regexp.MustCompile(`(?m)^(    (?:name|inverse): )\{en: ([^}]*)\}$`)
	role  = regexp.MustCompile(`(?m)^(role: )\{en: ([^}]*)\}$`)
)

// translation is the file in another language: it says again what is worded, and nothing else.
func translation(text string) string {
	front, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	var b strings.Builder
	b.WriteString("---\n")
	for line := range strings.Lines(front + "\n") {
		switch key, _, _ := strings.Cut(line, ":"); key {
		case "title", "description", "summary":
			b.WriteString(line)
		}
	}
	b.WriteString("---\n" + body)
	return b.String()
}

// writeHugo writes a project for Hugo with the same content.
func writeHugo(dir string, n int) error {
	err := fs.WalkDir(hugoFiles, "hugo", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := hugoFiles.ReadFile(name)
		if err != nil {
			return err
		}
		return write(filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(name, "hugo/"))), text)
	})
	if err != nil {
		return err
	}
	return writeCorpus(filepath.Join(dir, "content"), n, forHugo)
}

func write(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o644)
}

// forHugo changes what Hugo would read otherwise than meant, and nothing else:
// folders' own pages are called _index.md, terms are such folders, four keys
// have another meaning there, and the order of sections is not in their names.
func forHugo(name, text string) (string, string) {
	folder, base := path.Split(name)
	var b strings.Builder
	b.WriteString("---\n")
	var article, section int
	if _, numbers, ok := strings.Cut(folder, "-"); ok {
		if n, _ := fmt.Sscanf(numbers+base, "%d/%d-", &article, &section); n == 2 {
			fmt.Fprintf(&b, "weight: %d\n", article*100+section)
		}
	}
	switch {
	case base == "index.md":
		name = folder + "_index.md"
	case !strings.HasPrefix(name, "articles/"):
		name = strings.TrimSuffix(name, ".md") + "/_index.md"
	}
	front, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	for line := range strings.Lines(front + "\n") {
		if key, rest, ok := strings.Cut(line, ":"); ok {
			switch key {
			case "name":
				key = "title"
			case "date": // of any precision, which Hugo's dates are not
				key = "when"
			case "type": // chooses the layout
				key = "sort"
			case "languages": // settings of ours
				continue
			}
			line = key + ":" + rest
		}
		b.WriteString(line)
	}
	b.WriteString("---\n" + body)
	return name, b.String()
}
