package corpus

import (
	"fmt"
	"math/bits"
	"slices"
	"time"
)

// random is the generator SplitMix64. It is written out so that a corpus never
// depends on the version of a library.
type random struct{ state uint64 }

// newRandom starts a stream for the parts of an address.
func newRandom(parts ...uint64) random {
	var r random
	for _, p := range parts {
		r.state = (r.state ^ p) * 0x9e3779b97f4a7c15
		r.state = r.next()
	}
	return r
}

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// n is a number from 0 to k-1.
func (r *random) n(k int) int {
	hi, _ := bits.Mul64(r.next(), uint64(k))
	return int(hi)
}

func (r *random) chance(percent int) bool { return r.n(100) < percent }

// few is a number from 0 to k-1, small ones far more often: the first of a
// hundred one time in ten.
func (r *random) few(k int) int {
	a := r.n(1 << 20)
	hi, lo := bits.Mul64(uint64(a)*uint64(a), uint64(k))
	return int(hi<<24 | lo>>40)
}

// some are least to most different numbers from 0 to k-1.
func (r *random) some(least, most, k int) []int {
	n := min(k, least+r.n(most-least+1))
	var out []int
	for len(out) < n {
		if i := r.few(k); !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

func pick[T any](r interface{ n(int) int }, from []T) T { return from[r.n(len(from))] }

// day is a day from 2001 to 2023.
func (r *random) day() time.Time { return time.Date(2001, 1, 1+r.n(23*365), 0, 0, 0, 0, time.UTC) }

// date is an EDTF date that begins on the day or a little before, of some
// precision.
func (r *random) date(day time.Time) string {
	switch n := r.n(20); {
	case n < 10:
		return day.Format(time.DateOnly)
	case n < 15:
		return day.Format("2006-01")
	case n < 17:
		return day.Format("2006")
	case n < 18:
		return day.Format("2006-01") + "~"
	}
	return fmt.Sprintf("%s/%s", day.Format("2006-01"), day.AddDate(0, 2, 0).Format("2006-01"))
}
