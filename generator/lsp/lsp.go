// Package lsp is the language server: it tells an editor, while somebody types, what
// is wrong with a dossier, what may be written in a place, and what stands behind a
// name.
//
// One goroutine (Run) has all state and answers one message after another; another
// reads messages, and a third reads the dossier. What is typed is laid over the disk
// (pipeline.Desk), and after a quiet moment the dossier is read anew and its faults
// are published. A request about what the dossier says now (where something is named)
// waits for that; one that helps to type (completion) never does: it knows the text as
// it stands, and the dossier as it was read last.
package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"dossier/generator/diag"
	"dossier/generator/lsp/buffer"
	"dossier/generator/lsp/protocol"
	"dossier/generator/pipeline"
)

// Config says how to serve.
type Config struct {
	// Open gives the configuration of the dossier that an editor has opened; root is
	// its folder, "" when it names none. Content and Layouts are absolute. An error
	// is shown to the editor, which is then served nothing.
	Open    func(root string) (pipeline.Config, error)
	Quiet   time.Duration // how long nothing must be typed before the faults are published
	Version string        // of the program
	Log     io.Writer     // for what no message of the protocol is for
}

// ErrNoShutdown says that the editor has left without asking to end.
var ErrNoShutdown = errors.New("the editor ended the language server without asking it to shut down")

// server has all state of Run.
type server struct {
	cfg          Config
	begun, ended bool // initialize and shutdown have come
	sent         int  // requests of our own

	*wire
	*files
	*workshop
	shown map[string]*shown // what was published, by path
	told  string            // the last failure that was shown
	wait  []waiting
}

// answerer is the server, as far as it answers what is asked about the dossier. It
// changes nothing.
type answerer struct{ *server }

// ask makes a handler of a method of answerer.
func ask(do func(answerer, json.RawMessage) (any, error)) func(*server, json.RawMessage) (any, error) {
	return func(s *server, params json.RawMessage) (any, error) { return do(answerer{s}, params) }
}

// wire is what the server writes to.
type wire struct {
	out    *bufio.Writer
	log    io.Writer
	failed error // of writing: the editor is gone
}

// files are those of the dossier, as the editor names and has them.
type files struct {
	dossier pipeline.Config
	opened  bool // there is a dossier
	client  protocol.InitializeParams
	enc     buffer.Encoding
	docs    map[string]*document // open ones, by path
}

// document is a text that is open in the editor.
type document struct {
	uri     string // as the editor spells it
	path    string
	version int
	text    *buffer.Text
}

// waiting is a request that is answered once the dossier has been read again.
type waiting struct {
	*protocol.Message
	handler
	change int // up to which changes it must have been read
}

// incoming is a message, or why there is none.
type incoming struct {
	*protocol.Message
	err error
}

// Run serves until the editor ends it, the stream does, or the context. The error is
// ErrNoShutdown, that of a message whose end cannot be found, or the writer's.
func Run(ctx context.Context, cfg Config, in io.Reader, out io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &server{
		cfg: cfg, wire: &wire{out: bufio.NewWriter(out), log: cfg.Log}, files: &files{docs: map[string]*document{}},
		shown: map[string]*shown{}, workshop: newWorkshop(ctx),
	}
	messages := make(chan incoming)
	go read(ctx, bufio.NewReaderSize(in, 64<<10), messages)
	for s.failed == nil {
		select {
		case <-ctx.Done():
			return nil
		case m := <-messages:
			var broken *protocol.Error
			switch {
			case errors.As(m.err, &broken):
				s.answer(nil, nil, broken)
			case m.err == io.EOF && s.ended:
				return nil
			case m.err == io.EOF:
				return ErrNoShutdown
			case m.err != nil:
				return m.err
			case m.Method == "exit" && s.ended:
				return nil
			case m.Method == "exit":
				return ErrNoShutdown
			default:
				s.take(m.Message)
			}
		case <-s.quiet:
			s.quiet = nil
			s.start()
		case r := <-s.results:
			s.finish(r)
		}
	}
	return s.failed
}

// read hands on each message of a stream.
func read(ctx context.Context, in *bufio.Reader, to chan<- incoming) {
	for {
		m, err := protocol.Read(in)
		select {
		case to <- incoming{m, err}:
		case <-ctx.Done():
			return
		}
		var broken *protocol.Error
		if err != nil && !errors.As(err, &broken) {
			return
		}
	}
}

// handler answers a request, or takes a notification.
type handler struct {
	do   func(s *server, params json.RawMessage) (any, error)
	when moment
}

// moment is what a request waits for.
type moment int

const (
	atOnce    moment = iota
	onceRead         // until the dossier was read once
	whenFresh        // until it was read with all that was typed so far
)

