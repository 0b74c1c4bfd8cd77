-- dossier lsp for the Markdown of a dossier. Neovim 0.11 and newer take this file as
-- lsp/dossier.lua of the configuration; README.md has the way for older ones.
return {
  cmd = { 'dossier', 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { 'content/index.md' },
  workspace_required = true,
}
