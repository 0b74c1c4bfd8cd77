// Package protocol is what a language server and an editor say to each other:
// messages of JSON-RPC 2.0, each behind a header with its length, and of the
// Language Server Protocol, version 3.17, the part that Dossier speaks.
//
// It knows no dossier. It does no I/O but on the reader and writer it is given.
package protocol

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxMessage is how many bytes a message may have. An editor sends whole files,
// and a content file has at most a megabyte; JSON may make six bytes of one.
const maxMessage = 32 << 20

// maxHeader is how many bytes the lines before a message may have.
const maxHeader = 4 << 10

// ErrFraming says that where a message ends is not known: nothing that follows
// can be read.
var ErrFraming = errors.New("the editor's message has no usable header")

// Message is a request (ID and Method), a notification (Method) or an answer
// (ID, and Result or Error).
type Message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"` // a number or a text, as it was sent
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *Error          `json:"error,omitempty"`
}

// Error is why a request has no result.
type Error struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *Error) Error() string { return e.Message }

// Codes of errors.
const (
	ParseError       = -32700
	InvalidRequest   = -32600
	MethodNotFound   = -32601
	InvalidParams    = -32602
	InternalError    = -32603
	NotInitialized   = -32002
	RequestFailed    = -32803
	ContentModified  = -32801
	RequestCancelled = -32800
)

// IsRequest reports a message that wants an answer.
func (m *Message) IsRequest() bool { return m.Method != "" && len(m.ID) > 0 }

// Read reads the next message. The error is io.EOF at the end of the stream,
// ErrFraming, or the reader's; of a message that is whole but no JSON it is an
// *Error, and the next one can be read.
func Read(r *bufio.Reader) (*Message, error) {
	size, err := header(r)
	if err != nil {
		return nil, err
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, fmt.Errorf("%w: it ends before its length", ErrFraming)
	}
	m := &Message{}
	if bytes.HasPrefix(bytes.TrimSpace(body), []byte("[")) {
		return nil, &Error{InvalidRequest, "the protocol has no batches"}
	}
	if err := json.Unmarshal(body, m); err != nil {
		return nil, &Error{ParseError, "the message is not JSON-RPC: " + err.Error()}
	}
	if string(m.ID) == "null" {
		m.ID = nil
	}
	if m.Version != "2.0" || m.Method == "" && len(m.ID) == 0 && m.Error == nil {
		return nil, &Error{InvalidRequest, "the message is neither a request nor an answer of JSON-RPC 2.0"}
	}
	return m, nil
}

// header reads the lines before a message and gives the message's length.
func header(r *bufio.Reader) (size int, err error) {
	size = -1
	for read := 0; ; {
		line, err := r.ReadSlice('\n')
		if read += len(line); read > maxHeader || errors.Is(err, bufio.ErrBufferFull) {
			return 0, fmt.Errorf("%w: it never ends", ErrFraming)
		}
		if err == io.EOF && read == 0 {
			return 0, io.EOF
		}
		if err != nil {
			return 0, fmt.Errorf("%w: %w", ErrFraming, err)
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			break
		}
		name, value, ok := strings.Cut(text, ":")
		if !ok {
			return 0, fmt.Errorf("%w: %q is no line of one", ErrFraming, text)
		}
		if strings.EqualFold(name, "Content-Length") {
			if size, err = strconv.Atoi(strings.TrimSpace(value)); err != nil || size < 0 || size > maxMessage {
				return 0, fmt.Errorf("%w: a length of %q", ErrFraming, strings.TrimSpace(value))
			}
		}
	}
	if size < 0 {
		return 0, fmt.Errorf("%w: it has no Content-Length", ErrFraming)
	}
	return size, nil
}

// Write writes a message. The error is the writer's.
func Write(w io.Writer, m *Message) error {
	m.Version = "2.0"
	body, err := json.Marshal(m)
	if err != nil {
		panic("protocol: " + err.Error()) // what is in it was made by marshalling
	}
	_, err = w.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(body)), body...))
	return err
}

// Answer is an answer to the request with an id: what err says, or else the
// result.
func Answer(id json.RawMessage, result any, err *Error) *Message {
	if len(id) == 0 {
		id = json.RawMessage("null")
	}
	if err != nil {
		return &Message{ID: id, Error: err}
	}
	return &Message{ID: id, Result: raw(result)}
}

// Notification is a message that wants no answer.
func Notification(method string, params any) *Message {
	return &Message{Method: method, Params: raw(params)}
}

// Request is a message that wants an answer.
func Request(id int, method string, params any) *Message {
	return &Message{ID: raw(id), Method: method, Params: raw(params)}
}

// raw is a value of this package's types as JSON.
func raw(v any) json.RawMessage {
	text, err := json.Marshal(v)
	if err != nil {
		panic("protocol: " + err.Error())
	}
	return text
}
