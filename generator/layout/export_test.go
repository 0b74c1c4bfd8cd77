package layout

// WithoutPrograms gives the set with every page left to html/template.
func (s *Set) WithoutPrograms() *Set {
	out := *s
	out.editions = map[string]*edition{}
	for lang, e := range s.editions {
		out.editions[lang] = &edition{lang: e.lang, tag: e.tag, dir: e.dir, constants: e.constants}
	}
	return &out
}

// Compiled reports whether there is a program for a kind of page.
func (s *Set) Compiled(lang, kind string) bool { return s.editions[lang].programs[kind]() != nil }
