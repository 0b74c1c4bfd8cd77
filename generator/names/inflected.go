package names

// Inflected are the forms that the rules of a language make of an entity's name
// and aliases, by case; none where they do not change, or nobody knows how.
func Inflected(e Entity, lang string) (forms [][]string) {
	l := languageOf(lang)
	if l.forms == nil || l.still {
		return nil
	}
	l.eachName(&e, func(name, _ string, how How) {
		if how == ByForms {
			return
		}
		variants, _ := l.variants(name, &e)
		of := make([]string, len(variants))
		for i, v := range variants {
			of[i] = v.text
		}
		forms = append(forms, of)
	})
	return forms
}
