package names

import "strings"

// isAddress reports a name in a file's name, a web address or a mail address,
// between head and tail.
func isAddress(head, name, tail string) bool {
	if head == "" && tail == "" {
		return false
	}
	whole := head + name + tail
	if strings.Contains(whole, "://") || strings.HasPrefix(whole, "www.") {
		return true
	}
	if at := strings.IndexByte(whole, '@'); at > 0 && strings.IndexByte(whole[at:], '.') > 0 {
		return true
	}
	if host, _, ok := strings.Cut(whole, "/"); ok && len(host) <= len(head) && IsHost(strings.TrimLeft(host, "(“«‘")) {
		return true
	}
	dot := strings.LastIndexByte(whole, '.')
	inName := dot >= len(head) && dot < len(head)+len(name)
	return dot > 0 && !inName && isEnding(whole[dot+1:])
}

// isEnding reports the ending of a file's name or a host's.
func isEnding(s string) bool {
	if len(s) < 2 || len(s) > 5 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return fileEndings[strings.ToLower(s)]
		}
	}
	return strings.Trim(s, "0123456789") != ""
}

// fileEndings end the names of files where others end those of hosts.
var fileEndings = wordSet("md markdown mdown txt html htm avif gif jpeg jpg pdf png webp svg doc docx odt csv json zip mp mov xls xlsx")

// IsHost reports what looks like the name of a computer on the web.
func IsHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 || strings.Contains(s, "..") || strings.HasPrefix(s, ".") {
		return false
	}
	ending := strings.ToLower(s[dot+1:])
	letters := len(ending) >= 2 && strings.Trim(ending, "abcdefghijklmnopqrstuvwxyz") == ""
	return letters && !fileEndings[ending] && !strings.ContainsAny(s, " ?#\\:%")
}
