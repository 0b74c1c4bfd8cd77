package model

import (
	"maps"
	"testing"
)

// TestHeadings: a list of events is headed by the word for several where a language has one.
func TestHeadings(t *testing.T) {
	attack := EventType{ID: "attack", Name: Words{"en": "Attack", "fr": "Attaque"}, Many: Words{"en": "Attacks"}}
	if got, want := attack.Heading(), (Words{"en": "Attacks", "fr": "Attaque"}); !maps.Equal(got, want) {
		t.Errorf("it is headed %v, want %v", got, want)
	}
	if attack.Name["en"] != "Attack" {
		t.Errorf("one is called %q", attack.Name["en"])
	}
}
