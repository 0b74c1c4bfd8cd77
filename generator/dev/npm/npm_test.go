package npm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
)

// packed is an npm package with these files and a folder.
func packed(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	w := tar.NewWriter(z)
	if err := w.WriteHeader(&tar.Header{Name: "package/", Typeflag: tar.TypeDir, Mode: 0o755}); err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		if err := w.WriteHeader(&tar.Header{Name: name, Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(body))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func TestUnpack(t *testing.T) {
	archive := packed(t, map[string]string{"package/a.json": `{"x":1}`, "package/sub/b.txt": "b"})
	files, err := unpack(archive)
	if err != nil || len(files) != 2 || string(files["sub/b.txt"]) != "b" {
		t.Fatalf("%q, %v", files, err)
	}
	var v struct{ X int }
	if err := files.Decode("a.json", &v); err != nil || v.X != 1 {
		t.Errorf("%+v, %v", v, err)
	}
	if err := files.Decode("none.json", &v); err == nil {
		t.Error("a file that is not there is decoded")
	}
	if err := files.Decode("sub/b.txt", &v); err == nil || !strings.Contains(err.Error(), "sub/b.txt") {
		t.Errorf("what is no JSON is decoded: %v", err)
	}
	if _, err := unpack(archive[:len(archive)/2]); err == nil {
		t.Error("half an archive is unpacked")
	}
	if _, err := unpack([]byte("no archive")); err == nil {
		t.Error("what is no archive is unpacked")
	}
}
