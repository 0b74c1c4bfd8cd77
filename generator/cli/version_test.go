package cli

import (
	"runtime/debug"
	"testing"
)

func TestVersion(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: "v1.2.0"}, Settings: []debug.BuildSetting{
		{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "0123abc"}, {Key: "vcs.modified", Value: "false"},
	}}
	if got, want := versionOf(info, nil), "dossier v1.2.0, commit 0123abc, go1.26.8"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	info.Settings[2].Value = "true"
	if got, want := versionOf(info, nil), "dossier v1.2.0, commit 0123abc, with changes that are not committed, go1.26.8"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	of := releasedAs("ann/dossier@0123456789012345678901234567890123456789#v2.0.1")
	if got, want := versionOf(info, of), "dossier v2.0.1 of ann/dossier, commit 0123456789012345678901234567890123456789, go1.26.8"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestReleaseIsWhole: a release that names itself wrongly must not come into use.
func TestReleaseIsWhole(t *testing.T) {
	for _, text := range []string{"v1.2.3", "ann/dossier@v1.2.3", "ann/dossier@0123456789012345678901234567890123456789#main"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is taken", text)
				}
			}()
			releasedAs(text)
		}()
	}
}
