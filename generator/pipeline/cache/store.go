package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/spf13/afero"
)

// A store is a file: a heading, the hash of program and settings, and entries one behind
// the other. An entry is its key, the length of its value, a checksum over all of that, and
// the value. Entries do not depend on each other: one that is damaged, or whose length is,
// is as good as none, and so is what a build that was killed wrote half of.
const (
	storeHeading = "dossier store 1\n"
	keySize      = 16
	entryHead    = keySize + 4 + checkSize
	checkSize    = 16
	mostValue    = 1 << 28 // bytes of a value; what is longer is not kept
	mostPending  = 1 << 18 // bytes that wait to be written to a new file
	mostLonger   = 1 << 23 // bytes that wait to be written behind the old ones
)

// Key is that of a value in a store.
type Key = [keySize]byte

// KeyOf is the key of what there is one of, whatever it is made of: the last value counts.
func KeyOf(words ...string) Key {
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return Key(sum[:keySize])
}

// Store keeps values for builds to come. Find and Keep may be called from any goroutine.
type Store struct {
	cache  Cache
	text   string // the file as it was
	whole  bool   // all of it is entries
	places map[Key]int
	used   []atomic.Bool // by place
	at     []span        // by place

	mu      sync.Mutex
	pending []byte     // new entries
	temp    afero.File // has those that were too many to wait; nil for none
	failed  bool
}

// span is where a value stands.
type span struct{ from, to int }

// Values opens the store of the cache. What cannot be read, or is of another program or other
// settings, is empty.
func (c Cache) Values() *Store {
	s := &Store{cache: c, places: map[Key]int{}}
	if text, ok := readWhole(c.fs, c.storeFile()); ok {
		s.open(text)
	}
	return s
}

func (c Cache) storeFile() string { return c.file + ".values" }

// readWhole reads a file without holding it twice.
func readWhole(fsys afero.Fs, name string) (string, bool) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return "", false
	}
	var b strings.Builder
	b.Grow(int(info.Size()))
	if _, err := io.Copy(&b, struct{ io.Reader }{f}); err != nil {
		return "", false
	}
	return b.String(), true
}

func (s *Store) open(text string) {
	rest, ok := strings.CutPrefix(text, storeHeading)
	if !ok {
		return
	}
	key := s.cache.key()
	if rest, ok = strings.CutPrefix(rest, key); !ok || key == "" {
		return
	}
	s.text = text
	at := len(text) - len(rest)
	for len(text)-at >= entryHead {
		size := int(binary.LittleEndian.Uint32([]byte(text[at+keySize : at+keySize+4])))
		from := at + entryHead
		if size > mostValue || size > len(text)-from {
			break
		}
		s.places[Key([]byte(text[at:at+keySize]))] = len(s.at) // the last one is the one that counts
		s.at = append(s.at, span{from, from + size})
		at = from + size
	}
	s.whole = at == len(text)
	s.used = make([]atomic.Bool, len(s.at))
}

// Find gives the value that was kept under a key in a build before this one.
func (s *Store) Find(key Key) (value string, ok bool) {
	place, ok := s.places[key]
	if !ok {
		return "", false
	}
	v := s.at[place]
	value = s.text[v.from:v.to]
	if check := checksum(key, value); string(check[:]) != s.text[v.from-checkSize:v.from] {
		return "", false
	}
	s.used[place].Store(true)
	return value, true
}

// checksum is over an entry but for itself.
func checksum[T string | []byte](key Key, value T) (check [checkSize]byte) {
	h := sha256.New()
	h.Write(key[:])
	chunk := binary.LittleEndian.AppendUint32(make([]byte, 0, 512), uint32(len(value)))
	for {
		h.Write(chunk)
		if len(value) == 0 {
			break
		}
		n := copy(chunk[:cap(chunk)], value)
		chunk, value = chunk[:n], value[n:]
	}
	copy(check[:], h.Sum(chunk[:0]))
	return check
}

// Keep keeps a value. It is found in builds after this one, if that saves the store.
func (s *Store) Keep(key Key, value []byte) {
	if len(value) > mostValue {
		return
	}
	check := checksum(key, value)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = append(s.pending, key[:]...)
	s.pending = binary.LittleEndian.AppendUint32(s.pending, uint32(len(value)))
	s.pending = append(append(s.pending, check[:]...), value...)
	if place, ok := s.places[key]; ok {
		s.used[place].Store(false)
	}
	if n := len(s.pending); n > mostLonger || n > mostPending && !s.whole {
		s.flush()
	}
}

// flush writes what waits to a new file, behind its heading.
func (s *Store) flush() {
	if s.temp == nil && !s.failed {
		s.failed = !s.begin()
	}
	if !s.failed {
		_, err := s.temp.Write(s.pending)
		s.failed = err != nil
	}
	s.pending = s.pending[:0]
}

func (s *Store) begin() bool {
	key := s.cache.key()
	if key == "" || s.cache.makeFolder() != nil {
		return false
	}
	f, err := s.cache.fs.Create(s.tempFile())
	if err != nil {
		return false
	}
	s.temp = f
	_, err = io.WriteString(f, storeHeading+key)
	return err == nil
}

func (s *Store) tempFile() string { return s.cache.storeFile() + ".new" }

// Save makes what was found and kept the store of the next build. If it fails, that has the
// values of the last build, or none.
func (s *Store) Save() {
	if s.temp == nil && s.whole && !s.mostlyUnused() {
		s.lengthen()
		return
	}
	for i := range s.used {
		if v := s.at[i]; s.used[i].Load() {
			if s.pending = append(s.pending, s.text[v.from-entryHead:v.to]...); len(s.pending) > mostPending {
				s.flush()
			}
		}
	}
	s.flush()
	if s.temp == nil || s.temp.Close() != nil || s.failed || s.cache.fs.Rename(s.tempFile(), s.cache.storeFile()) != nil {
		s.discard()
	}
	s.temp = nil
}

// mostlyUnused reports that more of the store is of no use any more than is of use.
func (s *Store) mostlyUnused() bool {
	n := 0
	for i := range s.used {
		if v := s.at[i]; s.used[i].Load() {
			n += v.to - v.from
		}
	}
	return n < len(s.text)/2
}

// lengthen writes what is new behind what was there.
func (s *Store) lengthen() {
	if len(s.pending) == 0 {
		return
	}
	f, err := s.cache.fs.OpenFile(s.cache.storeFile(), os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		return
	}
	_, _ = f.Write(s.pending) // half an entry is none
	_ = f.Close()
}

// Discard leaves the store as it was before this build.
func (s *Store) Discard() {
	if s.temp != nil {
		_ = s.temp.Close()
		s.discard()
	}
}

func (s *Store) discard() { _ = s.cache.fs.Remove(s.tempFile()) }
