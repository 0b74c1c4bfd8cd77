//! Tells Zed how to start dossier lsp.
use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Dossier;

impl zed::Extension for Dossier {
    fn new() -> Self {
        Dossier
    }

    fn language_server_command(&mut self, _: &LanguageServerId, folder: &Worktree) -> Result<Command> {
        let command = folder.which("dossier").ok_or("the program dossier is not on the path")?;
        Ok(Command { command, args: vec!["lsp".into()], env: folder.shell_env() })
    }
}

zed::register_extension!(Dossier);
