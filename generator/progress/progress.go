// Package progress tells somebody at a terminal how far long work is: what is being done, how
// much of it is done, and how long what is left will take at this pace.
//
// The work finds its meter in its context, or none, and then nothing is said. It is one line, which
// each showing overwrites and Stop clears, with no other control character than the carriage return:
// whatever ends the program leaves a terminal as it was.
package progress

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Work that is shorter than this shows nothing.
const patience = time.Second

// period is how often the line is written.
const period = 200 * time.Millisecond

// Meter shows how far some work is. Its methods may be called side by side.
type Meter struct {
	out   io.Writer
	width func() int // columns of the terminal
	done  atomic.Int64

	mu    sync.Mutex
	phase string
	total int
	began time.Time // the counting
	shown int       // columns of the line that stands on the terminal

	stop, stopped chan struct{}
}

// Start makes a meter that writes to a terminal of so many columns until it is stopped. The context is for
// the work.
func Start(ctx context.Context, out io.Writer, width func() int) (context.Context, *Meter) {
	m := &Meter{out: out, width: width, stop: make(chan struct{}), stopped: make(chan struct{})}
	go m.run(patience, period)
	return context.WithValue(ctx, key{}, m), m
}

type key struct{}

// of is the meter of some work, or nil.
func of(ctx context.Context) *Meter {
	m, _ := ctx.Value(key{}).(*Meter)
	return m
}

// Phase says what is done from now on: "Reading", say.
func Phase(ctx context.Context, name string) {
	if m := of(ctx); m != nil {
		m.begin(name, 0)
	}
}

// Count says that the phase handles n things from now on, and gives what is to be called when one is done.
func Count(ctx context.Context, n int) (done func()) {
	m := of(ctx)
	if m == nil {
		return func() {}
	}
	m.begin("", n)
	return func() { m.done.Add(1) }
}

// begin begins to count anew; no name leaves the phase as it is.
func (m *Meter) begin(name string, total int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if name != "" {
		m.phase = name
	}
	m.total, m.began = total, time.Now()
	m.done.Store(0)
}

// Stop clears the line. The meter shows nothing after it.
func (m *Meter) Stop() {
	close(m.stop)
	<-m.stopped
	m.write("")
}

func (m *Meter) run(patience, period time.Duration) {
	defer close(m.stopped)
	wait := time.NewTimer(patience)
	defer wait.Stop()
	for {
		select {
		case <-m.stop:
			return
		case <-wait.C:
			m.write(m.line(time.Now()))
			wait.Reset(period)
		}
	}
}

// line words how far the work is.
func (m *Meter) line(now time.Time) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	done := int(m.done.Load())
	if m.total == 0 || m.phase == "" {
		return m.phase
	}
	s := fmt.Sprintf("%s: %d of %d", m.phase, done, m.total)
	if spent := now.Sub(m.began); done > 0 && done < m.total && spent >= patience {
		s += ", " + left(time.Duration(float64(spent)/float64(done)*float64(m.total-done)))
	}
	return s
}

// left words a time that is left, rounded up, so that it never says that none is.
func left(d time.Duration) string {
	if s := int((d + time.Second - 1) / time.Second); s < 100 {
		return fmt.Sprintf("%d s left", s)
	}
	return fmt.Sprintf("%d min left", int((d+time.Minute-1)/time.Minute))
}

// write puts a line in the place of the one that stands there. The last column stays free:
// terminals go on to the next line after it.
func (m *Meter) write(line string) {
	line = line[:min(len(line), max(m.width()-1, 0))]
	if line == "" && m.shown == 0 {
		return
	}
	blank := strings.Repeat(" ", max(m.shown-len(line), 0))
	end := ""
	if line == "" {
		end = "\r"
	}
	m.shown = len(line)
	_, _ = io.WriteString(m.out, "\r"+line+blank+end) // nobody is told where it cannot be written
}
