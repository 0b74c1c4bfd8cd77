package lock

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// lockHolder finds the folder's lock in the kernel's list: "1: FLOCK ADVISORY WRITE 4711 08:01:1234
// 0 EOF". The device is left out, as some file systems show two numbers for one.
func lockHolder(folder *os.File) int {
	info, err := folder.Stat()
	if err != nil {
		return 0
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0
	}
	list, err := os.ReadFile("/proc/locks")
	if err != nil {
		return 0
	}
	inode := fmt.Sprintf(":%d", stat.Ino)
	for line := range strings.Lines(string(list)) {
		f := strings.Fields(line)
		if len(f) > 5 && f[1] == "FLOCK" && strings.HasSuffix(f[5], inode) {
			pid, _ := strconv.Atoi(f[4])
			return max(pid, 0)
		}
	}
	return 0
}
