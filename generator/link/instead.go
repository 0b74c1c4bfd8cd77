package link

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/names"
	"dossier/generator/prose"
)

// elsewhere says how to write a link that names no file but something on the
// web, or "".
func elsewhere(l *prose.Link) string {
	if l.Image {
		return ""
	}
	host, rest, _ := strings.Cut(l.Target, "/")
	name, domain, isMail := strings.Cut(l.Target, "@")
	switch {
	case strings.HasPrefix(rest, "/") && (host == "https" || host == "http"):
		return fmt.Sprintf("there is no file %q; did you mean %q?", l.Target, host+":/"+rest)
	case isMail && name != "" && names.IsHost(domain) && !strings.ContainsAny(name, "/: "):
		return fmt.Sprintf("there is no file %q; a mail address begins with mailto:; did you mean %q?", l.Target, "mailto:"+l.Target)
	case names.IsHost(host):
		return fmt.Sprintf("there is no file %q; an address on the web begins with https://; did you mean %q?", l.Target, "https://"+l.Target)
	}
	return ""
}

// instead is the file, as seen from the one that has the link, that was meant
// where there is none at p: one of its folder that is called nearly so, or one
// of another folder that is called just so.
func (x *linker) instead(l *prose.Link, p, from string) string {
	known := x.mediaNames()
	if !l.Image {
		known = x.fileNames()
	}
	dir, base := path.Split(p)
	var beside, namesakes []string
	for _, file := range known {
		switch d, b := path.Split(file); {
		case d == dir && b != "":
			beside = append(beside, b)
			if strings.HasSuffix(b, "-"+base) { // a section without its number
				return didYouMean(relativeTo(path.Dir(from), file))
			}
		case b == base && b != "index.md":
			namesakes = append(namesakes, file)
		}
	}
	if near := diag.Nearest(base, slices.Values(beside)); near != "" {
		return didYouMean(relativeTo(path.Dir(from), dir+near))
	}
	if len(namesakes) == 1 {
		return didYouMean(relativeTo(path.Dir(from), namesakes[0]))
	}
	if near := diag.Nearest(p, slices.Values(namesakes)); near != "" {
		return didYouMean(relativeTo(path.Dir(from), near))
	}
	return ""
}

func didYouMean(target string) string { return fmt.Sprintf("did you mean %q", target) }
