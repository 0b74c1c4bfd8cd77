package foreign

import "testing"

func TestIs(t *testing.T) {
	for _, name := range []string{
		".DS_Store", "._01-one.md", ".git", ".01-one.md.swp", ".#01-one.md", ".~lock.01-one.md#", ".goutputstream-X1", ".syncthing.x.md.tmp",
		"01-one.md~", "#01-one.md#", "01-one.md.swp", "01-one.md.swo", "4913", "x.tmp", "x.TMP", "x.md.bak", "x.md.orig", "x.md.rej",
		"~$01-one.md", "01-one.md___jb_tmp___", "01-one.md___jb_old___", "Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", "DESKTOP.INI",
		"Icon\r", "__MACOSX", "$RECYCLE.BIN", "System Volume Information", "@eaDir", "x.jpg.crdownload", "x.jpg.part",
	} {
		if !Is(name) {
			t.Errorf("%q is taken for the dossier's own", name)
		}
	}
	for _, name := range []string{
		"01-one.md", "index.md", "tmp", "bak.md", "part.jpg", "one~two.md", "#one.md", "4913.md", "icon", "swp.md", "notes.txt",
		"01-one.sync-conflict-20240101-101010-ABC.md", "01-one (conflicted copy).md", "01-one (1).md", ".01-one.md.icloud", "01-one.md.nextcloud",
	} {
		if Is(name) {
			t.Errorf("%q is passed over", name)
		}
	}
}

func TestMovedAway(t *testing.T) {
	for placeholder, want := range map[string]string{
		".01-one.md.icloud": "01-one.md", "a.jpg.nextcloud": "a.jpg", "a.jpg.owncloud": "a.jpg",
		".icloud": "", "..icloud": "", "a.icloud": "", ".nextcloud": "", "a.md": "",
	} {
		if got, ok := MovedAway(placeholder); got != want || ok != (want != "") {
			t.Errorf("MovedAway(%q) = %q, %v", placeholder, got, ok)
		}
	}
}
