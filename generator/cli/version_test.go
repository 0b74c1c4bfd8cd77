package cli

import (
	"runtime/debug"
	"testing"
)

func TestVersion(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: "v1.2.0"}, Settings: []debug.BuildSetting{
		{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "0123abc"}, {Key: "vcs.modified", Value: "false"},
	}}
	if got, want := versionOf(info), "dossier v1.2.0, commit 0123abc, go1.26.8"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	info.Settings[2].Value = "true"
	if got, want := versionOf(info), "dossier v1.2.0, commit 0123abc, with changes that are not committed, go1.26.8"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
