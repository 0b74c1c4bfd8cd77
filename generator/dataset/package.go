package dataset

// mediaTypes are those of the files that are no tables.
var mediaTypes = [][2]string{
	{"places.geojson", "application/geo+json"},
	{"network.gexf", "application/gexf+xml"},
	{"timeline.json", "application/json"},
	{"dossier.json", "application/json"},
}

// appendPackage describes all files as a Data Package (version 2), with a schema for
// each table.
func (d *dossier) appendPackage(buf []byte, tables []*table, mark string, spill func([]byte) []byte) []byte {
	o := &object{buf, spill}
	o.open("", '{')
	o.text("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
	o.text("name", "dossier")
	home := d.site.Home.Original(d.site.Settings.Default())
	o.text("title", home.Title)
	o.text("description", home.Summary)
	o.text("homepage", d.site.Settings.BaseURL)
	o.line()
	o.open("resources", '[')
	for _, t := range tables {
		o.line()
		t.describe(o)
	}
	for _, f := range mediaTypes {
		o.line()
		o.open("", '{')
		o.text("name", f[0])
		o.text("path", f[0])
		o.text("mediatype", f[1])
		o.text("encoding", "utf-8")
		o.close('}')
	}
	o.close(']')
	return o.end(mark)
}

// describe adds a table as a resource.
func (t *table) describe(o *object) {
	o.open("", '{')
	o.text("name", t.name)
	o.text("path", t.name+".csv")
	o.text("description", t.about)
	o.text("type", "table")
	o.text("format", "csv")
	o.text("mediatype", "text/csv")
	o.text("encoding", "utf-8")
	o.open("dialect", '{')
	o.text("lineTerminator", "\r\n")
	o.close('}')
	o.open("schema", '{')
	o.open("fields", '[')
	for _, c := range t.columns {
		o.line()
		o.open("", '{')
		o.text("name", c.name)
		o.text("type", c.kind)
		o.text("description", c.about)
		if c.required {
			o.open("constraints", '{')
			o.flag("required", true)
			o.flag("unique", c.name == t.key)
			o.close('}')
		}
		o.close('}')
	}
	o.close(']')
	o.texts("primaryKey", []string{t.key})
	if len(t.foreign) > 0 {
		o.open("foreignKeys", '[')
		for _, f := range t.foreign {
			o.open("", '{')
			o.texts("fields", []string{f.column})
			o.open("reference", '{')
			if f.table != t.name { // a table that names itself leaves it out
				o.text("resource", f.table)
			}
			o.texts("fields", []string{"key"})
			o.close('}')
			o.close('}')
		}
		o.close(']')
	}
	o.close('}')
	o.close('}')
}
