package main

import "testing"

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Kyrgyzstan":              "kyrgyzstan",
		"United States":           "united-states",
		"Côte d’Ivoire":           "cote-d-ivoire",
		"Türkiye":                 "turkiye",
		"Åland Islands":           "aland-islands",
		"Bosnia & Herzegovina":    "bosnia-and-herzegovina",
		"Myanmar (Burma)":         "myanmar",
		"Cocos (Keeling) Islands": "cocos-islands",
		"Congo - Kinshasa":        "congo-kinshasa",
		"U.S. Virgin Islands":     "us-virgin-islands",
		"St. Barthélemy":          "st-barthelemy",
		"Guinea-Bissau":           "guinea-bissau",
	} {
		if got := slug(name); got != want {
			t.Errorf("slug(%q) = %q, want %q", name, got, want)
		}
	}
}
