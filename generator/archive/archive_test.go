package archive

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
)

func made(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := New(&b)
	if err := w.Store("mimetype", []byte("application/epub+zip")); err != nil {
		t.Fatal(err)
	}
	if err := w.Store("Пекин.txt", nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Pack("a/b.html", []byte(strings.Repeat("<p>The same words again.</p>\n", 50))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The bytes are those that every build of the program makes: of any release of Go, on
// any system.
func TestBytes(t *testing.T) {
	body := made(t)
	sum := sha256.Sum256(body)
	if got, want := hex.EncodeToString(sum[:8]), "8136e31d79efc298"; got != want {
		t.Errorf("the archive has the sum %s, want %s", got, want)
	}
	if got := string(body[:58]); !strings.HasPrefix(got, "PK\x03\x04") || got[30:] != "mimetypeapplication/epub+zip" {
		t.Errorf("it begins with %q", got)
	}
	r, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		name, begins string
		method       uint16
	}{{"mimetype", "application/epub+zip", zip.Store}, {"Пекин.txt", "", zip.Store}, {"a/b.html", "<p>The same", zip.Deflate}} {
		f := r.File[i]
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil || f.Name != want.name || f.NonUTF8 || f.Method != want.method || !strings.HasPrefix(string(text), want.begins) || f.Modified.Format("2006-01-02") != "1980-01-01" {
			t.Errorf("%s, method %d, of %s: %q, %v", f.Name, f.Method, f.Modified, text, err)
		}
	}
}

// full is a disk with room for so many bytes.
type full int

func (f *full) Write(b []byte) (int, error) {
	if *f -= full(len(b)); *f < 0 {
		return 0, errors.New("full")
	}
	return len(b), nil
}

func TestFullDisk(t *testing.T) {
	for room := full(0); room < 9000; room += 500 {
		left := room
		w := New(&left)
		err := errors.Join(w.Store("a", bytes.Repeat([]byte("x"), 5000)), w.Pack("b", bytes.Repeat([]byte("x"), 5000)), w.Close())
		if (err == nil) != (left >= 0) {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}
