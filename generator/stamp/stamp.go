// Package stamp tells, without reading it, whether a file is as it was: by what a file
// system notes of it and no program can set, as version control does. What it does not
// note at once is a change through memory into which a file is mapped, and stays mapped
// from before until after the file was looked at.
package stamp

import "io/fs"

// Stamp is what a file system notes of a file: its size in bytes, its number, and when
// its bytes and when anything of it last changed, in nanoseconds since 1970. The zero
// value is of no file.
type Stamp struct{ Size, Number, Modified, Changed int64 }

// Of gives the stamp of a file, as Stat or Lstat describes it. It is zero where a file
// system, or the system, keeps no time of change that programs cannot set.
func Of(info fs.FileInfo) Stamp {
	number, changed, ok := noted(info)
	if !ok {
		return Stamp{}
	}
	return Stamp{info.Size(), number, info.ModTime().UnixNano(), changed}
}

// How much later than a file a note of it must be at least for the file not to have
// changed once more within one tick of the clock: these are 10 ms at most, but whole
// seconds, or two, where a file system counts no parts of them.
const (
	grain       = 100e6
	coarseGrain = 2e9
	second      = 1e9
)

// Holds reports whether a file whose stamp is now, and was s before, is as it was. at is
// the time of a file that was written after the stamp s had been taken.
func (s Stamp) Holds(now Stamp, at int64) bool {
	least := int64(grain)
	if s.Changed%second == 0 {
		least = coarseGrain
	}
	return s != Stamp{} && s == now && s.Changed+least < at
}
