package link

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// elsewhere says how to write a link that names no file but something on the
// web, or "".
func elsewhere(l *model.Link) string {
	if l.Image {
		return ""
	}
	host, rest, _ := strings.Cut(l.Target, "/")
	name, domain, isMail := strings.Cut(l.Target, "@")
	switch {
	case strings.HasPrefix(rest, "/") && (host == "https" || host == "http"):
		return fmt.Sprintf("there is no file %q; did you mean %q?", l.Target, host+":/"+rest)
	case isMail && name != "" && isHost(domain) && !strings.ContainsAny(name, "/: "):
		return fmt.Sprintf("there is no file %q; a mail address begins with mailto:; did you mean %q?", l.Target, "mailto:"+l.Target)
	case isHost(host):
		return fmt.Sprintf("there is no file %q; an address on the web begins with https://; did you mean %q?", l.Target, "https://"+l.Target)
	}
	return ""
}

// fileEndings end the names of files where others end those of hosts.
var fileEndings = set("md markdown mdown txt html htm avif gif jpeg jpg pdf png webp svg doc docx odt csv json zip mp mov xls xlsx")

// isHost reports what looks like the name of a computer on the web.
func isHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 || strings.Contains(s, "..") || strings.HasPrefix(s, ".") {
		return false
	}
	ending := strings.ToLower(s[dot+1:])
	letters := len(ending) >= 2 && strings.Trim(ending, "abcdefghijklmnopqrstuvwxyz") == ""
	return letters && !fileEndings[ending] && !strings.ContainsAny(s, " ?#\\:%")
}

// instead is the file, as seen from the one that has the link, that was meant
// where there is none at p: one of its folder that is called nearly so, or one
// of another folder that is called just so.
func (x *linker) instead(l *model.Link, p, from string) string {
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
