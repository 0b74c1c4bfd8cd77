package dataset

// appendPlaces writes what has a position as GeoJSON (RFC 7946): points in WGS 84,
// longitude first.
func (d *dossier) appendPlaces(buf []byte, mark string, spill func([]byte) []byte) []byte {
	o := &object{buf, spill}
	o.open("", '{')
	o.text("type", "FeatureCollection")
	o.open("features", '[')
	for _, e := range d.site.Entities {
		if e.Position == nil {
			continue
		}
		o.line()
		o.open("", '{')
		o.text("type", "Feature")
		o.open("geometry", '{')
		o.text("type", "Point")
		o.open("coordinates", '[')
		o.degrees("", e.Position.Lon)
		o.degrees("", e.Position.Lat)
		o.close(']')
		o.close('}')
		o.open("properties", '{')
		o.text("key", string(e.Key))
		o.text("kind", e.Key.Kind())
		for _, lang := range d.languages() {
			o.text("name_"+columnTag(lang), d.name(e, lang))
		}
		if code := alpha3(e); code != "" {
			o.text("iso_alpha3", code)
		}
		o.text("country", keyOf(e.Country))
		o.truth("position_approximate", e.Position.Approximate)
		o.text("page", d.page(e.Key))
		o.close('}')
		o.close('}')
	}
	o.last(']')
	return o.end(mark)
}
