package protocol

import "encoding/json"

// Position is a place in a document: its line, and how many units of the encoding
// that was agreed on stand before it there. Both count from 0.
type Position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// Range is a stretch of a document; End is behind its last character.
type Range struct {
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// Location is a range of some document.
type Location struct {
	URI   string `json:"uri"`
	Range Range  `json:"range"`
}

// InitializeParams is what an editor says of itself.
type InitializeParams struct {
	RootURI          string `json:"rootUri"`
	RootPath         string `json:"rootPath"`
	WorkspaceFolders []struct {
		URI string `json:"uri"`
	} `json:"workspaceFolders"`
	Capabilities struct {
		General struct {
			PositionEncodings []string `json:"positionEncodings"`
		} `json:"general"`
		Workspace struct {
			WorkspaceEdit struct {
				DocumentChanges    bool     `json:"documentChanges"`
				ResourceOperations []string `json:"resourceOperations"`
			} `json:"workspaceEdit"`
			DidChangeWatchedFiles struct {
				DynamicRegistration bool `json:"dynamicRegistration"`
			} `json:"didChangeWatchedFiles"`
			InlayHint struct {
				RefreshSupport bool `json:"refreshSupport"`
			} `json:"inlayHint"`
		} `json:"workspace"`
		TextDocument struct {
			Hover struct {
				ContentFormat []string `json:"contentFormat"`
			} `json:"hover"`
			DocumentSymbol struct {
				Hierarchical bool `json:"hierarchicalDocumentSymbolSupport"`
			} `json:"documentSymbol"`
		} `json:"textDocument"`
	} `json:"capabilities"`
}

// InitializeResult is what the server says of itself.
type InitializeResult struct {
	Capabilities ServerCapabilities `json:"capabilities"`
	ServerInfo   ServerInfo         `json:"serverInfo"`
}

// ServerInfo names the server.
type ServerInfo struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
}

// ServerCapabilities is what a server can do.
type ServerCapabilities struct {
	PositionEncoding        string             `json:"positionEncoding"`
	TextDocumentSync        TextDocumentSync   `json:"textDocumentSync"`
	CompletionProvider      CompletionProvider `json:"completionProvider"`
	HoverProvider           bool               `json:"hoverProvider"`
	DefinitionProvider      bool               `json:"definitionProvider"`
	ReferencesProvider      bool               `json:"referencesProvider"`
	DocumentSymbolProvider  bool               `json:"documentSymbolProvider"`
	WorkspaceSymbolProvider bool               `json:"workspaceSymbolProvider"`
	CodeActionProvider      CodeActionProvider `json:"codeActionProvider"`
	RenameProvider          map[string]bool    `json:"renameProvider"`
	InlayHintProvider       bool               `json:"inlayHintProvider"`
}

// TextDocumentSync says how documents are kept alike. Change 2 is by what changed.
type TextDocumentSync struct {
	OpenClose bool `json:"openClose"`
	Change    int  `json:"change"`
	Save      bool `json:"save"`
}

// CompletionProvider says after which characters an editor asks unasked.
type CompletionProvider struct {
	TriggerCharacters []string `json:"triggerCharacters"`
}

// CodeActionProvider says which actions there are.
type CodeActionProvider struct {
	CodeActionKinds []string `json:"codeActionKinds"`
}

// TextDocument names a document.
type TextDocument struct {
	URI     string `json:"uri"`
	Version *int   `json:"version,omitempty"`
}

// DidOpenParams brings the text of a document.
type DidOpenParams struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
		Text    string `json:"text"`
	} `json:"textDocument"`
}

// DidChangeParams says what has changed in a document, one change after another.
type DidChangeParams struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
	} `json:"textDocument"`
	ContentChanges []ContentChange `json:"contentChanges"`
}

// ContentChange is a text for a range, or for all of the document.
type ContentChange struct {
	Range *Range `json:"range"`
	Text  string `json:"text"`
}

// DocumentParams names a document.
type DocumentParams struct {
	TextDocument TextDocument `json:"textDocument"`
}

// WatchedFilesParams names files that changed on disk.
type WatchedFilesParams struct {
	Changes []struct {
		URI string `json:"uri"`
	} `json:"changes"`
}

// PositionParams is a place that is asked about.
type PositionParams struct {
	TextDocument TextDocument `json:"textDocument"`
	Position     Position     `json:"position"`
}

// ReferenceParams asks where something is named.
type ReferenceParams struct {
	PositionParams
	Context struct {
		IncludeDeclaration bool `json:"includeDeclaration"`
	} `json:"context"`
}

// RenameParams asks for another name.
type RenameParams struct {
	PositionParams
	NewName string `json:"newName"`
}

// RangeParams is a range that is asked about.
type RangeParams struct {
	TextDocument TextDocument `json:"textDocument"`
	Range        Range        `json:"range"`
}

// CodeActionParams asks what can be done about a range.
type CodeActionParams struct {
	RangeParams
	Context struct {
		Diagnostics []Diagnostic `json:"diagnostics"`
		Only        []string     `json:"only"`
	} `json:"context"`
}

// CancelParams names a request that needs no answer any more.
type CancelParams struct {
	ID json.RawMessage `json:"id"`
}

// SymbolParams asks for symbols.
type SymbolParams struct {
	Query string `json:"query"`
}

