package progress

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Terminal reports whether somebody reads w at a terminal, and gives what tells its width. It is none where the
// environment says that a machine reads (CI), or that lines cannot be overwritten (TERM=dumb).
func Terminal(w io.Writer, getenv func(string) string) (width func() int, ok bool) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || getenv("CI") != "" || getenv("TERM") == "dumb" {
		return nil, false
	}
	return func() int {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			return columns
		}
		return 80
	}, true
}
