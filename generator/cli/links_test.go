package cli

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// linking is a dossier whose front page has addresses.
func linking(t *testing.T, addresses ...string) afero.Fs {
	t.Helper()
	fs := afero.NewMemMapFs()
	text := "---\ntitle: Home\nlanguages: [en]\nbase_url: https://me.example/\n---\n\n" + strings.Join(addresses, "\n\n") + "\n"
	if err := afero.WriteFile(fs, "content/index.md", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return fs
}

// site is the address of a server that answers so.
func site(t *testing.T, answer http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	return s.URL + "/"
}

// Nothing is gone, so that no archive is asked.
func TestLinksAsksTheWeb(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits a second")
	}
	var agent string
	fine := site(t, func(_ http.ResponseWriter, r *http.Request) { agent = r.UserAgent() })
	moved := site(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, fine+"new", http.StatusMovedPermanently)
	})
	fs := linking(t, fine+" and <"+moved+"old>")
	var out, errs strings.Builder
	if status := Run(t.Context(), []string{"links", "--check", "--allow-private", "--find-copies"}, fs, nil, &out, &errs); status != Done {
		t.Errorf("status %d: %s", status, errs.String())
	}
	want := "address\tplace\tin\tpages\tarchived\tstatus\taccessed\tresult\twhy\tnow\tadvice\n" +
		fine + "\tcontent/index.md:7:1\tbody\tindex.html\t\t\t\tok\t\t\t\n" +
		moved + "old\tcontent/index.md:7:" + fmt.Sprint(len(fine)+6) + "\tbody\tindex.html\t\t\t\tmoved\tit leads on for good\t" + fine + "new\twrite " + fine + "new\n"
	if got := out.String(); got != want {
		t.Errorf("printed\n%s\nwant\n%s", got, want)
	}
	if errs.String() != "2 addresses: 1 moved, 1 ok\n" || agent != "dossier-links (+https://me.example/)" {
		t.Errorf("said %q, asked as %q", errs.String(), agent)
	}
}

// An interruption ends a check with what it found out.
func TestLinksInterrupted(t *testing.T) {
	ctx, stop := context.WithCancelCause(t.Context())
	defer stop(nil)
	slow := site(t, func(_ http.ResponseWriter, r *http.Request) {
		stop(Interrupted{syscall.SIGINT})
		<-r.Context().Done()
	})
	var out, errs strings.Builder
	if status := Run(ctx, []string{"links", "--check", "--allow-private"}, linking(t, slow), nil, &out, &errs); status != 130 {
		t.Errorf("status %d", status)
	}
	if !strings.Contains(out.String(), slow+"\tcontent/index.md:7:1\tbody\tindex.html\t\t\t\tunasked\tthere was no time to ask\t") {
		t.Errorf("printed %s", out.String())
	}
	if !strings.HasSuffix(errs.String(), "\ndossier: interrupted; what was not asked till then is listed so\n") {
		t.Errorf("said %s", errs.String())
	}
}

// Where nobody answers at all it is this machine that is not connected.
func TestLinksWithoutNetwork(t *testing.T) {
	closed := func() string {
		s := httptest.NewServer(http.NotFoundHandler())
		s.Close()
		return s.URL + "/"
	}
	var out, errs strings.Builder
	if status := Run(t.Context(), []string{"links", "--check", "--allow-private"}, linking(t, closed(), closed()), nil, &out, &errs); status != Environment {
		t.Errorf("status %d", status)
	}
	if !strings.Contains(errs.String(), "2 addresses: 2 unsure\ndossier: no site answered at all; is this machine connected to the internet?\n") {
		t.Errorf("said %s", errs.String())
	}
}
