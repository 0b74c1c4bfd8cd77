package picture

import (
	"bytes"
	"encoding/binary"
)

// OnItsSide reports whether a file is a JPEG whose Exif data say that the stored picture must be
// turned by 90 degrees (orientations 5 to 8).
func OnItsSide(file []byte) bool {
	rest, ok := bytes.CutPrefix(file, soi)
	for ok {
		marker, segment, tail, more := nextSegment(rest)
		if !more || marker == markerSOS || marker == markerEOI {
			return false
		}
		if marker == markerAPP1 {
			if exif, found := bytes.CutPrefix(segment[4:], exifHeader); found {
				return orientation(exif) >= 5
			}
		}
		rest = tail
	}
	return false
}

// The number of the orientation in Exif data, and the size of an entry there.
const (
	orientationTag = 0x0112
	entrySize      = 12
)

// orientation is the value of the tag in TIFF data, 1 to 8; 0 when there is none.
func orientation(tiff []byte) uint16 {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	for rest, n := tiff[at+2:], order.Uint16(tiff[at:]); n > 0 && len(rest) >= entrySize; rest, n = rest[entrySize:], n-1 {
		if order.Uint16(rest) == orientationTag {
			if o := order.Uint16(rest[8:]); o <= 8 {
				return o
			}
			return 0
		}
	}
	return 0
}

// orientationOnly gives TIFF data that hold the orientation and nothing else.
func orientationOnly(orientation uint16) []byte {
	const short = 3 // the type of the value
	out := append([]byte("MM\x00\x2a"), 0, 0, 0, 8, 0, 1)
	// The number of values and the place of the next directory have 32 bits each.
	for _, v := range []uint16{orientationTag, short, 0, 1, orientation, 0, 0, 0} {
		out = binary.BigEndian.AppendUint16(out, v)
	}
	return out
}
