package parsed

import (
	"math"

	"dossier/generator/diag"
	"dossier/generator/frontmatter"
	"dossier/generator/markdown"
	"dossier/generator/packed"
	"dossier/generator/prose"
)

// encode writes what was made of the file at a path; false when it cannot be read back as
// it is.
func encode(w *packed.Writer, path string, doc *markdown.Doc, faults diag.List) bool {
	for i := range faults {
		if faults[i].Excerpt != "" {
			return false
		}
	}
	e := encoder{w, path, true}
	w.Faults(faults)
	e.fields(doc.Meta)
	e.body(&doc.Body)
	return e.ok
}

// decode is the inverse of encode; false for anything else. The front matter is in the
// room.
func decode(value, path string, in *room) (doc markdown.Doc, faults diag.List, ok bool) {
	d := decoder{packed.Read(value), path, in}
	in.fields.used, in.values.used = 0, 0
	faults = d.Faults()
	doc.Meta = d.mapping(0)
	doc.Body = d.body()
	if !d.Done() {
		return markdown.Doc{}, nil, false
	}
	return doc, faults, true
}

type encoder struct {
	*packed.Writer
	path string
	ok   bool
}

// pos writes an address in the file.
func (e *encoder) pos(p diag.Pos) {
	e.ok = e.ok && p.File == e.path
	e.Number(p.Line)
	e.Number(p.Col)
}

// list writes how many elements a list has, and whether it is nil.
func list[T any](e *encoder, of []T) {
	if of == nil {
		e.Number(-1)
	} else {
		e.Number(len(of))
	}
}

func (e *encoder) fields(fields []frontmatter.Field) {
	list(e, fields)
	for i := range fields {
		e.Text(fields[i].Key)
		e.pos(fields[i].Pos)
		e.value(&fields[i].Value)
	}
}

// What a scalar is.
const (
	noScalar = iota
	rawScalar
	textScalar
	intScalar
	floatScalar
	trueScalar
	falseScalar
)

func (e *encoder) value(v *frontmatter.Value) {
	e.Truths(v.IsList, v.IsMap, v.Folded, v.Cut != "")
	e.pos(v.Pos)
	if v.Cut != "" {
		e.Text(v.Cut)
	}
	switch {
	case v.IsList:
		list(e, v.List)
		for i := range v.List {
			e.value(&v.List[i])
		}
	case v.IsMap:
		e.fields(v.Map)
	}
	e.Text(v.Raw)
	switch x := v.Scalar.(type) {
	case nil:
		e.Number(noScalar)
	case string:
		if x == v.Raw {
			e.Number(rawScalar)
			return
		}
		e.Number(textScalar)
		e.Text(x)
	case int:
		e.Number(intScalar)
		e.Number(x)
	case float64:
		e.Number(floatScalar)
		e.Number(int(math.Float64bits(x)))
	case bool:
		if x {
			e.Number(trueScalar)
		} else {
			e.Number(falseScalar)
		}
	default: // numbers that no int holds
		e.ok = false
	}
}

// body writes a body. Offsets are written as their distance from the one before: most of
// these fit in a byte.
func (e *encoder) body(b *prose.Body) {
	e.Text(b.HTML)
	e.Number(len(b.Runs))
	var at, line int32
	for i := range b.Runs {
		r := &b.Runs[i]
		e.Number(int(r.Start - at))
		e.Number(int(r.End - r.Start))
		e.Number(int(r.Line - line))
		e.Number(int(r.Col))
		e.Truths(r.Joined)
		at, line = r.End, r.Line
	}
	e.Number(len(b.Links))
	for i := range b.Links {
		l := &b.Links[i]
		e.Text(l.Target)
		e.Truths(l.Wiki, l.Image)
		e.Number(l.Href)
		e.Number(l.Label)
		e.pos(l.Pos)
	}
	e.Number(len(b.Headings))
	for i := range b.Headings {
		h := &b.Headings[i]
		e.Number(h.Level)
		e.Text(h.ID)
		e.Text(h.Text)
		e.Number(h.Open)
		e.Number(h.Close)
	}
	e.Number(len(b.Alerts))
	for i := range b.Alerts {
		e.Text(b.Alerts[i].Kind)
		e.Number(b.Alerts[i].Title)
	}
	e.Number(len(b.Blocks))
	for i := range b.Blocks {
		x := &b.Blocks[i]
		e.Number(int(x.Start))
		e.Number(int(x.End - x.Start))
		e.Number(int(x.ID))
		e.Bytes(x.Hash[:])
	}
	e.Number(len(b.Notes))
	for i := range b.Notes {
		e.Text(b.Notes[i].Name)
		e.Number(b.Notes[i].At)
		e.pos(b.Notes[i].Pos)
	}
}

