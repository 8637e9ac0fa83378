import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** One mail as it came over SMTP, or one text message of the development adapter. */
export type Message = { channel: "mail" | "sms"; to: string; subject: string; text: string; html: string };

/** A mail server on loopback that keeps what it is given. */
export type PostOffice = { url: string; mails: Message[]; close: () => Promise<void> };

/** Opens a mail server on a port of its own; `url` is what `SMTP_URL` takes. */
export async function openPostOffice(): Promise<PostOffice> {
  const mails: Message[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      simpleParser(stream)
        .then((mail) => {
          for (const { address } of session.envelope.rcptTo) {
            mails.push({
              channel: "mail",
              to: address,
              subject: mail.subject ?? "",
              text: mail.text ?? "",
              html: mail.html || "",
            });
          }
          done();
        })
        .catch((error: unknown) => done(error instanceof Error ? error : new Error(String(error))));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, mails, close };
}
