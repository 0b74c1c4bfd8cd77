// Command dossier turns Markdown sections of articles into a cross-linked
// static site.
//
// Rules for words to the user, all of which stand in this package: standard
// output carries what was asked for, one line when it went well; standard
// error carries diagnostics and failures; a failure says what could not be
// done, to what, and what to do about it; no word is in colour and none is
// about the program itself.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/afero"
)

func main() {
	crashBySignal()
	paceCollector()
	ctx, stop := untilSignal(context.Background())
	status := run(ctx, os.Args[1:], afero.NewOsFs(), os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// crashBySignal sees to it that a program which Go's runtime cannot go on with,
// for want of memory say, ends by a signal (on Unix). By itself the runtime ends
// it with status 2, which means here that the command line is wrong.
func crashBySignal() { debug.SetTraceback("crash") }

// interrupted is the cause of a context that a signal has ended.
type interrupted struct{ signal os.Signal }

func (i interrupted) Error() string { return i.signal.String() }

// untilSignal gives a context that the first signal to stop ends. The second
// is not caught: it ends the program at once.
func untilSignal(parent context.Context) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			cancel(interrupted{s})
		case <-ctx.Done():
		}
	}()
	return ctx, func() { signal.Stop(signals); cancel(nil) }
}
