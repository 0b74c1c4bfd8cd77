//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak is how many bytes of memory a program that ended had held at most.
func peak(s *os.ProcessState) int64 {
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return most(usage)
}

// ownPeak is how many bytes of memory this program has held at most. A program that it starts has held no less, as Linux
// counts: for a moment it shares this one's memory.
func ownPeak() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return most(&usage)
}

func most(usage *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}

// settle waits until what earlier builds wrote is on the disk, lest its writing
// be counted against the next.
func settle() { syscall.Sync() }
