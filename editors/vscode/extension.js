// Starts dossier lsp for the Markdown of a folder with content/index.md.
const { workspace } = require('vscode')
const { LanguageClient, TransportKind } = require('vscode-languageclient/node')

let client

exports.activate = () => {
  const [folder] = workspace.workspaceFolders ?? []
  const [command, ...args] = workspace.getConfiguration('dossier').get('command')
  client = new LanguageClient(
    'dossier', 'Dossier',
    { command, args, transport: TransportKind.stdio, options: { cwd: folder?.uri.fsPath } },
    { documentSelector: [{ scheme: 'file', language: 'markdown', pattern: '**/content/**/*.md' }] },
  )
  return client.start()
}

exports.deactivate = () => client?.stop()
