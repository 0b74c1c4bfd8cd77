package npm

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"testing"
)

func TestUnpack(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	w := tar.NewWriter(z)
	for name, body := range map[string]string{"package/a.json": `{"x":1}`, "package/sub/b.txt": "b"} {
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
	files, err := unpack(packed.Bytes())
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
	if _, err := unpack([]byte("no archive")); err == nil {
		t.Error("what is no archive is unpacked")
	}
}
