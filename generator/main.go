// Command dossier turns Markdown sections of articles into a cross-linked
// static site.
//
// All it does itself is to prepare the process: the rest is package cli.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/afero"

	"dossier/generator/cli"
)

func main() { os.Exit(program(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// program runs a command line, without the program's name, and gives the exit
// status.
func program(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	crashBySignal()
	paceCollector()
	ctx, stop := untilSignal(context.Background())
	defer stop()
	return cli.Run(ctx, args, afero.NewOsFs(), stdin, stdout, stderr)
}

// crashBySignal sees to it that a program which Go's runtime cannot go on with,
// for want of memory say, ends by a signal (on Unix). By itself the runtime ends
// it with status 2, which means here that the command line is wrong.
func crashBySignal() { debug.SetTraceback("crash") }

// untilSignal gives a context that the first signal to stop ends, with
// cli.Interrupted as its cause. The second signal is not caught: it ends the
// program at once.
func untilSignal(parent context.Context) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			cancel(cli.Interrupted{Signal: s})
		case <-ctx.Done():
		}
	}()
	return ctx, func() { signal.Stop(signals); cancel(nil) }
}
