//go:build unix

package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// actVariable makes the test binary act as the programs that are measured.
const actVariable = "BENCH_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(actVariable) != "" {
		if err := act(os.Args); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// act is a program that makes a page of a section, or serves a stream of reloads.
func act(args []string) error {
	if len(args) > 1 && args[1] == "serve" {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		fmt.Printf("Serving http://%s/ from here\n", l.Addr())
		return http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				fmt.Fprint(w, "event: reload\ndata:\n\n")
				w.(http.Flusher).Flush()
				time.Sleep(time.Millisecond)
			}
		}))
	}
	out := args[len(args)-1] // of the floor
	if at := slices.Index(args, "--out"); at > 0 {
		out = args[at+1]
	}
	page := filepath.Join(out, "articles", "a", "s.html")
	if err := write(page, []byte(`<link rel="stylesheet" href="../../s.css"><script src="../../s.js"></script><body class="kind-section">`)); err != nil {
		return err
	}
	if err := write(filepath.Join(out, "s.css"), []byte("css")); err != nil {
		return err
	}
	return write(filepath.Join(out, "s.js"), []byte("a longer script"))
}

// fakes puts that program in a folder under the names of all that are measured.
func fakes(t *testing.T) (tmp string) {
	t.Helper()
	t.Setenv(actVariable, "1")
	tmp = t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"dossier", "floor", "old", "twin"} {
		if err := os.Symlink(self, program(tmp, name)); err != nil {
			t.Fatal(err)
		}
	}
	return tmp
}
