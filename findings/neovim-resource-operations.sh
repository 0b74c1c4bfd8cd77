#!/usr/bin/env bash
# Neovim 0.7.2 (Debian 12) tells a language server two things about edits that do not fit: that it creates, renames and deletes
# files (workspaceEdit.resourceOperations), and, by leaving it out, that it does not take documentChanges, the only field of a
# WorkspaceEdit (LSP 3.17) in which such an operation can be sent. Yet an edit that comes in documentChanges is carried out,
# the renaming of a file too. A server that goes by documentChanges alone cannot rename files there; one that goes by
# resourceOperations can.
# Output seen: "documentChanges: nil", "resourceOperations: rename, create, delete", "renamed: true".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq neovim=0.7.2-7 neovim-runtime=0.7.2-7 libluajit-5.1-2 libmsgpackc2 libtermkey1 libtree-sitter0 \
	libunibilium4 libuv1 libvterm0 lua-luv lua-lpeg 2>/dev/null
for deb in *.deb; do dpkg -x "$deb" .; done
printf 'one\n' >old.txt
cat >run.lua <<'LUA'
local edits = vim.lsp.protocol.make_client_capabilities().workspace.workspaceEdit
print('documentChanges: ' .. tostring(edits.documentChanges) .. '\n')
print('resourceOperations: ' .. table.concat(edits.resourceOperations, ', ') .. '\n')
local uri = vim.uri_from_fname(vim.fn.getcwd())
vim.lsp.util.apply_workspace_edit({ documentChanges = { { kind = 'rename', oldUri = uri .. '/old.txt', newUri = uri .. '/new.txt' } } }, 'utf-16')
print('renamed: ' .. tostring(vim.fn.filereadable('new.txt') == 1 and vim.fn.filereadable('old.txt') == 0) .. '\n')
LUA
out=$(LD_LIBRARY_PATH=$(echo usr/lib/*-linux-gnu) VIMRUNTIME=$PWD/usr/share/nvim/runtime HOME=$PWD \
	usr/bin/nvim --headless --clean -c 'luafile run.lua' -c 'qa!' 2>&1 | tr -d '\r' | grep ': ')
printf '%s\n' "$out"
diff <(printf '%s\n' 'documentChanges: nil' 'resourceOperations: rename, create, delete' 'renamed: true') <(printf '%s\n' "$out") || { echo "changed"; exit 1; }
echo "as found"
