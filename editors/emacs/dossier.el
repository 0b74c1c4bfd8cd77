;;; dossier.el --- dossier lsp for the Markdown of a dossier  -*- lexical-binding: t; -*-

;; Emacs 29 and newer have eglot. Load this file from the init file.

(require 'eglot)

(dolist (mode '(markdown-mode gfm-mode markdown-ts-mode))
  (add-to-list 'eglot-server-programs (cons mode '("dossier" "lsp"))))

(defun dossier-maybe-start ()
  "Start the language server in a file of a dossier."
  (when-let* ((file (buffer-file-name))
              ((locate-dominating-file file "content/index.md")))
    (eglot-ensure)))

(dolist (hook '(markdown-mode-hook gfm-mode-hook markdown-ts-mode-hook))
  (add-hook hook #'dossier-maybe-start))

(provide 'dossier)
;;; dossier.el ends here
