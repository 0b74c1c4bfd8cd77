// Package archive writes zip files that are the same, byte for byte, whenever and
// wherever they are made of the same files: no entry has a time of its own, and what is
// packed is packed by a library of a pinned version, as what the standard library packs
// differs from one release of Go to the next.
package archive

import (
	"archive/zip"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

// Writer writes one archive.
type Writer struct{ zip *zip.Writer }

// New begins an archive.
func New(to io.Writer) *Writer {
	w := zip.NewWriter(to)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.DefaultCompression) })
	return &Writer{w}
}

// firstDay is 1 January 1980, the earliest day that the format knows; without one an
// entry is of the day 0 of a month 0, which some programs refuse.
const firstDay = 1 | 1<<5

func header(name string, method uint16) *zip.FileHeader {
	h := &zip.FileHeader{Name: name, Method: method}
	h.ModifiedDate = firstDay //lint:ignore SA1019 Modified would add a field behind the head, which a book's first file must not have
	return h
}

// Store adds a file as it is, with nothing between its head and its bytes, as the first
// file of a book must lie.
func (w *Writer) Store(name string, body []byte) error {
	h := header(name, zip.Store)
	h.CRC32, h.CompressedSize64, h.UncompressedSize64, h.Flags = crc32.ChecksumIEEE(body), uint64(len(body)), uint64(len(body)), utf8Names(name)
	to, err := w.zip.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = to.Write(body)
	return err
}

// Pack adds a file packed.
func (w *Writer) Pack(name string, body []byte) error {
	to, err := w.zip.CreateHeader(header(name, zip.Deflate))
	if err != nil {
		return err
	}
	_, err = to.Write(body)
	return err
}

// Flush hands on what is written so far.
func (w *Writer) Flush() error { return w.zip.Flush() }

// Close ends the archive, which is not whole without it.
func (w *Writer) Close() error { return w.zip.Close() }

// utf8Names is the flag that a name with letters beyond ASCII has.
func utf8Names(name string) uint16 {
	for i := range len(name) {
		if name[i] >= 0x80 {
			return 0x800
		}
	}
	return 0
}
