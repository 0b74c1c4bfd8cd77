// A session of vscode-jsonrpc, which speaks for VS Code, with dossier lsp. It prints what
// came of it, and ends with an error at the first thing that is not as it must be.
//
//   node session.mjs PROGRAM FOLDER
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import rpc from 'vscode-jsonrpc/node'

const [program, folder] = process.argv.slice(2)
const server = spawn(program, ['lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
const ended = once(server, 'exit')
const c = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin))

// What is published, by address; published(uri, is) waits until it is so.
const faults = new Map(), waiting = []
c.onNotification('textDocument/publishDiagnostics', p => {
  faults.set(p.uri, p)
  for (const w of [...waiting]) if (w.uri === p.uri && w.is(p)) { waiting.splice(waiting.indexOf(w), 1); w.done(p) }
})
const published = (uri, is) => faults.has(uri) && is(faults.get(uri)) ? faults.get(uri) : new Promise(done => waiting.push({ uri, is, done }))
const watched = new Promise(done => c.onRequest('client/registerCapability', p => { done(p.registrations[0].method) }))
c.listen()

const { capabilities } = await c.sendRequest('initialize', {
  processId: process.pid, rootUri: pathToFileURL(folder).href,
  capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] }, didChangeWatchedFiles: { dynamicRegistration: true } } },
})
assert.equal(capabilities.positionEncoding, 'utf-16')
c.sendNotification('initialized', {})
assert.equal(await watched, 'workspace/didChangeWatchedFiles')

// Columns in UTF-16: an emoji has two, a letter with a combining accent two, a Cyrillic one.
const uri = pathToFileURL(join(folder, 'content', 'pages', 'about.md')).href
const text = readFileSync(new URL(uri), 'utf8') + '\n😀 е\u0301 Привет [[egipt]] end.\r\n'
const line = text.split('\n').length - 2
c.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
const { diagnostics, version } = await published(uri, p => p.diagnostics.some(d => d.code === 'broken-link'))
const fault = diagnostics.find(d => d.code === 'broken-link')
assert.equal(version, 1)
assert.deepEqual(fault.range, { start: { line, character: 15 }, end: { line, character: 20 } })
console.log(`${fault.severity} ${fault.message} at ${fault.range.start.character}-${fault.range.end.character}`)

const [action] = await c.sendRequest('textDocument/codeAction', { textDocument: { uri }, range: fault.range, context: { diagnostics: [fault] } })
const [change] = action.edit.documentChanges
assert.deepEqual(change, { textDocument: { uri, version: 1 }, edits: [{ range: fault.range, newText: 'egypt' }] })
console.log(action.title)
c.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: fault.range, text: 'egypt' }] })
await published(uri, p => p.version === 2 && !p.diagnostics.some(d => d.code === 'broken-link'))
console.log('mended')

const hover = await c.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character: 16 } })
console.log(hover.contents.value.split('\n')[0])

// A request that is cancelled is answered all the same.
const source = new rpc.CancellationTokenSource()
const references = c.sendRequest('textDocument/references', { textDocument: { uri }, position: { line, character: 16 }, context: { includeDeclaration: true } }, source.token)
source.cancel()
await references.then(() => {}, why => assert.equal(why.code, -32800)).then(() => console.log('answered'))
await assert.rejects(c.sendRequest('textDocument/foldingRange', {}), { code: -32601 })

await c.sendRequest('shutdown')
c.sendNotification('exit')
assert.deepEqual(await ended, [0, null])
console.log('ended')
process.exit(0)