type decoder struct {
	*packed.Reader
	path string
	*room
}

// room has the front matter of one file after the other.
type room struct {
	fields shelf[frontmatter.Field]
	values shelf[frontmatter.Value]
}

// shelf has lists, none of which is needed for long.
type shelf[T any] struct {
	all  []T
	used int
}

// list is an empty list of n elements.
func (s *shelf[T]) list(n int) []T {
	if s.used+n > len(s.all) {
		s.all, s.used = make([]T, max(2*n, 64)), 0
	}
	s.used += n
	list := s.all[s.used-n : s.used : s.used]
	clear(list)
	return list
}

func (d *decoder) pos() diag.Pos { return diag.Pos{File: d.path, Line: d.Number(), Col: d.Number()} }

// made makes the list whose length comes next.
func made[T any](d *decoder) []T {
	n := d.Count()
	if n == 0 {
		return nil
	}
	return make([]T, n)
}

// maybeNil is made for a list that list wrote.
func maybeNil[T any](d *decoder, on *shelf[T]) []T {
	n := d.Number()
	if n < 0 {
		return nil
	}
	return on.list(d.Fits(n))
}

// deepest is how deep values lie in each other at most; front matter is less deep.
const deepest = 200

func (d *decoder) mapping(deep int) []frontmatter.Field {
	fields := maybeNil(d, &d.fields)
	for i := range fields {
		f := &fields[i]
		f.Key, f.Pos = d.Text(), d.pos()
		d.value(&f.Value, deep+1)
	}
	return fields
}

func (d *decoder) value(v *frontmatter.Value, deep int) {
	var cut bool
	d.Truths(&v.IsList, &v.IsMap, &v.Folded, &cut)
	v.Pos = d.pos()
	if cut {
		v.Cut = d.Text()
	}
	switch {
	case deep > deepest:
		d.Fail()
	case v.IsList:
		v.List = maybeNil(d, &d.values)
		for i := range v.List {
			d.value(&v.List[i], deep+1)
		}
	case v.IsMap:
		v.Map = d.mapping(deep)
	}
	v.Raw = d.Text()
	switch d.Number() {
	case noScalar:
	case rawScalar:
		v.Scalar = v.Raw
	case textScalar:
		v.Scalar = d.Text()
	case intScalar:
		v.Scalar = d.Number()
	case floatScalar:
		v.Scalar = math.Float64frombits(uint64(d.Number()))
	case trueScalar:
		v.Scalar = true
	case falseScalar:
		v.Scalar = false
	default:
		d.Fail()
	}
}

func (d *decoder) body() (b prose.Body) {
	b.HTML = d.Text()
	b.Runs = made[prose.Run](d)
	var at, line int32
	for i := range b.Runs {
		r := &b.Runs[i]
		r.Start = at + int32(d.Number())
		r.End = r.Start + int32(d.Number())
		r.Line = line + int32(d.Number())
		r.Col = int32(d.Number())
		d.Truths(&r.Joined)
		at, line = r.End, r.Line
	}
	b.Links = made[prose.Link](d)
	for i := range b.Links {
		l := &b.Links[i]
		l.Target = d.Text()
		d.Truths(&l.Wiki, &l.Image)
		l.Href, l.Label, l.Pos = d.Number(), d.Number(), d.pos()
	}
	b.Headings = made[prose.Heading](d)
	for i := range b.Headings {
		h := &b.Headings[i]
		h.Level, h.ID, h.Text, h.Open, h.Close = d.Number(), d.Text(), d.Text(), d.Number(), d.Number()
	}
	b.Alerts = made[prose.Alert](d)
	for i := range b.Alerts {
		b.Alerts[i] = prose.Alert{Kind: d.Text(), Title: d.Number()}
	}
	b.Blocks = made[prose.Block](d)
	for i := range b.Blocks {
		x := &b.Blocks[i]
		x.Start = int32(d.Number())
		x.End = x.Start + int32(d.Number())
		x.ID = int32(d.Number())
		copy(x.Hash[:], d.Bytes(len(x.Hash)))
	}
	b.Notes = made[prose.Note](d)
	for i := range b.Notes {
		b.Notes[i] = prose.Note{Name: d.Text(), At: d.Number(), Pos: d.pos()}
	}
	return b
}
