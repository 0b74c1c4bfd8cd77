package model

// WholeIn are the languages in which an entity without prose has all its words.
func (e *Entity) WholeIn(languages []string) []string {
	var whole []string
	for _, lang := range languages {
		all := e.OneName || e.Names[lang] != ""
		for _, words := range []Words{e.Role, e.DateText, e.PlaceText} {
			all = all && (len(words) == 0 || words[lang] != "")
		}
		if all {
			whole = append(whole, lang)
		}
	}
	return whole
}
