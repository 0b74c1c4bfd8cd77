package filename

import (
	"fmt"
	"path"
	"regexp"
	"strings"
)

// IsConflict reports whether a file is a copy that Syncthing, Dropbox, Nextcloud or
// the like made when two people changed a file. It holds somebody's words.
func IsConflict(name string) bool {
	lower := strings.ToLower(name)
	return strings.Contains(lower, "sync-conflict-") || strings.Contains(lower, "conflicted copy") ||
		strings.Contains(lower, "(case conflict")
}

// Date is the date at the beginning of a section's name, with a month at least (a year
// alone may be the number of a section in a long article), and what parts it from the
// rest; or "".
func Date(name string) string { return dated.FindString(name) }

var dated = regexp.MustCompile(`^(?:1[0-9]|20)[0-9]{2}[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12][0-9]|3[01]))?(?:[-_. ]|$)`)

// Number is what stands before the words of a section's name.
func Number(name string) string { return lead.FindString(name) }

var lead = regexp.MustCompile(`^[0-9]*[-_. ]*`)

// BadFormer says why a path cannot be where a page was before, or "". It is an id with
// its folder, or an address, which ends in ".html" or a slash; isAddress says which.
func BadFormer(old string, isAddress bool) string {
	file, rest := old, ""
	if isAddress {
		file, rest = strings.TrimSuffix(strings.TrimSuffix(old, "/"), ".html"), path.Ext(old)
	}
	switch parts := strings.Split(file, "/"); {
	case strings.HasPrefix(old, "/"), strings.Contains(old, "://"):
		return fmt.Sprintf("an old address is written as seen from the site's root; did you mean %q?", afterRoot(old))
	case strings.HasSuffix(old, ".md"):
		return fmt.Sprintf("a former id has no .md at its end; did you mean %q?", strings.TrimSuffix(old, ".md"))
	case isAddress:
		for i, p := range parts {
			if why := Portable(p); why != "" {
				return why
			}
			if p == "" || p == "." || p == ".." || BadMedia(p+rest) != "" || i+1 < len(parts) && fileEnding.MatchString(p) {
				return "an old address is the names of folders and of a file, with slashes between them, such as 2019/summit.html"
			}
		}
	case len(parts) < 2, len(parts) > 3, len(parts) == 3 && parts[0] != "articles":
		return "a former id has its folder before it, such as actors/csto or articles/csto-plans-2020/outlook"
	default:
		for _, p := range parts {
			if why := BadID(p, p); why != "" {
				return why
			}
			if why := Portable(p); why != "" {
				return why
			}
		}
	}
	return ""
}

// fileEnding is that of a name that a folder should not have: a file of the site may.
var fileEnding = regexp.MustCompile(`\.[A-Za-z]+$`)

// afterRoot is what follows the slash, or the name of the site, in an address.
func afterRoot(address string) string {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		_, address, _ = strings.Cut(rest, "/")
	}
	return strings.TrimLeft(address, "/")
}
