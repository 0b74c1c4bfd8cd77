package cldr

// withoutRegion are languages that, where no country is said, are written as in
// another locale than CLDR's main one: its English is that of the United States,
// and puts the month first.
var withoutRegion = map[string]string{"en": "en-001"}
