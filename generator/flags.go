package main

import (
	"fmt"
	"net/url"
	"strings"
)

// baseURL checks the --base-url flag and ends it in a slash.
func baseURL(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return "", usageError{fmt.Errorf("--base-url takes an address such as https://user.github.io/repo/; it is %q", s)}
	}
	u.Path = strings.TrimSuffix(u.Path, "/") + "/"
	u.RawQuery, u.Fragment = "", ""
	return u.String(), nil
}
