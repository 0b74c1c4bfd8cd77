// Package schema writes what a page is about in the words of schema.org, as
// JSON-LD: plain data in, JSON out. Only what a page shows is said.
package schema

// Thing is anything that schema.org has a type for, or a mention of it by its ID.
// Which properties a type has is for the caller to know. JSON writes them in this order.
type Thing struct {
	Type string `json:"@type,omitempty"`
	ID   string `json:"@id,omitempty"` // an address; the page's own for what the page is about

	Name          string   `json:"name,omitempty"`
	Headline      string   `json:"headline,omitempty"`
	AlternateName []string `json:"alternateName,omitempty"`
	Description   string   `json:"description,omitempty"`
	URL           string   `json:"url,omitempty"`
	Image         string   `json:"image,omitempty"`
	SameAs        []string `json:"sameAs,omitempty"`
	Identifier    string   `json:"identifier,omitempty"`

	// Of works.
	InLanguage        string  `json:"inLanguage,omitempty"`
	Author            []Thing `json:"author,omitempty"`
	Publisher         *Thing  `json:"publisher,omitempty"`
	DatePublished     string  `json:"datePublished,omitempty"`
	DateModified      string  `json:"dateModified,omitempty"`
	TemporalCoverage  string  `json:"temporalCoverage,omitempty"`
	Position          int     `json:"position,omitempty"`
	IsPartOf          *Thing  `json:"isPartOf,omitempty"`
	IsBasedOn         *Thing  `json:"isBasedOn,omitempty"`
	Correction        []Thing `json:"correction,omitempty"`
	Text              string  `json:"text,omitempty"`
	TranslationOfWork *Thing  `json:"translationOfWork,omitempty"`
	WorkTranslation   []Thing `json:"workTranslation,omitempty"`

	// Of events, persons and organisations.
	StartDate       string `json:"startDate,omitempty"`
	EndDate         string `json:"endDate,omitempty"`
	Location        *Thing `json:"location,omitempty"`
	BirthDate       string `json:"birthDate,omitempty"`
	DeathDate       string `json:"deathDate,omitempty"`
	FoundingDate    string `json:"foundingDate,omitempty"`
	DissolutionDate string `json:"dissolutionDate,omitempty"`

	// Of places.
	Geo       *Thing   `json:"geo,omitempty"`
	Latitude  *float64 `json:"latitude,omitempty"`
	Longitude *float64 `json:"longitude,omitempty"`

	// Of lists.
	ItemListElement []ListItem `json:"itemListElement,omitempty"`
}

// ListItem is a thing in a list. (A Thing would take ten times the memory, on every page.)
type ListItem struct {
	Type     string `json:"@type"`
	Name     string `json:"name,omitempty"`
	Position int    `json:"position"` // from 1
	Item     string `json:"item,omitempty"`
}

// Ref mentions what another page is about, by that page's address.
func Ref(address string) *Thing { return &Thing{ID: address} }

// Crumbs are the way to a page: names and addresses from the first page on. The
// last one, the page itself, needs no address.
func Crumbs(names, addresses []string) Thing {
	items := make([]ListItem, len(names))
	for i, name := range names {
		items[i] = ListItem{Type: "ListItem", Position: i + 1, Name: name}
		if i < len(addresses) {
			items[i].Item = addresses[i]
		}
	}
	return Thing{Type: "BreadcrumbList", ItemListElement: items}
}

// Place is a point on Earth.
func Place(latitude, longitude float64) *Thing {
	return &Thing{Type: "GeoCoordinates", Latitude: &latitude, Longitude: &longitude}
}
