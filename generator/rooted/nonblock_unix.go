//go:build unix

package rooted

import "syscall"

const nonblock = syscall.O_NONBLOCK
