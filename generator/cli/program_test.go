package cli

import (
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestIdentity(t *testing.T) {
	id := strings.Repeat("a", 20) + "/" + strings.Repeat("b", 20)
	for _, tt := range []struct {
		name, file, want string
	}{
		{"a note", "\x7fELF...\x04\x00\x00\x00\x29\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id + "\x00\x00\x00more", id},
		{"before the code", "MZ...\xff Go build ID: \"" + id + "\"\n \xffcode", id},
		{"an empty note", "\x7fELF\x04\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id, ""},
		{"an empty ID", "MZ\xff Go build ID: \"\"\n \xffcode", ""},
		{"a note at the very beginning", "\x04\x00\x00\x00Go\x00\x00" + id, ""},
		{"an ID that is cut off", "\xff Go build ID: \"" + strings.Repeat("c", buildIDWithin), ""},
		{"no ID", "#!/bin/sh", ""},
		{"an ID that is too far in", strings.Repeat(" ", buildIDWithin) + "\xff Go build ID: \"" + id + "\"\n \xff", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, more := identity(strings.NewReader(tt.file)), identity(strings.NewReader(tt.file+"."))
			if tt.want != "" {
				if got != tt.want {
					t.Errorf("identity is %q, want %q", got, tt.want)
				}
				return
			}
			if _, err := hex.DecodeString(got); err != nil || len(got) != 64 || got == more {
				t.Errorf("identity is %q, of a longer file %q, want two hashes", got, more)
			}
		})
	}
}

func TestIdentityOfWhatCannotBeRead(t *testing.T) {
	broken := iotest.ErrReader(errors.New("broken"))
	for _, r := range []io.Reader{broken, io.MultiReader(strings.NewReader(strings.Repeat(" ", buildIDWithin)), broken)} {
		if got := identity(r); got != "" {
			t.Errorf("identity is %q, want none", got)
		}
	}
}

// The go command gives every program an ID, this test as well.
func TestProgram(t *testing.T) {
	if got := program(); !strings.Contains(got, "/") {
		t.Errorf("program is %q, want its build ID", got)
	}
}
