package markdown

import "bytes"

// output is HTML that is written within a limit.
type output struct {
	buf     bytes.Buffer
	limit   int // of bytes written and of the links' addresses
	targets int // bytes of the links' addresses
	full    bool
}

// fits reports whether n more bytes may be made. Once they may not, nothing
// more is written and the walk over the tree stops.
func (o *output) fits(n int) bool {
	if o.buf.Len()+o.targets+n > o.limit {
		o.full = true
	}
	return !o.full
}

func (o *output) Write(p []byte) (int, error) {
	if o.fits(len(p)) {
		o.buf.Write(p)
	}
	return len(p), nil
}

func (o *output) WriteString(s string) (int, error) {
	if o.fits(len(s)) {
		o.buf.WriteString(s)
	}
	return len(s), nil
}

func (o *output) WriteByte(c byte) error {
	if o.fits(1) {
		o.buf.WriteByte(c)
	}
	return nil
}

func (o *output) WriteRune(c rune) (int, error) { return o.WriteString(string(c)) }
func (o *output) Available() int                { return o.buf.Available() }
func (o *output) Buffered() int                 { return 0 }
func (o *output) Flush() error                  { return nil }
