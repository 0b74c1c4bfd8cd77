package edtf

// clock reads Thh:mm:ss and an optional Z or offset. It returns the seconds from the day's midnight
// UTC.
func (r *reader) clock() (int32, *ParseError) {
	at := r.pos
	r.pos++
	hour, ok1 := r.timePart(23, 0)
	minute, ok2 := r.timePart(59, ':')
	second, ok3 := r.timePart(60, ':')
	if !ok1 || !ok2 || !ok3 || second == 60 && minute != 59 {
		return 0, r.fail(at, "a time of day is written Thh:mm:ss, from T00:00:00 to T23:59:59")
	}
	seconds := int32(hour*3600 + minute*60 + second)
	sign := r.peek()
	if sign == 'Z' {
		r.pos++
	}
	if sign != '+' && sign != '-' {
		return seconds, r.done()
	}
	at = r.pos
	r.pos++
	hour, ok := r.timePart(23, 0)
	minute = 0
	if ok && r.peek() == ':' {
		minute, ok = r.timePart(59, ':')
	}
	if !ok || sign == '-' && hour+minute == 0 {
		return 0, r.fail(at, "an offset is written Z, +hh, +hh:mm, -hh or -hh:mm")
	}
	offset := int32(hour*3600 + minute*60)
	if sign == '-' {
		offset = -offset
	}
	return seconds - offset, r.done()
}

// timePart reads the byte before, unless 0, and two digits up to the limit.
func (r *reader) timePart(limit int, before byte) (int, bool) {
	if before != 0 {
		if r.peek() != before {
			return 0, false
		}
		r.pos++
	}
	n, mask, count := r.digits(2)
	return n, count == 2 && mask == 0 && n <= limit
}
