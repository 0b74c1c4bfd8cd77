//go:build unix

package main

import (
	"bufio"
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"dossier/generator/cli"
)

const signalVariable = "DOSSIER_TEST_SIGNAL"

// TestSecondSignal sends two signals to a program that does not end at the first, and is ended by the second. The program
// is this test itself.
func TestSecondSignal(t *testing.T) {
	if os.Getenv(signalVariable) != "" {
		ctx, _ := untilSignal(context.Background())
		os.Stdout.WriteString("ready\n")
		<-ctx.Done()
		os.Stdout.WriteString(context.Cause(ctx).Error() + "\n")
		time.Sleep(time.Hour)
	}
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		helper := exec.Command(os.Args[0], "-test.run=^TestSecondSignal$")
		helper.Env = append(os.Environ(), signalVariable+"=1")
		out, err := helper.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := helper.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for _, want := range []string{"ready", signal.String()} {
			if !lines.Scan() || lines.Text() != want {
				t.Errorf("got %q, want %q", lines.Text(), want)
			}
			_ = helper.Process.Signal(signal)
		}
		_ = helper.Wait()
		if status := helper.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() || status.Signal() != signal {
			t.Errorf("%v: the second did not end it: %v", signal, helper.ProcessState)
		}
	}
}

const crashVariable = "DOSSIER_TEST_CRASH"

// TestCrash holds that what Go's runtime ends has not the status of a wrong command line. The program is this test itself.
func TestCrash(t *testing.T) {
	if os.Getenv(crashVariable) != "" {
		crashBySignal()
		go panic("for the test")
		time.Sleep(time.Hour)
	}
	helper := exec.Command(os.Args[0], "-test.run=^TestCrash$")
	helper.Env = append(os.Environ(), crashVariable+"=1")
	out, err := helper.CombinedOutput()
	if status := helper.ProcessState.Sys().(syscall.WaitStatus); !status.Signaled() || status.Signal() != syscall.SIGABRT || !strings.Contains(string(out), "for the test") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestFirstSignal ends the context with the first signal, whose name is the cause, and with none when it is stopped.
func TestFirstSignal(t *testing.T) {
	ctx, stop := untilSignal(t.Context())
	defer stop()
	if err := syscall.Kill(os.Getpid(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	<-ctx.Done()
	var by cli.Interrupted
	if cause := context.Cause(ctx); !errors.As(cause, &by) || by.Signal != syscall.SIGTERM || cause.Error() != "terminated" {
		t.Errorf("the cause is %v", context.Cause(ctx))
	}
	ctx, stop = untilSignal(t.Context())
	stop()
	<-ctx.Done()
	if cause := context.Cause(ctx); errors.As(cause, &by) {
		t.Errorf("the cause is %v without a signal", cause)
	}
}
