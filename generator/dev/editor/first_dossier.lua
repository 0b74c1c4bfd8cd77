-- A session of Neovim with dossier lsp, which first_dossier_test.go runs headless. It prints
-- what an editor would see.
--
-- DOSSIER is the program, and the working directory has the content.
-- An error ends it, too.
local function session()
  local out = io.open(os.getenv('TRANSCRIPT'), 'w')
  local function say(...) out:write(string.format(...), '\n') end

  -- wait until something is so; a test fails by what it then says.
  local function wait(what, is)
    if not vim.wait(60000, is, 10) then
      say('waited in vain for %s', what)
      out:close()
      vim.cmd('cquit 1')
    end
  end

  local client_id = vim.lsp.start_client({
    name = 'dossier', cmd = { os.getenv('DOSSIER'), 'lsp' }, root_dir = vim.fn.getcwd(),
  })
  local function client() return vim.lsp.get_client_by_id(client_id) end
  wait('the server', function() return client() and client().initialized end)

  vim.api.nvim_create_autocmd('BufReadPost', {
    pattern = '*.md', callback = function(event) vim.lsp.buf_attach_client(event.buf, client_id) end,
  })

  local function open(file)
    vim.cmd('silent edit ' .. file)
    say('\n:edit %s', file)
  end

  -- Put the cursor behind a piece of text.
  local function seek(piece, behind)
    for n, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
      local from, to = line:find(piece, 1, true)
      if from then
        vim.api.nvim_win_set_cursor(0, { n, behind and to or from - 1 })
        return
      end
    end
    say('there is no %q', piece)
  end

  local function line() return vim.api.nvim_get_current_line() end

  local function faults()
    for _, d in ipairs(vim.diagnostic.get(0)) do
      local text = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, false)[1]
      say('  %d:%d-%d %q %s [%s]', d.lnum + 1, d.col + 1, d.end_col, text:sub(d.col + 1, d.end_col), d.message, d.code or '')
    end
  end

  -- Ask the server, in its own encoding, about the place of the cursor.
  local function ask(method, more)
    local params = vim.lsp.util.make_position_params(0, client().offset_encoding)
    for k, v in pairs(more or {}) do params[k] = v end
    local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
    local answer = answers and answers[client_id] or {}
    if answer.err then say('  %s', answer.err.message) end
    return answer.result
  end

  -- Type over the piece behind the cursor.
  local function type_over(piece, text)
    seek(piece)
    local row, col = unpack(vim.api.nvim_win_get_cursor(0))
    vim.api.nvim_buf_set_text(0, row - 1, col, row - 1, col + #piece, { text })
    vim.api.nvim_win_set_cursor(0, { row, col + #text })
    say('%q is typed in place of %q', text, piece)
  end

  local article = 'content/articles/csto-plans-2020/'
  local function find(pattern) return vim.fn.glob(article .. pattern) end

  -- 1. A misspelt id, and its quick fix.
  open(find('05-*m.md'))
  type_over('russia, syria', 'russia, siria')
  wait('a fault', function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) > 0 end)
  faults()
  seek('siria')
  local actions = ask('textDocument/codeAction', {
    range = { start = { line = vim.fn.line('.') - 1, character = 0 }, ['end'] = { line = vim.fn.line('.') - 1, character = 99 } },
    context = { diagnostics = {} },
  })
  for _, a in ipairs(actions) do say('quick fix: %s', a.title) end
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client().offset_encoding)
  say('  %s', line())
  wait('no fault', function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0 end)
  say('the fault has gone')

  -- 2. Completion in [[…]].
  type_over('terrorists on their territory', '[[ta')
  local list = ask('textDocument/completion')
  for _, item in ipairs(list.items) do say('  %s — %s', item.label, item.detail) end
  local edit = list.items[1].textEdit
  vim.lsp.util.apply_text_edits({ edit }, 0, client().offset_encoding)
  say('  %s', line():match('%[%[.*%]%]'))

  -- 3. A preview, where it leads, and dates in words.
  seek('csto-summit-2019|')
  say('hover:\n%s', (ask('textDocument/hover').contents.value:gsub('\n\n', '\n'):gsub('([^\n]+)', '  %1')))
  local to = ask('textDocument/definition')
  say('definition: %s', vim.fn.fnamemodify(vim.uri_to_fname(to.uri), ':.'))
  local hints = ask('textDocument/inlayHint', { range = { start = { line = 0, character = 0 }, ['end'] = { line = 99, character = 0 } } })
  for _, h in ipairs(hints) do say('hint: %d:%d %s', h.position.line + 1, h.position.character + 1, h.label) end
  seek('csto]')
  say('references of csto: %d', #ask('textDocument/references', { context = { includeDeclaration = true } }))
  vim.cmd('silent write')

  -- 4. A rename, with files.
  local renamed = ask('textDocument/rename', { newName = 'odkb' })
  local texts, edits = {}, 0
  for _, change in ipairs(renamed.documentChanges) do
    if change.kind then
      say('rename %s -> %s', vim.fn.fnamemodify(vim.uri_to_fname(change.oldUri), ':.'), vim.fn.fnamemodify(vim.uri_to_fname(change.newUri), ':.'))
    else
      edits = edits + #change.edits
      table.insert(texts, change.textDocument.uri)
    end
  end
  say('%d edits in %d files', edits, #texts)
  vim.lsp.util.apply_workspace_edit(renamed, client().offset_encoding)
  vim.cmd('silent wall')
  say('  %s', line())
  wait('a dossier without errors', function()
    ask('textDocument/hover')
    return #vim.diagnostic.get(nil, { severity = vim.diagnostic.severity.ERROR }) == 0
  end)
  say('errors in the dossier: %d', #vim.diagnostic.get(nil, { severity = vim.diagnostic.severity.ERROR }))

  client().stop()
  wait('the end', function() return client() == nil or client().is_stopped() end)
  say('the server has ended')
  out:close()
  vim.cmd('quitall!')
end
local ok, why = xpcall(session, debug.traceback)
if not ok then
  io.stderr:write(why, '\n')
  vim.cmd('cquit 1')
end
