package main

import (
	"hash/fnv"
	"strings"
)

// islands are countries that no text of the corpus names.
var islands = []string{
	"bahamas", "barbados", "comoros", "dominica", "fiji", "grenada", "kiribati", "maldives", "mauritius", "nauru", "palau", "samoa", "seychelles", "tonga", "tuvalu", "vanuatu",
}

// withWarnings gives each section a country in its front matter that its text does not
// name, and every other one a key that nothing knows: three warnings for two sections.
func withWarnings(name, text string) (string, string) {
	if !strings.HasPrefix(name, "articles/") || strings.HasSuffix(name, "/index.md") {
		return name, text
	}
	sum := fnv.New32a()
	sum.Write([]byte(name))
	n := sum.Sum32()
	text = strings.Replace(text, "\ncountries: [", "\ncountries: ["+islands[n/2%uint32(len(islands))]+", ", 1)
	if n%2 == 0 {
		text = strings.Replace(text, "---\n", "---\nmood: calm\n", 1)
	}
	return name, text
}
