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
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}

// settle waits until what earlier builds wrote is on the disk, lest its writing
// be counted against the next.
func settle() { syscall.Sync() }
