package acceptance

import (
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
)

// TestMain puts temporary files into memory, if the system has a disk there, unless TMPDIR says
// where they go: tests of this package make so many that on another disk this would be half of
// all that they do. What disks are like is for the tests of publish, whose files lie on one.
// Garbage is collected a quarter as often as by default, which saves a fifth of what is left, unless
// GOGC says how often or DOSSIER_HISTORIES asks for more: 2,000 would take 18 GB.
func TestMain(m *testing.M) {
	if os.Getenv("GOGC") == "" && os.Getenv("DOSSIER_HISTORIES") == "" {
		debug.SetGCPercent(400)
	}
	const memory = "/dev/shm"
	if os.Getenv("TMPDIR") == "" && takesAll(memory) {
		os.Setenv("TMPDIR", memory)
	}
	os.Exit(m.Run())
}

// takesAll reports a folder on a disk in memory with room for all files of the tests, which also
// build and start programs. More memory must be free than the disk may have.
func takesAll(folder string) bool {
	const (
		room   = 4 << 30 // bytes
		noExec = 8       // ST_NOEXEC of statvfs(3)
	)
	var disk syscall.Statfs_t
	return syscall.Statfs(folder, &disk) == nil && syscall.Access(folder, 2) == nil &&
		disk.Flags&noExec == 0 && disk.Bavail*uint64(disk.Bsize) >= room && freeMemory() >= 2*room
}

// freeMemory is how many bytes a program can still have without swapping (proc(5)); 0 where that is
// not known.
func freeMemory() uint64 {
	text, err := os.ReadFile("/proc/meminfo")
	_, after, ok := strings.Cut(string(text), "MemAvailable:")
	var kB uint64
	if _, e := fmt.Sscan(after, &kB); err != nil || e != nil || !ok {
		return 0
	}
	return kB << 10
}
