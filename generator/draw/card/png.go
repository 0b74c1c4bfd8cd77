package card

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"math/bits"
)

// stride is a row of the PNG: its kind of filter (none), and half a byte a pixel.
const stride = Width/2 + 1

// appendPNG appends a picture as a PNG. What image/png would pack differs from one
// release of Go to the next.
func appendPNG(out []byte, picture *pixels) []byte {
	out = append(out, "\x89PNG\r\n\x1a\n"...)
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, Width), Height)
	out = appendChunk(out, "IHDR", append(head, 4, 3, 0, 0, 0)) // half a byte a pixel, with a palette
	out = appendChunk(out, "PLTE", palette())
	begin := len(out)
	out = appendPacked(append(out, "\x00\x00\x00\x00IDAT"...), picture)
	return appendChunk(endChunk(out, begin), "IEND", nil)
}

func appendChunk(out []byte, name string, body []byte) []byte {
	begin := len(out)
	out = append(append(append(out, 0, 0, 0, 0), name...), body...)
	return endChunk(out, begin)
}

// endChunk makes what was written from begin on a chunk: four bytes for its length, its
// name, its body.
func endChunk(out []byte, begin int) []byte {
	binary.BigEndian.PutUint32(out[begin:], uint32(len(out)-begin-8))
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[begin+4:]))
}

// packer writes deflate: its fixed codes, and of what is repeated only what a
// card repeats, the byte before and the row above.
type packer struct {
	out  []byte
	bits uint64
	n    int
}

// appendPacked appends pixels as zlib has them. Most rows are as the one above: what
// they add to the checksum is reckoned from the row's own.
func appendPacked(out []byte, picture *pixels) []byte {
	p := packer{out: append(out, 0x78, 0x01)}
	p.put(1, 1) // the last block
	p.put(1, 2) // with fixed codes
	sum, ofRow := uint32(1), uint32(0)
	var lines [2 * stride]byte // the one above, and this one
	for row := range Height {
		line := picture[row*Width:][:Width]
		if row > 0 && bytes.Equal(line, picture[(row-1)*Width:][:Width]) {
			for left := stride; left > 0; {
				n := min(left, longest)
				if left-n > 0 && left-n < shortest {
					n -= shortest
				}
				p.repeat(n, stride)
				left -= n
			}
		} else {
			copy(lines[:], lines[stride:])
			halve(lines[stride+1:], line)
			ofRow = adler32.Checksum(lines[stride:])
			p.row(lines[:], row == 0)
		}
		sum = adlerOfBoth(sum, ofRow, stride)
	}
	p.code(256)
	p.put(0, 7) // whole bytes
	for ; p.n >= 8; p.n -= 8 {
		p.out = append(p.out, byte(p.bits))
		p.bits >>= 8
	}
	return binary.BigEndian.AppendUint32(p.out, sum)
}

// halve packs places in the palette two into a byte, the first above; it takes eight at
// a time, so many that Width is a multiple of it.
func halve(out, line []byte) {
	for i := 0; i < len(line); i += 8 {
		eight := binary.LittleEndian.Uint64(line[i:])
		pairs := eight<<4 | eight>>8 // each in every other byte
		binary.LittleEndian.PutUint32(out[i/2:], uint32(pairs&0xff|pairs>>8&0xff00|pairs>>16&0xff0000|pairs>>24&0xff000000))
	}
}

// adlerOfBoth is the Adler-32 of two texts one behind the other, the second of n
// bytes (RFC 1950, 8.2).
func adlerOfBoth(first, second uint32, n uint64) uint32 {
	const mod = 65521
	a1, b1 := uint64(first&0xffff), uint64(first>>16)
	a2, b2 := uint64(second&0xffff), uint64(second>>16)
	return uint32((b1+b2+n*(a1+mod-1))%mod<<16 | (a1+a2+mod-1)%mod)
}

// Lengths of what deflate can repeat.
const shortest, longest = 3, 258

// row packs the second of two lines; first tells that it is the first of all.
func (p *packer) row(lines []byte, first bool) {
	for at := stride; at < len(lines); {
		n, distance := 0, 1
		if !first || at > stride {
			n = same(lines, at, 1)
		}
		if above := same(lines, at, stride); above > n && !first {
			n, distance = above, stride
		}
		if n == 0 {
			p.code(int(lines[at]))
			at++
			continue
		}
		p.repeat(n, distance)
		at += n
	}
}

// same is how many bytes repeat those a distance before, if they are enough to say so.
func same(lines []byte, at, distance int) int {
	if at+shortest > len(lines) {
		return 0
	}
	if at+4 > len(lines) {
		if bytes.Equal(lines[at:], lines[at-distance:][:shortest]) {
			return shortest
		}
		return 0
	}
	if differ := binary.LittleEndian.Uint32(lines[at:]) ^ binary.LittleEndian.Uint32(lines[at-distance:]); differ<<8 != 0 {
		return 0
	}
	return run(lines, at, distance)
}

// run is same, once it is known that enough do.
func run(lines []byte, at, distance int) int {
	here := lines[at:min(at+longest, len(lines))]
	before := lines[at-distance:][:len(here)]
	n := shortest
	for ; n+8 <= len(here); n += 8 {
		if differ := binary.LittleEndian.Uint64(here[n:]) ^ binary.LittleEndian.Uint64(before[n:]); differ != 0 {
			return n + bits.TrailingZeros64(differ)/8
		}
	}
	for n < len(here) && here[n] == before[n] {
		n++
	}
	return n
}

// put writes some bits, at most 32, the lowest first.
func (p *packer) put(value uint64, n int) {
	p.bits |= value << p.n
	if p.n += n; p.n >= 32 {
		p.out = binary.LittleEndian.AppendUint32(p.out, uint32(p.bits))
		p.bits >>= 32
		p.n -= 32
	}
}

// codes are deflate's fixed codes of literals, the end and lengths (RFC 1951, 3.2.6), as
// they are put, and how many bits each has.
var codes = fixedCodes()

type fixedCode struct {
	value uint16
	n     uint8
}

func fixedCodes() (all [286]fixedCode) {
	for symbol := range all {
		value, n := 0, 8
		switch {
		case symbol < 144:
			value = 0x30 + symbol
		case symbol < 256:
			value, n = 0x190+symbol-144, 9
		case symbol < 280:
			value, n = symbol-256, 7
		default:
			value = 0xc0 + symbol - 280
		}
		all[symbol] = fixedCode{bits.Reverse16(uint16(value)) >> (16 - n), uint8(n)}
	}
	return all
}

// code writes a literal, or what stands for the end or a length.
func (p *packer) code(symbol int) {
	c := &codes[symbol]
	p.put(uint64(c.value), int(c.n))
}

// repeat writes that n bytes repeat those a distance before, 1 or stride.
func (p *packer) repeat(n, distance int) {
	switch short := n - shortest; {
	case n == longest:
		p.code(285)
	case short < 8:
		p.code(257 + short)
	default:
		extra := bits.Len(uint(short)) - 3
		p.code(257 + 4*extra + short>>extra)
		p.put(uint64(short&(1<<extra-1)), extra)
	}
	if distance == 1 {
		p.put(0, 5)
		return
	}
	const code, from, extra = 18, 513, 8 // of distances from 513 to 768
	p.put(uint64(bits.Reverse8(code)>>3), 5)
	p.put(stride-from, extra)
}