// handlers are the methods that the server knows. (It is a function: the handlers
// refer to each other.)
func handlers() map[string]handler {
	return map[string]handler{
		"initialized":                     {(*server).initialized, atOnce},
		"shutdown":                        {(*server).shutdown, atOnce},
		"$/cancelRequest":                 {(*server).cancel, atOnce},
		"textDocument/didOpen":            {(*server).didOpen, atOnce},
		"textDocument/didChange":          {(*server).didChange, atOnce},
		"textDocument/didSave":            {(*server).didSave, atOnce},
		"textDocument/didClose":           {(*server).didClose, atOnce},
		"workspace/didChangeWatchedFiles": {(*server).didChangeWatchedFiles, atOnce},
		"textDocument/completion":         {ask(answerer.completion), onceRead},
		"textDocument/inlayHint":          {ask(answerer.inlayHint), onceRead},
		"textDocument/documentSymbol":     {ask(answerer.documentSymbol), onceRead},
		"workspace/symbol":                {ask(answerer.symbols), onceRead},
		"textDocument/hover":              {ask(answerer.hover), onceRead}, // and when fresh, if what was typed since touches it
		"textDocument/definition":         {ask(answerer.definition), onceRead},
		"textDocument/references":         {ask(answerer.references), whenFresh},
		"textDocument/codeAction":         {ask(answerer.codeAction), whenFresh},
		"textDocument/prepareRename":      {ask(answerer.prepareRename), whenFresh},
		"textDocument/rename":             {ask(answerer.rename), whenFresh},
	}
}

// take takes a message: it answers a request, or lets it wait.
func (s *server) take(m *protocol.Message) {
	h, known := handlers()[m.Method]
	switch {
	case m.Method == "": // the answer to a request of ours
	case m.Method == "initialize" && !s.begun:
		result, err := s.initialize(m.Params)
		s.answer(m.ID, result, asError(err))
	case !s.begun && m.IsRequest():
		s.answer(m.ID, nil, &protocol.Error{Code: protocol.NotInitialized, Message: "the editor has not initialized the server"})
	case !s.begun:
	case s.ended && m.IsRequest():
		s.answer(m.ID, nil, &protocol.Error{Code: protocol.InvalidRequest, Message: "the editor has asked the server to shut down"})
	case !known && m.IsRequest():
		s.answer(m.ID, nil, &protocol.Error{Code: protocol.MethodNotFound, Message: fmt.Sprintf("there is no method %q", m.Method)})
	case !known:
	case !m.IsRequest():
		if _, err := h.do(s, m.Params); err != nil {
			s.say("%s: %v", m.Method, err)
		}
	case h.when != atOnce && s.desk == nil:
		s.answer(m.ID, nil, nil)
	case h.when == whenFresh && s.behind(s.changes) || h.when != atOnce && s.now == nil:
		s.wait = append(s.wait, waiting{m, h, s.changes})
		if s.now == nil && !s.due() && !s.busy && s.told != "" { // the last reading failed
			s.touch("", 0)
		}
		s.start()
	default:
		s.serve(m, h)
	}
}

// errBehind says that a request must wait until what was typed has been read.
var errBehind = errors.New("the dossier must be read again first")

// serve answers a request, unless it finds that it must wait.
func (s *server) serve(m *protocol.Message, h handler) {
	result, err := h.do(s, m.Params)
	if errors.Is(err, errBehind) {
		h.when = whenFresh
		s.wait = append(s.wait, waiting{m, h, s.changes})
		s.start()
		return
	}
	s.answer(m.ID, result, asError(err))
}

// asError is an error as the answer to a request.
func asError(err error) *protocol.Error {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*protocol.Error](err); ok {
		return e
	}
	return &protocol.Error{Code: protocol.RequestFailed, Message: err.Error()}
}

// decode reads parameters.
func decode[T any](params json.RawMessage) (T, error) {
	var v T
	if err := json.Unmarshal(params, &v); err != nil {
		return v, &protocol.Error{Code: protocol.InvalidParams, Message: "the parameters are not those of the method: " + err.Error()}
	}
	return v, nil
}

// answer answers a request.
func (s *wire) answer(id json.RawMessage, result any, err *protocol.Error) {
	s.write(protocol.Answer(id, result, err))
}

// notify sends a notification.
func (s *wire) notify(method string, params any) { s.write(protocol.Notification(method, params)) }

func (s *wire) write(m *protocol.Message) {
	if s.failed != nil {
		return
	}
	if s.failed = protocol.Write(s.out, m); s.failed == nil {
		s.failed = s.out.Flush()
	}
}

// say prints a line to the log.
func (s *wire) say(format string, args ...any) { _ = diag.Say(s.log, format, args...) }

// cancel ends the waiting of a request.
func (s *server) cancel(params json.RawMessage) (any, error) {
	p, err := decode[protocol.CancelParams](params)
	if err != nil {
		return nil, err
	}
	kept := s.wait[:0]
	for _, w := range s.wait {
		if string(w.ID) == string(p.ID) {
			s.answer(w.ID, nil, &protocol.Error{Code: protocol.RequestCancelled, Message: "the editor has cancelled the request"})
			continue
		}
		kept = append(kept, w)
	}
	s.wait = kept
	return nil, nil
}

// shutdown answers what waits: it will not come any more.
func (s *server) shutdown(json.RawMessage) (any, error) {
	for _, w := range s.wait {
		s.answer(w.ID, nil, &protocol.Error{Code: protocol.RequestCancelled, Message: "the server shuts down"})
	}
	s.wait, s.ended = nil, true
	return nil, nil
}
