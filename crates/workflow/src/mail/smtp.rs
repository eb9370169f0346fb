//! Handing mails to the operator's server by SMTP.

use std::time::Duration;

use async_trait::async_trait;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::{Letter, MailError, Mailer};

/// A server that says nothing for so long is not there; the queue tries again.
const TIMEOUT: Duration = Duration::from_secs(15);

/// How the line to the server is kept private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (RFC 8314), port 465.
    Tls,
    /// TLS after `STARTTLS`, which must be offered, port 587.
    StartTls,
    /// Not at all; for a server on the same machine, port 25.
    None,
}

/// Which server, and how.
#[derive(Clone)]
pub struct SmtpOptions {
    /// Its name, as in its certificate.
    pub host: String,
    /// Its port; the usual one of `security` when absent.
    pub port: Option<u16>,
    /// How the line is kept private.
    pub security: Security,
    /// User and password, where it asks.
    pub login: Option<(String, String)>,
    /// Who writes: `Name <address>`.
    pub from: String,
    /// A certificate to trust beside the system's, PEM.
    pub ca_pem: Option<Vec<u8>>,
}

/// Options that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("mail.{0} cannot be used")]
pub struct SmtpError(&'static str);

/// A mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    domain: String,
}

impl Smtp {
    /// Prepares the way to a server; nothing is connected yet.
    pub fn new(options: SmtpOptions) -> Result<Self, SmtpError> {
        let from: Mailbox = options.from.parse().map_err(|_| SmtpError("from"))?;
        let local = ["localhost", "127.0.0.1", "::1"].contains(&options.host.as_str());
        if options.security == Security::None && !local {
            return Err(SmtpError("security"));
        }
        let mut tls = TlsParameters::builder(options.host.clone());
        if let Some(pem) = &options.ca_pem {
            tls = tls.add_root_certificate(Certificate::from_pem(pem).map_err(|_| SmtpError("ca_file"))?);
        }
        let tls = tls.build_rustls().map_err(|_| SmtpError("host"))?;
        let (tls, usual) = match options.security {
            Security::Tls => (Tls::Wrapper(tls), 465),
            Security::StartTls => (Tls::Required(tls), 587),
            Security::None => (Tls::None, 25),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&options.host)
            .port(options.port.unwrap_or(usual))
            .tls(tls)
            .timeout(Some(TIMEOUT));
        if let Some((user, password)) = options.login {
            builder = builder.credentials(Credentials::new(user, password));
        }
        let domain = from.email.domain().to_owned();
        Ok(Self { transport: builder.build(), from, domain })
    }
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        let to = letter.to.parse().map_err(|_| MailError::Never("address"))?;
        let message = Message::builder()
            .message_id(Some(format!("<{}@{}>", letter.id, self.domain)))
            .date(std::time::SystemTime::from(letter.at))
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(&letter.subject)
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Content-Language"), letter.language.clone()))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())
            .map_err(|_| MailError::Never("message"))?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            // What a server says may repeat the address: only its kind is kept.
            Err(error) if error.is_permanent() => Err(MailError::Never("refused")),
            Err(error) if error.is_timeout() => Err(MailError::Later("mail.timeout")),
            Err(error) if error.is_tls() => Err(MailError::Later("mail.tls")),
            Err(_) => Err(MailError::Later("mail.server")),
        }
    }
}
