package card

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"math/bits"
)

// appendPNG appends a canvas as a PNG. What image/png would pack differs from one
// release of Go to the next.
func appendPNG(out []byte, pixels *[stride * Height]byte) []byte {
	out = append(out, "\x89PNG\r\n\x1a\n"...)
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, Width), Height)
	out = appendChunk(out, "IHDR", append(head, 8, 3, 0, 0, 0)) // a byte a pixel, with a palette
	out = appendChunk(out, "PLTE", palette())
	out = appendChunk(out, "IDAT", pack(pixels))
	return appendChunk(out, "IEND", nil)
}

func appendChunk(out []byte, name string, body []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	begin := len(out)
	out = append(append(out, name...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[begin:]))
}

// packer writes deflate: its fixed codes, and of what is repeated only what a
// card repeats, the pixel before and the row above.
type packer struct {
	out  []byte
	bits uint64
	n    int
}

// pack gives pixels as zlib has them.
func pack(pixels *[stride * Height]byte) []byte {
	p := packer{out: make([]byte, 0, 1<<15)}
	p.out = append(p.out, 0x78, 0x01)
	p.put(1, 1) // the last block
	p.put(1, 2) // with fixed codes
	for row := range Height {
		line := pixels[row*stride:][:stride]
		if row > 0 && bytes.Equal(line, pixels[(row-1)*stride:][:stride]) {
			for left := stride; left > 0; {
				n := min(left, longest)
				if left-n > 0 && left-n < shortest {
					n -= shortest
				}
				p.repeat(n, stride)
				left -= n
			}
			continue
		}
		p.row(pixels[:row*stride+stride], row*stride)
	}
	p.code(256)
	p.put(0, 7) // whole bytes
	p.out = p.out[:len(p.out):len(p.out)]
	return binary.BigEndian.AppendUint32(p.out, adler32.Checksum(pixels[:]))
}

// Lengths of what deflate can repeat.
const shortest, longest = 3, 258

// row packs the pixels from a place to the end.
func (p *packer) row(pixels []byte, at int) {
	for at < len(pixels) {
		n, distance := same(pixels, at, 1), 1
		if above := same(pixels, at, stride); above > n {
			n, distance = above, stride
		}
		if n < shortest {
			p.code(int(pixels[at]))
			at++
			continue
		}
		p.repeat(n, distance)
		at += n
	}
}

// same is how many pixels repeat those a distance before.
func same(pixels []byte, at, distance int) int {
	if at < distance {
		return 0
	}
	n := 0
	for at+n < len(pixels) && n < longest && pixels[at+n] == pixels[at+n-distance] {
		n++
	}
	return n
}

// put writes some bits, the lowest first.
func (p *packer) put(value uint64, n int) {
	p.bits |= value << p.n
	for p.n += n; p.n >= 8; p.n -= 8 {
		p.out = append(p.out, byte(p.bits))
		p.bits >>= 8
	}
}

// code writes a literal, or what stands for the end or a length (RFC 1951, 3.2.6).
func (p *packer) code(symbol int) {
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
	p.put(uint64(bits.Reverse16(uint16(value))>>(16-n)), n)
}

// repeat writes that n pixels repeat those a distance before, 1 or stride.
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
	const code, from, extra = 20, 1025, 9 // of distances from 1025 to 1536
	p.put(uint64(bits.Reverse8(code)>>3), 5)
	p.put(stride-from, extra)
}
