package content

import (
	"net/mail"
	"net/url"
	"strings"

	"dossier/generator/content/filename"
	"dossier/generator/diag"
	"dossier/generator/model"
)

// party reads who made something: an actor's id, or words.
func (f *front) party(key, lang string) model.Party {
	v := f.get(key)
	if s, isText := v.Scalar.(string); isText && v.written && filename.BadID(s, s) == "" {
		t := f.keys.tag(model.Actors, s, v.Pos)
		return model.Party{Actor: &t}
	}
	return model.Party{Words: f.words(v, lang)}
}

// contact reads an address that readers write to, and gives it as a link: of the
// web, or of mail.
func (v value) contact() string {
	s := v.code()
	bare := strings.TrimPrefix(s, "mailto:")
	switch {
	case s == "":
		return ""
	case !strings.Contains(s, "://") && isMail(bare):
		return "mailto:" + (&url.URL{Path: bare}).EscapedPath()
	case strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://"):
		return v.address()
	}
	example := "corrections@example.org or https://example.org/contact"
	switch host, _, _ := strings.Cut(s, "/"); {
	case isMail(strings.Join(strings.Fields(bare), "")):
		example = strings.Join(strings.Fields(bare), "")
	case strings.Contains(host, ".") && !strings.ContainsAny(s, "@: <>\"\\"):
		example = "https://" + s
	}
	v.faults.Add(v.Pos, diag.UnsafeLink, "%q takes a mail or web address; it is %q; did you mean %s?", v.key, s, example)
	return ""
}

// isMail reports a plain address of mail, without a name before it.
func isMail(s string) bool {
	a, err := mail.ParseAddress(s)
	_, host, _ := strings.Cut(s, "@")
	return err == nil && a.Address == s && strings.Contains(strings.Trim(host, "."), ".")
}
