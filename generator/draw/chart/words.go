package chart

import (
	"sync"

	"dossier/generator/edtf"
)

// tickWords say which words of a tick are meant.
type tickWords struct {
	day  edtf.Day
	unit byte
	full bool
}

// keptTicks are the words of ticks that were asked for. To find the closest ticks that fit,
// each chart words those of several distances, and there are few.
type keptTicks struct {
	mu    sync.RWMutex
	words map[tickWords]string
}

func (k *keptTicks) once(key tickWords, word func() string) string {
	k.mu.RLock()
	text, ok := k.words[key]
	k.mu.RUnlock()
	if ok {
		return text
	}
	text = word()
	k.mu.Lock()
	defer k.mu.Unlock()
	k.words[key] = text
	return text
}

// Kept gives the same words, which word each tick once however many charts are drawn with
// them, on any number of goroutines.
func (w Words) Kept() Words {
	w.ticks = &keptTicks{words: map[tickWords]string{}}
	return w
}

// word is a tick with its word, in pixels.
type word struct {
	tick
	from, to int
	by       int // how far behind the tick
	anchor   string
}

// How far behind its tick a word may stand, in pixels: the last one has the rest of
// the line to itself.
const (
	behind     = 16
	lastBehind = 64
)

// row words ticks along the axis of a width, some pixels apart; nil when they do not fit. A
// word stands below its tick or, after one that names no place of its own, behind it.
// The word for where the axis begins gives way to the first tick's, into some room before the axis if
// it has that, and one just before a
// stretch that is left out to that after it. When loose is set,
// those that are alone in their part may go without words, all but the first and the
// last that has room beside it.
func row(ticks []tick, width, room, gap, y int, loose bool) (texts []Text) {
	var words []word
	for i, t := range ticks {
		far := behind
		if i == len(ticks)-1 {
			far = lastBehind
		}
		w, fits := t.after(words, width, gap, far, loose)
		kept := len(words)
		if !fits && kept == 1 && words[0].lead && words[0].width(words[0].text) <= room {
			words[0].from, words[0].to, words[0].anchor, words[0].by = -words[0].width(words[0].text), -gap, "end", -gap
			w, fits = t.after(words, width, gap, far, loose)
		}
		for !fits && kept > 0 && (words[kept-1].lead || words[kept-1].last || loose && i == len(ticks)-1 && kept > 1 && words[kept-1].alone) {
			kept--
			w, fits = t.after(words[:kept], width, gap, far, loose)
		}
		switch {
		case fits:
			words = append(words[:kept], w)
		case !loose || !t.alone && (len(words) == 0 || !words[len(words)-1].alone):
			return nil
		}
	}
	for _, w := range words {
		text := Text{X: pct(w.at), Y: px(y), Anchor: w.anchor, Text: w.text}
		switch {
		case w.from < 0, w.loose && w.from == 0 && w.anchor == "start":
			text.X = pct(0)
		case w.loose && w.to == width && w.anchor == "end":
			text.X = pct(whole)
		}
		if w.by != 0 {
			text.DX = px(w.by)
		}
		if w.year {
			text.Class = "year"
		}
		texts = append(texts, text)
	}
	return texts
}

// after is the place of a tick's word after some others, not too far behind it; false
// when there is none.
func (t tick) after(words []word, width, gap, far int, loose bool) (word, bool) {
	free, yields := 0, false
	if n := len(words); n > 0 {
		last := words[n-1]
		free, yields = last.to+gap, last.loose || loose && last.alone
		if last.lead {
			far = min(far, behind) // else the word for where the axis begins gives way
		}
	}
	size, at := t.width(t.text), pixels(t.at, width)
	w := word{tick: t, from: at - size/2, anchor: "middle"}
	switch {
	case t.aside && at >= free:
		w.from, w.anchor = at, "start"
	case w.from < 0 && t.loose:
		w.from, w.anchor = 0, "start"
	case w.from < 0:
		w.from, w.anchor = max(at, free), "start"
		w.by = w.from - at
	case w.from < free && at+far >= free && (yields || t.loose || loose && t.alone):
		w.from, w.anchor = free, "start"
		w.by = w.from - at
	}
	switch {
	case w.from+size > width && t.loose:
		w.from, w.anchor, w.by = width-size, "end", 0
	case w.from+size > width:
		w.from, w.anchor, w.by = at-size, "end", 0
	}
	w.to = w.from + size
	return w, w.from >= free
}
