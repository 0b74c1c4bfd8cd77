package rooted

const nonblock = 0 // pipes have no names among files there
