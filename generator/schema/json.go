package schema

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// JSON writes things that a page is about. It can stand in HTML: <, > and & are
// escaped, and so are the line ends that scripts know and JSON does not. It is what
// encoding/json would write, which takes five times as long: most of what it looks at
// is empty.
func JSON(things ...Thing) []byte {
	return append(appendThings(append(make([]byte, 0, 1<<10), `{"@context":"https://schema.org","@graph":`...), things), '}')
}

func appendThings(b []byte, things []Thing) []byte {
	b = append(b, '[')
	for i := range things {
		if i > 0 {
			b = append(b, ',')
		}
		b = things[i].appendTo(b)
	}
	return append(b, ']')
}

func (t *Thing) appendTo(b []byte) []byte {
	o := object{append(b, '{')}
	o.text("@type", t.Type)
	o.text("@id", t.ID)
	o.text("name", t.Name)
	o.text("headline", t.Headline)
	o.texts("alternateName", t.AlternateName)
	o.text("description", t.Description)
	o.text("url", t.URL)
	o.text("image", t.Image)
	o.texts("sameAs", t.SameAs)
	o.text("identifier", t.Identifier)
	o.text("inLanguage", t.InLanguage)
	o.things("author", t.Author)
	o.thing("publisher", t.Publisher)
	o.text("datePublished", t.DatePublished)
	o.text("dateModified", t.DateModified)
	o.text("temporalCoverage", t.TemporalCoverage)
	o.number("position", t.Position)
	o.thing("isPartOf", t.IsPartOf)
	o.thing("isBasedOn", t.IsBasedOn)
	o.things("correction", t.Correction)
	o.text("text", t.Text)
	o.thing("translationOfWork", t.TranslationOfWork)
	o.things("workTranslation", t.WorkTranslation)
	o.text("startDate", t.StartDate)
	o.text("endDate", t.EndDate)
	o.thing("location", t.Location)
	o.text("birthDate", t.BirthDate)
	o.text("deathDate", t.DeathDate)
	o.text("foundingDate", t.FoundingDate)
	o.text("dissolutionDate", t.DissolutionDate)
	o.thing("geo", t.Geo)
	o.float("latitude", t.Latitude)
	o.float("longitude", t.Longitude)
	o.items("itemListElement", t.ItemListElement)
	return append(o.out, '}')
}

func (i *ListItem) appendTo(b []byte) []byte {
	o := object{append(b, '{')}
	o.text("@type", i.Type)
	o.text("name", i.Name)
	o.number("position", i.Position)
	o.text("item", i.Item)
	return append(o.out, '}')
}

// object is one in the making. What is empty is left out.
type object struct{ out []byte }

func (o *object) key(name string) {
	if o.out[len(o.out)-1] != '{' {
		o.out = append(o.out, ',')
	}
	o.out = append(append(append(o.out, '"'), name...), `":`...)
}

func (o *object) text(name, value string) {
	if value != "" {
		o.key(name)
		o.out = appendText(o.out, value)
	}
}

func (o *object) texts(name string, values []string) {
	if len(values) == 0 {
		return
	}
	o.key(name)
	for i, v := range values {
		o.out = appendText(append(o.out, "[,"[min(i, 1)]), v)
	}
	o.out = append(o.out, ']')
}

func (o *object) thing(name string, value *Thing) {
	if value != nil {
		o.key(name)
		o.out = value.appendTo(o.out)
	}
}

func (o *object) things(name string, values []Thing) {
	if len(values) > 0 {
		o.key(name)
		o.out = appendThings(o.out, values)
	}
}

func (o *object) items(name string, values []ListItem) {
	if len(values) == 0 {
		return
	}
	o.key(name)
	for i := range values {
		o.out = values[i].appendTo(append(o.out, "[,"[min(i, 1)]))
	}
	o.out = append(o.out, ']')
}

func (o *object) number(name string, value int) {
	if value != 0 {
		o.key(name)
		o.out = strconv.AppendInt(o.out, int64(value), 10)
	}
}

func (o *object) float(name string, value *float64) {
	if value != nil {
		o.key(name)
		o.out = append(o.out, marshalled(*value)...)
	}
}

// appendText writes a text. What needs an escape is encoding/json's.
func appendText(b []byte, text string) []byte {
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&',
			c >= utf8.RuneSelf && (c == 0xe2 && i+1 < len(text) && text[i+1] == 0x80 && i+2 < len(text) && text[i+2]&^1 == 0xa8):
			return append(b, marshalled(text)...)
		}
	}
	if !utf8.ValidString(text) {
		return append(b, marshalled(text)...)
	}
	return append(append(append(b, '"'), text...), '"')
}

func marshalled(value any) []byte {
	out, err := json.Marshal(value)
	if err != nil {
		panic("schema: " + err.Error()) // a text, or a place on Earth
	}
	return out
}
