// Package picture removes metadata from picture files: where and when a picture was taken, with
// which camera, by whom, and what programs wrote into the file. The picture itself is neither
// decoded nor changed. The formats are JPEG (ITU-T T.81 with Exif 2.3), PNG (the W3C's
// recommendation) and WebP (the RIFF container of RFC 9649).
package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// Clean gives a file without its metadata: Exif (GPS included), XMP, IPTC, comments, texts and
// times, thumbnails, and whatever follows the picture. What changes the look stays: colour profiles
// and, in an Exif block of that one value, the orientation. A file of another format is returned as
// it is; one that is cut off or damaged is cleaned as far as it can be read, and the rest of it
// kept. The file given is not changed.
func Clean(file []byte) []byte {
	switch {
	case bytes.HasPrefix(file, soi):
		return cleanJPEG(file)
	case bytes.HasPrefix(file, pngSignature):
		return cleanPNG(file)
	case len(file) >= 12 && string(file[:4]) == "RIFF" && string(file[8:12]) == "WEBP":
		return cleanWebP(file)
	}
	return file
}

// Markers of JPEG, the second byte of each.
const (
	markerRST0  = 0xd0 // to RST7: no segment, as TEM
	markerRST7  = 0xd7
	markerTEM   = 0x01
	markerEOI   = 0xd9
	markerSOS   = 0xda
	markerAPP0  = 0xe0 // to APP15
	markerAPP1  = 0xe1
	markerAPP2  = 0xe2
	markerAdobe = 0xee
	markerAPPF  = 0xef
	markerCOM   = 0xfe
)

// jfifSize is that of a JFIF segment without a small copy of the picture.
const jfifSize = 18

var (
	soi        = []byte{0xff, 0xd8}
	exifHeader = []byte("Exif\x00\x00")
)

func cleanJPEG(file []byte) []byte {
	out := append(make([]byte, 0, len(file)), soi...)
	exifs := 0
	rest := file[2:]
	for {
		marker, segment, tail, ok := nextSegment(rest)
		switch {
		case !ok:
			return append(out, rest...)
		case marker == markerEOI:
			return append(out, 0xff, markerEOI)
		case marker == markerAPP1 && bytes.HasPrefix(segment[4:], exifHeader):
			exifs++ // browsers look at the first only
			if turned := orientation(segment[4+len(exifHeader):]); turned > 1 && exifs == 1 {
				data := append(bytes.Clone(exifHeader), orientationOnly(turned)...)
				out = append(out, 0xff, markerAPP1, 0, byte(2+len(data)))
				out = append(out, data...)
			}
		case marker == markerAPP0 && len(segment) >= jfifSize && bytes.HasPrefix(segment[4:], []byte("JFIF\x00")):
			out = append(out, segment[:jfifSize]...)
			start := out[len(out)-jfifSize:]
			start[2], start[3], start[16], start[17] = 0, jfifSize-2, 0, 0 // its length, and no small copy of the picture
		case keptSegment(marker, segment):
			out = append(out, segment...)
		}
		if rest = tail; marker == markerSOS {
			n := scan(rest)
			out, rest = append(out, rest[:n]...), rest[n:]
		}
	}
}

// nextSegment splits a file that begins with a marker into the segment of that marker and the rest.
// A segment has at least four bytes, unless it has no length. Fill bytes before the marker are left
// out.
func nextSegment(file []byte) (marker byte, segment, rest []byte, ok bool) {
	for len(file) > 1 && file[0] == 0xff && file[1] == 0xff {
		file = file[1:]
	}
	if len(file) < 2 || file[0] != 0xff {
		return 0, nil, nil, false
	}
	marker = file[1]
	if marker == markerTEM || marker >= markerRST0 && marker <= markerEOI {
		return marker, file[:2], file[2:], true
	}
	if len(file) < 4 {
		return 0, nil, nil, false
	}
	n := 2 + int(binary.BigEndian.Uint16(file[2:]))
	if n < 4 || n > len(file) {
		return 0, nil, nil, false
	}
	return marker, file[:n], file[n:], true
}

// keptSegment reports whether the look of the picture depends on a segment.
func keptSegment(marker byte, segment []byte) bool {
	switch {
	case marker == markerAPP2:
		return bytes.HasPrefix(segment[4:], []byte("ICC_PROFILE\x00"))
	case marker == markerAdobe:
		return bytes.HasPrefix(segment[4:], []byte("Adobe")) // how its colours are stored
	}
	return marker != markerCOM && (marker < markerAPP0 || marker > markerAPPF)
}

// scan gives the number of bytes of picture data before the next marker.
func scan(file []byte) int {
	for i := 0; i+1 < len(file); i++ {
		if next := file[i+1]; file[i] == 0xff && next != 0 && next != 0xff && (next < markerRST0 || next > markerRST7) {
			return i
		}
	}
	return len(file)
}

// pngLook has the chunks that change how a picture looks, or moves.
var pngLook = []string{"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"}

var pngSignature = []byte("\x89PNG\r\n\x1a\n")

func cleanPNG(file []byte) []byte {
	out := append(make([]byte, 0, len(file)), pngSignature...)
	rest := file[len(pngSignature):]
	for {
		if len(rest) < 12 {
			return append(out, rest...)
		}
		n := uint64(binary.BigEndian.Uint32(rest))
		if n > uint64(len(rest)-12) {
			return append(out, rest...)
		}
		chunk, kind := rest[:12+n], string(rest[4:8])
		rest = rest[12+n:]
		switch {
		case kind == "eXIf":
			if turned := orientation(chunk[8 : 8+n]); turned > 1 {
				out = append(out, pngChunk("eXIf", orientationOnly(turned))...)
			}
		case kind == "IEND":
			return append(out, chunk...)
		case kind[0]&0x20 == 0 || slices.Contains(pngLook, kind): // a capital begins the names of critical chunks
			out = append(out, chunk...)
		}
	}
}

func pngChunk(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

func cleanWebP(file []byte) []byte {
	const exifFlag, xmpFlag = 0x08, 0x04 // of a VP8X chunk
	end := 8 + uint64(binary.LittleEndian.Uint32(file[4:]))
	if end < 12 || end > uint64(len(file))+1 {
		return file
	}
	end = min(end, uint64(len(file))) // the padding byte of the last chunk may be missing
	out := append(make([]byte, 0, len(file)), file[:12]...)
	var turned []byte
	flags := -1 // where they are in out
	for rest := file[12:end]; len(rest) > 0; {
		if len(rest) < 8 {
			return file
		}
		n := 8 + uint64(binary.LittleEndian.Uint32(rest[4:]))
		if n > uint64(len(rest)) {
			return file
		}
		n = min(n+n%2, uint64(len(rest)))
		switch chunk := rest[:n]; string(chunk[:4]) {
		case "EXIF":
			if t := orientation(bytes.TrimPrefix(chunk[8:], exifHeader)); t > 1 {
				turned = orientationOnly(t)
			}
		case "VP8X":
			if n > 8 {
				flags = len(out) + 8
			}
			out = append(out, chunk...)
		case "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP":
			out = append(out, chunk...)
		}
		rest = rest[n:]
	}
	if flags >= 0 {
		out[flags] &^= exifFlag | xmpFlag
	}
	if turned != nil && flags >= 0 {
		out[flags] |= exifFlag
		out = append(out, make([]byte, len(out)%2)...)
		out = append(append(out, "EXIF"...), byte(len(turned)), 0, 0, 0)
		out = append(out, turned...)
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}
