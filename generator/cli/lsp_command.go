package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/lsp"
	"dossier/generator/pipeline"
)

type lspCommand struct {
	Content string `help:"Folder of the content; without it, the one that the editor's folder has or lies in." placeholder:"DIR"`
	Layouts string `help:"Folder of layouts; without it, layouts beside the content." placeholder:"DIR"`
	Drafts  bool   `help:"Read drafts as if they were none."`
	Stdio   bool   `help:"Speak on standard input and output, which is done anyway; some editors ask for it."`
}

// quiet is how long nothing must be typed before faults are shown.
const quiet = 150 * time.Millisecond

// Run serves an editor until that ends it. By the protocol an editor that leaves
// unasked makes it end with status 1.
func (l *lspCommand) Run(c *call) error {
	err := lsp.Run(c.ctx, lsp.Config{Open: func(root string) (pipeline.Config, error) { return l.open(c.fs, root) }, Quiet: quiet, Version: version(), Log: c.stderr}, c.stdin, c.stdout)
	if errors.Is(err, lsp.ErrNoShutdown) {
		say(c.stderr, "dossier: %v", err)
		return errFaults
	}
	return err
}

// open configures the dossier that an editor's folder has, or lies in.
func (l *lspCommand) open(fs afero.Fs, root string) (pipeline.Config, error) {
	if root == "" {
		var err error
		if root, err = os.Getwd(); err != nil {
			return pipeline.Config{}, err
		}
	}
	content := l.Content
	if content == "" {
		content = "content"
		for dir := root; ; dir = filepath.Dir(dir) {
			if is, _ := afero.Exists(fs, filepath.Join(dir, "content", "index.md")); is {
				content = filepath.Join(dir, "content")
				break
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	content = from(root, content)
	if is, err := afero.DirExists(fs, content); !is || err != nil {
		return pipeline.Config{}, fmt.Errorf("there is no content folder %q; open the folder that has it, or name it with --content", content)
	}
	layouts := filepath.Join(filepath.Dir(content), "layouts")
	if l.Layouts != "" {
		layouts = from(root, l.Layouts)
	}
	return pipeline.Config{Source: fs, Content: content, Layouts: layouts, Drafts: l.Drafts, Jobs: 1}, nil
}

// from makes a path absolute that is meant from a folder.
func from(dir, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}
