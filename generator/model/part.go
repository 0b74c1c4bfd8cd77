package model

// Divide tells the sections of an article in which part of it they stand: a part goes on until
// another one begins. What stands before the first is in none.
func (a *Article) Divide() {
	var part Words
	for _, s := range a.Sections {
		if s.Opens = s.Part != nil; s.Opens {
			part = s.Part
		}
		s.Part = part
	}
}
