package cli

import (
	"fmt"
	"regexp"
)

// release says which release this program is, as OWNER/REPO@COMMIT#VERSION: the linker
// writes it when .ci/release builds one. It is empty in any other program.
var release string

// A released program knows where it and its neighbours can be had.
type released struct{ repository, commit, version string }

var releaseForm = regexp.MustCompile(`^([\w.-]+/[\w.-]+)@([0-9a-f]{40})#(v[0-9]+\.[0-9]+\.[0-9]+)$`)

// releasedAs reads what the linker wrote; nil when the program is no release. What it
// cannot read is a fault of the build, and so a panic.
func releasedAs(text string) *released {
	if text == "" {
		return nil
	}
	m := releaseForm.FindStringSubmatch(text)
	if m == nil {
		panic(fmt.Sprintf("the release %q is not OWNER/REPO@COMMIT#VERSION", text))
	}
	return &released{m[1], m[2], m[3]}
}