// Diagnostic is a fault. Severity 1 is an error, 2 a warning.
type Diagnostic struct {
	Range    Range  `json:"range"`
	Severity int    `json:"severity"`
	Code     string `json:"code"`
	Source   string `json:"source"`
	Message  string `json:"message"`
}

// PublishDiagnosticsParams are all faults of a document.
type PublishDiagnosticsParams struct {
	URI         string       `json:"uri"`
	Version     *int         `json:"version,omitempty"`
	Diagnostics []Diagnostic `json:"diagnostics"`
}

// TextEdit is a text for a range.
type TextEdit struct {
	Range   Range  `json:"range"`
	NewText string `json:"newText"`
}

// WorkspaceEdit changes documents and files, in this order. DocumentChanges holds
// TextDocumentEdit and FileOperation values; Changes is for editors that know no
// others.
type WorkspaceEdit struct {
	DocumentChanges []any                 `json:"documentChanges,omitempty"`
	Changes         map[string][]TextEdit `json:"changes,omitempty"`
}

// TextDocumentEdit changes one document, of that version when it is not nil.
type TextDocumentEdit struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version *int   `json:"version"`
	} `json:"textDocument"`
	Edits []TextEdit `json:"edits"`
}

// FileOperation is "rename" (OldURI, NewURI), "create" or "delete" (URI).
type FileOperation struct {
	Kind   string `json:"kind"`
	URI    string `json:"uri,omitempty"`
	OldURI string `json:"oldUri,omitempty"`
	NewURI string `json:"newUri,omitempty"`
}

// CodeAction is something that can be done about a fault.
type CodeAction struct {
	Title       string         `json:"title"`
	Kind        string         `json:"kind"`
	Diagnostics []Diagnostic   `json:"diagnostics,omitempty"`
	IsPreferred bool           `json:"isPreferred,omitempty"`
	Edit        *WorkspaceEdit `json:"edit"`
}

// QuickFix is the kind of action that mends a fault.
const QuickFix = "quickfix"

// CompletionList are suggestions; IsIncomplete says to ask again when more is
// typed.
type CompletionList struct {
	IsIncomplete bool             `json:"isIncomplete"`
	Items        []CompletionItem `json:"items"`
}

// CompletionItem is a suggestion.
type CompletionItem struct {
	Label         string         `json:"label"`
	Kind          int            `json:"kind,omitempty"`
	Detail        string         `json:"detail,omitempty"`
	Documentation *MarkupContent `json:"documentation,omitempty"`
	SortText      string         `json:"sortText,omitempty"`
	FilterText    string         `json:"filterText,omitempty"`
	TextEdit      *TextEdit      `json:"textEdit,omitempty"`
}

// Kinds of completion items.
const (
	ItemText       = 1
	ItemClass      = 7
	ItemModule     = 9
	ItemProperty   = 10
	ItemValue      = 12
	ItemFile       = 17
	ItemReference  = 18
	ItemEnumMember = 20
	ItemConstant   = 21
	ItemEvent      = 23
)

// MarkupContent is "plaintext" or "markdown".
type MarkupContent struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

// Hover is what is said of a place.
type Hover struct {
	Contents MarkupContent `json:"contents"`
	Range    *Range        `json:"range,omitempty"`
}

// DocumentSymbol is something that a document declares, with what is in it.
type DocumentSymbol struct {
	Name           string           `json:"name"`
	Detail         string           `json:"detail,omitempty"`
	Kind           int              `json:"kind"`
	Range          Range            `json:"range"`
	SelectionRange Range            `json:"selectionRange"`
	Children       []DocumentSymbol `json:"children,omitempty"`
}

// SymbolInformation is something that is declared somewhere.
type SymbolInformation struct {
	Name          string   `json:"name"`
	Kind          int      `json:"kind"`
	Location      Location `json:"location"`
	ContainerName string   `json:"containerName,omitempty"`
}

// Kinds of symbols.
const (
	SymbolFile   = 1
	SymbolModule = 2
	SymbolClass  = 5
	SymbolString = 15
	SymbolKey    = 20
	SymbolEvent  = 24
)

// InlayHint is a text that an editor shows at a place, and that is not in the file.
type InlayHint struct {
	Position    Position `json:"position"`
	Label       string   `json:"label"`
	PaddingLeft bool     `json:"paddingLeft,omitempty"`
}

// PrepareRename is what can be renamed, and what stands there.
type PrepareRename struct {
	Range       Range  `json:"range"`
	Placeholder string `json:"placeholder"`
}

// RegistrationParams asks an editor to send more.
type RegistrationParams struct {
	Registrations []Registration `json:"registrations"`
}

// Registration is a method that an editor is asked to call.
type Registration struct {
	ID      string `json:"id"`
	Method  string `json:"method"`
	Options any    `json:"registerOptions,omitempty"`
}

// WatchOptions says which files an editor is asked to watch.
type WatchOptions struct {
	Watchers []Watcher `json:"watchers"`
}

// Watcher names files by a pattern.
type Watcher struct {
	GlobPattern string `json:"globPattern"`
}

// ShowMessageParams is a message to the person. Type 1 is an error.
type ShowMessageParams struct {
	Type    int    `json:"type"`
	Message string `json:"message"`
}
