package cli

import "fmt"

// licence is one that the texts of a dossier may be under, by its SPDX identifier.
type licence struct{ name, address string }

// textLicences are those that init can name; its flag --license lists them.
var textLicences = map[string]licence{
	"CC-BY-4.0":    {"Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/legalcode"},
	"CC-BY-SA-4.0": {"Creative Commons Attribution-ShareAlike 4.0 International", "https://creativecommons.org/licenses/by-sa/4.0/legalcode"},
	"CC0-1.0":      {"Creative Commons CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/legalcode"},
}

// statement is the file that puts a dossier's texts under a licence.
func statement(id string) string {
	l := textLicences[id]
	return fmt.Sprintf(`%s
SPDX-License-Identifier: %s

The texts and other works in content/, and the same works as they appear in
the site in public/, are under this licence. Its text, which alone is binding,
is at

    %s

The publications that they report on remain with their authors and publishers.
What the site looks like is the program's: see dossier version --licences.
`, l.name, id, l.address)
}
