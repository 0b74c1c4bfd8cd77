package lsp

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/generator/diag"
	"dossier/generator/lsp/buffer"
	"dossier/generator/lsp/protocol"
)

// shown are the faults of a file as they were published.
type shown struct {
	faults  diag.List
	as      []protocol.Diagnostic // in the same order
	version int                   // of the document; 0 of a file that was not open
}

// start reads the dossier, unless nothing has changed.
func (s *server) start() { s.begin(s.docs) }

// finish takes up a reading: it publishes the faults, and answers what has waited for
// it.
func (s *server) finish(r result) {
	s.end(r)
	if r.err != nil {
		s.show(r.err)
	} else {
		s.told = ""
		s.publish(r.now)
	}
	wait := s.wait
	s.wait = nil
	for _, w := range wait {
		switch {
		case r.err == nil && w.when == whenFresh && s.behind(w.change):
			s.wait = append(s.wait, w)
		case r.err != nil && s.now == nil:
			s.answer(w.ID, nil, asError(r.err))
		default:
			s.serve(w.Message, w.handler)
		}
	}
	if len(s.wait) > 0 || s.quiet == nil { // the quiet moment came while the dossier was read
		s.start()
	}
}

// publish sends the faults of each file for which they are others than before, none
// for a file that is mended. Those of a document that has changed since come with the
// next reading.
func (s *server) publish(now *snapshot) {
	of := map[string]diag.List{}
	faults := now.reading.Faults
	for len(faults) > 0 {
		n := slices.IndexFunc(faults, func(d diag.Diagnostic) bool { return d.File != faults[0].File })
		if n < 0 {
			n = len(faults)
		}
		of[filepath.Clean(filepath.FromSlash(faults[0].File))] = faults[:n]
		faults = faults[n:]
	}
	for path := range s.shown {
		if of[path] == nil {
			of[path] = diag.List{}
		}
	}
	for _, path := range slices.Sorted(maps.Keys(of)) {
		list := of[path]
		version, doc := 0, s.docs[path]
		if read := now.open[path]; read != nil {
			version = read.version
		}
		before := s.shown[path]
		switch {
		case doc != nil && doc.version != version:
			continue
		case before != nil && before.version == version && slices.Equal(before.faults, list):
			continue
		}
		as := make([]protocol.Diagnostic, len(list))
		for i, d := range list {
			as[i] = s.fault(d, doc)
		}
		p := protocol.PublishDiagnosticsParams{URI: s.uri(path), Diagnostics: as}
		if doc != nil {
			p.Version = &doc.version
		}
		s.notify("textDocument/publishDiagnostics", p)
		if s.shown[path] = (&shown{list, as, version}); len(list) == 0 && doc == nil {
			delete(s.shown, path)
		}
	}
}

// fault is a diagnostic of a document, which is nil for a file that is not open.
func (s *server) fault(d diag.Diagnostic, doc *document) protocol.Diagnostic {
	line := d.Excerpt
	from, to := extent(d, line)
	before := 0
	if doc != nil && d.Line == 1 && strings.HasPrefix(doc.text.String(), "\ufeff") {
		before = buffer.Units("\ufeff", s.enc)
	}
	at := func(offset int) protocol.Position {
		return protocol.Position{Line: max(d.Line, 1) - 1, Character: before + buffer.Units(line[:offset], s.enc)}
	}
	severity := 1
	if d.Severity() == diag.Warning {
		severity = 2
	}
	return protocol.Diagnostic{
		Range: protocol.Range{Start: at(from), End: at(to)}, Severity: severity, Code: string(d.Code), Source: "dossier", Message: diag.Words(d.Message),
	}
}

// extent is the stretch of a line that a diagnostic speaks of: what its fix would
// replace, else the words in quotation marks or brackets, or the word, at its address.
func extent(d diag.Diagnostic, line string) (from, to int) {
	if d.Col == 0 {
		return len(line) - len(strings.TrimLeft(line, " \t")), len(line)
	}
	for n := d.Col - 1; n > 0 && from < len(line); n-- {
		_, size := utf8.DecodeRuneInString(line[from:])
		from += size
	}
	rest := line[from:]
	if n := strings.Index(rest, d.Fix.Old); d.Fix.Line == d.Line && d.Fix.Col == d.Col && d.Fix.Old != "" && n >= 0 {
		return from + n, from + n + len(d.Fix.Old)
	}
	for open, close := range map[string]string{`"`: `"`, "'": "'", "[[": "]]", "<": ">"} {
		if n := len(open); strings.HasPrefix(rest, open) {
			if end := strings.Index(rest[n:], close); end >= 0 {
				return from, from + n + end + len(close)
			}
		}
	}
	if strings.HasPrefix(rest, "[") || strings.HasPrefix(rest, "!") {
		if end := strings.IndexByte(rest, ')'); end >= 0 && strings.Contains(rest[:end], "](") {
			return from, from + end + 1
		}
	}
	return from, from + buffer.New(rest).WordAt(0)
}
