package model

import "fmt"

// Singular names one of a kind to the editor.
func Singular(kind string) string {
	switch kind {
	case Countries:
		return "country"
	case Events:
		return "event"
	case Actors:
		return "actor"
	}
	return fmt.Sprintf("entry of %q:", kind)
}
