package layout

import "reflect"

// kinds are the layouts of the program and their views, without the pages that
// use them.
var kinds = []Template{
	{"home", reflect.TypeFor[Home]()}, {"article", reflect.TypeFor[Article]()}, {"section", reflect.TypeFor[Section]()},
	{"entity", reflect.TypeFor[Entity]()}, {"index", reflect.TypeFor[Index]()}, {"timeline", reflect.TypeFor[Timeline]()},
	{"map", reflect.TypeFor[Map]()}, {"graph", reflect.TypeFor[Graph]()}, {"as-of", reflect.TypeFor[AsOf]()},
	{"page", reflect.TypeFor[Free]()}, {"corrections", reflect.TypeFor[Corrections]()}, {"sources", reflect.TypeFor[Sources]()}, {"404", reflect.TypeFor[NotFound]()},
	{"entries", reflect.TypeFor[Entries]()}, {"search", reflect.TypeFor[Search]()},
	{"parallel", reflect.TypeFor[Parallel]()}, {"translations", reflect.TypeFor[Translations]()},
}
