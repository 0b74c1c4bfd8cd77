package main

import (
	"bytes"
	"runtime/debug"
	"strings"
	"testing"

	"dossier/generator/cli"
)

func TestProgram(t *testing.T) {
	t.Setenv("GOMEMLIMIT", "")
	t.Setenv("GOGC", "")
	t.Cleanup(func() {
		debug.SetTraceback("single")
		debug.SetGCPercent(100)
	})
	for args, want := range map[string]int{"version": cli.Done, "no-such-command": cli.Misused} {
		var out, errs bytes.Buffer
		if status := program([]string{args}, strings.NewReader(""), &out, &errs); status != want || (status == cli.Done) != strings.HasPrefix(out.String(), "dossier ") {
			t.Errorf("dossier %s: exit status %d; %s; %s", args, status, out.String(), errs.String())
		}
	}
}
