package link

import (
	"path"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/names"
	"dossier/generator/prose"
)

// elsewhere says how to write a link that names no file but something on the
// web.
func elsewhere(l *prose.Link) wrong {
	if l.Image {
		return wrong{}
	}
	host, rest, _ := strings.Cut(l.Target, "/")
	name, domain, isMail := strings.Cut(l.Target, "@")
	switch {
	case strings.HasPrefix(rest, "/") && (host == "https" || host == "http"):
		return toFile(l, host+":/"+rest, false, "there is no file %q; did you mean %q?", l.Target, host+":/"+rest)
	case isMail && name != "" && names.IsHost(domain) && !strings.ContainsAny(name, "/: "):
		return toFile(l, "mailto:"+l.Target, true, "there is no file %q; a mail address begins with mailto:; did you mean %q?", l.Target, "mailto:"+l.Target)
	case names.IsHost(host):
		return toFile(l, "https://"+l.Target, false, "there is no file %q; an address on the web begins with https://; did you mean %q?", l.Target, "https://"+l.Target)
	}
	return wrong{}
}

// instead is the file, as seen from the one that has the link, that was meant
// where there is none at p: one of its folder that is called nearly so, or one
// of another folder that is called just so. It is certain where only the number of a
// section, or one slip of a key, makes a difference.
func (x *linker) instead(l *prose.Link, p, from string) (file string, certain bool) {
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
				return relativeTo(path.Dir(from), file), true
			}
		case b == base && b != "index.md":
			namesakes = append(namesakes, file)
		}
	}
	if near := diag.Nearest(base, slices.Values(beside)); near != "" {
		return relativeTo(path.Dir(from), dir+near), diag.Certain(base, near, slices.Values(beside))
	}
	if len(namesakes) == 1 {
		return relativeTo(path.Dir(from), namesakes[0]), false
	}
	if near := diag.Nearest(p, slices.Values(namesakes)); near != "" {
		return relativeTo(path.Dir(from), near), false
	}
	return "", false
}
