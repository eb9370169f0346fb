import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const USER = 'countersign';
const PASSWORD = 'a password of the journeys';

export interface Taken {
  to: string[];
  from: string;
  /** As it came over the line. */
  raw: string;
  subject: string;
  text: string;
  messageId: string;
  secure: boolean;
}

/** How the line becomes private: by a command that the server offers, or from the first byte (RFC 8314). */
export type Line = 'starttls' | 'tls';

/** A real mail server on this machine: TLS with a certificate of its own, a password, and a memory. */
export class Postbox {
  readonly taken: Taken[] = [];
  readonly settings: string[] = [];
  #server: SMTPServer | undefined;

  static async open(folder: string, line: Line): Promise<Postbox> {
    const [key, certificate, password] = ['mail.key', 'mail.pem', 'mail.password'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const kind = ['-addext', 'basicConstraints=critical,CA:FALSE'];
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        certificate,
        ...subject,
        ...kind,
      ],
      { stdio: 'ignore' },
    );
    execFileSync('sh', ['-c', `printf '%s\\n' "$1" > "$2"`, 'sh', PASSWORD, password]);
    const box = new Postbox();
    box.#server = new SMTPServer({
      secure: line === 'tls',
      key: readFileSync(key),
      cert: readFileSync(certificate),
      onAuth: (auth, session, done) => {
        const right = auth.username === USER && auth.password === PASSWORD && session.secure;
        done(right ? null : new Error('refused'), right ? { user: USER } : undefined);
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          const to = rcptTo.map(({ address }) => address);
          box.taken.push({
            ...read(Buffer.concat(parts).toString('utf8')),
            from,
            to,
            secure: session.secure,
          });
          done();
        });
      },
    });
    const server = box.#server;
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
    const { port } = server.server.address() as AddressInfo;
    box.settings.push(
      'host = "localhost"',
      `port = ${port}`,
      'from = "Utopia Exchange <verify@example.org>"',
      `user = "${USER}"`,
      `password_file = "${password}"`,
      `ca_file = "${certificate}"`,
      `security = "${line}"`,
    );
    return box;
  }

  close(): Promise<void> {
    return new Promise((done) => this.#server?.close(() => done()) ?? done());
  }
}

/** Subject and text of a message without attachments. */
function read(raw: string): Omit<Taken, 'from' | 'to' | 'secure'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const body = rest.join('\n\n');
  const encoding = header('Content-Transfer-Encoding').toLowerCase();
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? body
            .replace(/=\r?\n/g, '')
            .replace(/((?:=[0-9A-F]{2})+)/g, (bytes) =>
              Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
            )
        : body;
  return { raw, subject: header('Subject'), messageId: header('Message-ID'), text };
}
