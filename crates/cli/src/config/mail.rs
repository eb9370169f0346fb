//! `[mail]`: the operator's mail server. Without a host no mail is ever sent.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use countersign_workflow::mail::{MailParts, MailTexts, Security, Smtp, SmtpOptions};
use serde::Deserialize;

/// `[mail]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MailSection {
    /// The server's name, as in its certificate; empty: no mail.
    pub host: String,
    /// Its port; 0: the usual one of `security`.
    pub port: u16,
    /// `starttls`, `tls`, or `none` for a server on this machine.
    pub security: String,
    /// Who writes: `Name <address>`.
    pub from: String,
    /// Who signs in; empty: nobody.
    pub user: String,
    /// File with the password.
    pub password_file: PathBuf,
    /// File with a certificate to trust beside the system's, PEM.
    pub ca_file: PathBuf,
}

impl MailSection {
    /// What tells applicants by mail.
    pub fn parts(&self) -> Result<Option<MailParts>> {
        if self.host.is_empty() {
            return Ok(None);
        }
        let security = match self.security.as_str() {
            "" | "starttls" => Security::StartTls,
            "tls" => Security::Tls,
            "none" => Security::None,
            _ => bail!("mail.security is starttls, tls or none"),
        };
        let read = |file: &PathBuf| std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()));
        let login = if self.user.is_empty() {
            None
        } else {
            let password = String::from_utf8(read(&self.password_file)?).context("mail.password_file is no text")?;
            Some((self.user.clone(), password.trim_end_matches(['\r', '\n']).to_owned()))
        };
        let ca_pem = if self.ca_file.as_os_str().is_empty() { None } else { Some(read(&self.ca_file)?) };
        let smtp = Smtp::new(SmtpOptions {
            host: self.host.clone(),
            port: (self.port != 0).then_some(self.port),
            security,
            login,
            from: self.from.clone(),
            ca_pem,
        })?;
        Ok(Some(MailParts { mailer: Arc::new(smtp), texts: Arc::new(MailTexts::built_in()?) }))
    }
}
