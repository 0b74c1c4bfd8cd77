// Package foreign knows the names of files and folders that operating systems,
// programs and cloud services leave among an editor's own, and that are no part of
// the dossier. This is the one list of them, for all code that reads, watches or
// makes files.
//
// A copy that a cloud service made of a conflict ("x (conflicted copy)") is
// not among them: it holds somebody's words, which must not be lost silently.
package foreign

import "strings"

// Is reports whether a file or folder of this name is to be ignored. Letter case
// makes no difference, as on Windows and macOS.
func Is(name string) bool {
	switch {
	case name == "":
		return false
	case name[0] == '.':
		_, moved := MovedAway(name)
		return !moved
	}
	lower := strings.ToLower(name)
	switch lower {
	case "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "icon\uf00d", // folder icons and thumbnails
		"__macosx", "$recycle.bin", "system volume information", "lost+found", "@eadir", "#recycle", // of disks and archives
		"4913": // Vim tries whether it may write in the folder
		return true
	}
	switch last := name[len(name)-1]; {
	case last == '~', // backups of many editors
		name[0] == '#' && last == '#',    // Emacs
		strings.HasPrefix(name, "~$"),    // office programs
		strings.HasPrefix(lower, "~wrl"): // Word
		return true
	}
	return hasEnding(lower)
}

// endings are those of temporary files, backups and unfinished downloads.
var endings = []string{
	".bak", ".orig", ".rej", ".old", ".tmp", ".temp", ".swp", ".swo", ".swn", ".swx", ".lock", ".kate-swp",
	".crdownload", ".part", ".partial", ".download", ".dropbox.attr",
	"___jb_tmp___", "___jb_old___", "___jb_bak___", // JetBrains
}

func hasEnding(lower string) bool {
	for _, end := range endings {
		if len(lower) > len(end) && strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

// MovedAway gives the name of the file that a placeholder stands for, when a file
// of this name is one: a cloud service has moved the file's content elsewhere.
func MovedAway(placeholder string) (name string, ok bool) {
	if name, ok := strings.CutSuffix(placeholder, ".icloud"); ok && len(name) > 1 && name[0] == '.' {
		return name[1:], true
	}
	for _, end := range []string{".nextcloud", ".owncloud"} {
		if name, ok := strings.CutSuffix(placeholder, end); ok && name != "" && name[0] != '.' {
			return name, true
		}
	}
	return "", false
}
