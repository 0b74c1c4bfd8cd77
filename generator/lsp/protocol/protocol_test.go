package protocol

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

func framed(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }

// TestRead reads messages, says what is wrong with broken ones, and reads on behind
// those whose end is known.
func TestRead(t *testing.T) {
	good := `{"jsonrpc":"2.0","method":"m"}`
	for _, c := range []struct {
		stream string
		code   int
		err    error
	}{
		{framed(good), 0, nil},
		{"content-length: 30\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n" + good, 0, nil},
		{"Content-Length: 30\n\n" + good, 0, nil},
		{framed(`{"jsonrpc":"2.0"`), ParseError, nil},
		{framed("\xff"), ParseError, nil},
		{framed(`[{"jsonrpc":"2.0","method":"m"}]`), InvalidRequest, nil},
		{framed(`{"method":"m"}`), InvalidRequest, nil},
		{framed(`{"jsonrpc":"2.0","id":null}`), InvalidRequest, nil},
		{framed(`7`), ParseError, nil},
		{"", 0, io.EOF},
		{"Content-Length: 30", 0, ErrFraming},
		{"Content-Length: 31\r\n\r\n" + good, 0, ErrFraming},
		{"Content-Length: -1\r\n\r\n" + good, 0, ErrFraming},
		{"Content-Length: 99999999999\r\n\r\n" + good, 0, ErrFraming},
		{"Content-Length: x\r\n\r\n" + good, 0, ErrFraming},
		{"Length\r\n\r\n" + good, 0, ErrFraming},
		{"X: y\r\n\r\n" + good, 0, ErrFraming},
		{strings.Repeat("X: y\r\n", 2000), 0, ErrFraming},
		{strings.Repeat("X", 1<<20), 0, ErrFraming},
	} {
		r := bufio.NewReader(strings.NewReader(c.stream + framed(good)))
		if c.err != nil {
			r = bufio.NewReader(strings.NewReader(c.stream))
		}
		m, err := Read(r)
		var broken *Error
		switch {
		case c.err != nil && !errors.Is(err, c.err), c.code != 0 && (!errors.As(err, &broken) || broken.Code != c.code),
			c.err == nil && c.code == 0 && (err != nil || m.Method != "m"):
			t.Errorf("%.60q: %v, %v", c.stream, m, err)
		}
		if c.err == nil {
			if m, err := Read(r); err != nil || m.Method != "m" {
				t.Errorf("%.60q: then %v, %v", c.stream, m, err)
			}
		}
	}
}

func TestWrite(t *testing.T) {
	var b bytes.Buffer
	for _, m := range []*Message{
		Answer(json.RawMessage(`"a"`), []int{}, nil), Answer(json.RawMessage(`1`), nil, nil), Answer(nil, nil, &Error{ParseError, "x"}),
		Notification("n", map[string]string{"é": "😀"}), Request(3, "r", nil),
	} {
		if err := Write(&b, m); err != nil {
			t.Fatal(err)
		}
	}
	want := framed(`{"jsonrpc":"2.0","id":"a","result":[]}`) + framed(`{"jsonrpc":"2.0","id":1,"result":null}`) +
		framed(`{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}`) + framed(`{"jsonrpc":"2.0","method":"n","params":{"é":"😀"}}`) +
		framed(`{"jsonrpc":"2.0","id":3,"method":"r","params":null}`)
	if b.String() != want {
		t.Errorf("%s", b.String())
	}
	if err := Write(broken{}, Request(1, "m", nil)); err == nil {
		t.Error("nobody heard it, and no error")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestURI(t *testing.T) {
	for uri, want := range map[string]string{
		"file:///a/b%20c.md": "/a/b c.md", "file:///a/%D0%BE.md": "/a/о.md", "file://localhost/a": "/a", "file:///a/../b": "/b",
		"http://a/b": "", "untitled:x": "", "file://host/a": "", "file:": "", "%": "",
	} {
		got, ok := Path(uri)
		if got = strings.ReplaceAll(got, `\`, "/"); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", uri, got, ok)
		}
	}
	for _, uri := range []string{"file:///c%3A/x/y.md", "file:///C:/x/y.md"} {
		if got, _ := Path(uri); strings.ReplaceAll(got, `\`, "/") != "C:/x/y.md" {
			t.Errorf("%s: %q", uri, got)
		}
	}
	if got := URI("C:/x y.md"); got != "file:///C:/x%20y.md" {
		t.Error(got)
	}
	if runtime.GOOS != "windows" {
		if got := URI("/a/о#?%.md"); got != "file:///a/%D0%BE%23%3F%25.md" {
			t.Error(got)
		} else if back, _ := Path(got); back != "/a/о#?%.md" {
			t.Error(back)
		}
	}
}

// FuzzRead holds that any stream is read to its end or to an error, in messages that
// are written as they were read.
func FuzzRead(f *testing.F) {
	f.Add([]byte(framed(`{"jsonrpc":"2.0","id":1,"method":"m","params":[1]}`) + framed("{") + framed(`{"jsonrpc":"2.0","method":"n"}`)))
	f.Add([]byte("Content-Length: 3\r\nContent-Length: 2\r\n\r\n{}"))
	f.Fuzz(func(t *testing.T, stream []byte) {
		r := bufio.NewReader(bytes.NewReader(stream))
		for {
			m, err := Read(r)
			var broken *Error
			if errors.As(err, &broken) {
				continue
			}
			if err != nil {
				return
			}
			var b bytes.Buffer
			if err := Write(&b, m); err != nil {
				t.Fatal(err)
			}
			again, err := Read(bufio.NewReader(&b))
			if err != nil || again.Method != m.Method || string(again.ID) != string(m.ID) {
				t.Fatalf("%+v was read again as %+v, %v", m, again, err)
			}
		}
	})
}
