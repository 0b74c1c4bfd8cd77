package keys

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"reflect"
	"slices"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// hash gathers what a key is made of.
type hash struct {
	buf  []byte
	sum  [sha256.Size]byte // of what was in buf before
	file string            // of the address that was added last
}

// flush keeps the buffer short.
func (h *hash) flush() {
	if len(h.buf) > 32<<10 {
		h.sum = sha256.Sum256(append(h.buf, h.sum[:]...))
		h.buf = h.buf[:0]
	}
}

func (h *hash) key() Key {
	sum := sha256.Sum256(append(h.buf, h.sum[:]...))
	return Key(sum[:len(Key{})])
}

func (h *hash) keyed(x Key) { h.buf = append(h.buf, x[:]...) }

func (h *hash) int(n int) { h.buf = binary.AppendVarint(h.buf, int64(n)) }

func (h *hash) string(s string) { h.int(len(s)); h.buf = append(h.buf, s...) }

// anchor adds an anchor. It is add for what there is most of; a test knows its fields.
func (h *hash) anchor(a *model.Anchor) {
	h.string(string(a.Target))
	h.string(a.File())
	h.string(a.URL())
	h.string(a.Heading())
	flags := 0
	for i, is := range []bool{a.Here, a.Mention, a.Image, a.First} {
		if is {
			flags |= 1 << i
		}
	}
	h.int(flags)
	h.int(int(a.Source))
	h.int(int(a.Start))
	h.int(int(a.End))
	h.int(int(a.Label))
}

// mention adds which text a mention is of.
func (h *hash) mention(d *model.Doc, t *model.Text) {
	h.string(string(d.Key))
	h.string(t.Lang)
}

// doc adds a doc and its texts without their bodies.
func (h *hash) doc(d *model.Doc) {
	own := *d
	own.Texts = nil
	h.add(own)
	for _, t := range d.Texts {
		own := *t
		own.Body = prose.Body{}
		h.add(own)
	}
	h.flush()
}

// add adds a value with all that it consists of and points to.
func (h *hash) add(x any) { h.value(reflect.ValueOf(x)) }

func (h *hash) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		h.string(v.String())
	case reflect.Bool:
		h.int(map[bool]int{true: 1}[v.Bool()])
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		h.buf = binary.AppendVarint(h.buf, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		h.buf = binary.AppendUvarint(h.buf, v.Uint())
	case reflect.Float64, reflect.Float32:
		h.buf = binary.LittleEndian.AppendUint64(h.buf, math.Float64bits(v.Float()))
	case reflect.Pointer:
		if h.int(map[bool]int{true: 1}[v.IsNil()]); !v.IsNil() {
			h.value(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		h.int(v.Len())
		for i := range v.Len() {
			h.value(v.Index(i))
		}
	case reflect.Struct:
		switch v.Type() {
		case posType:
			h.pos(v)
			return
		case dateType: // its text says all of it
			h.string(v.Field(0).String())
			return
		}
		for i := range v.NumField() {
			h.value(v.Field(i))
		}
	case reflect.Map:
		h.int(v.Len())
		for _, key := range sortedKeys(v) {
			h.string(key.String())
			h.value(v.MapIndex(key))
		}
	default:
		panic("keys: no rule for a " + v.Kind().String())
	}
}

var posType, dateType = reflect.TypeFor[diag.Pos](), reflect.TypeFor[edtf.Date]()

// pos adds an address. Most are in one file after the other, whose name is added once.
func (h *hash) pos(v reflect.Value) {
	if file := v.Field(0).String(); file != h.file {
		h.file = file
		h.int(-1)
		h.string(file)
	}
	h.int(int(v.Field(1).Int()))
	h.int(int(v.Field(2).Int()))
}

// sortedKeys are those of a map whose keys are strings.
func sortedKeys(m reflect.Value) []reflect.Value {
	all := m.MapKeys()
	slices.SortFunc(all, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
	return all
}
