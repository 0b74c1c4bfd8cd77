package cli

import (
	"fmt"
	"runtime/debug"
	"strings"

	"dossier/generator/licences"
)

type versionCommand struct {
	Licences bool `help:"Print the licences of all that the program is made of."`
}

// Run prints one line, or the notices.
func (v *versionCommand) Run(c *call) error {
	text := version() + "\n"
	if v.Licences {
		text = licences.Text
	}
	_, err := fmt.Fprint(c.stdout, text)
	return err
}

// version says what program this is: its version and commit, as far as the go
// command wrote them into it, and the Go that made it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "dossier, of an unknown version"
	}
	return versionOf(info, releasedAs(release))
}

func versionOf(info *debug.BuildInfo, of *released) string {
	if of != nil { // built without what git knows, so that anybody can build the same bytes
		return fmt.Sprintf("dossier %s of %s, commit %s, %s", of.version, of.repository, of.commit, info.GoVersion)
	}
	words := []string{"dossier " + info.Main.Version}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			words = append(words, "commit "+s.Value)
		case s.Key == "vcs.modified" && s.Value == "true":
			words = append(words, "with changes that are not committed")
		}
	}
	return strings.Join(append(words, info.GoVersion), ", ")
}
