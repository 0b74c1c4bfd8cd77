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
	"syscall"

	"github.com/spf13/afero"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], afero.NewOsFs(), os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
