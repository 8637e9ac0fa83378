import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** A message that the other side said yes to. `reference` is the id of its outbox row. */
export type Accepted = {
  channel: "mail" | "sms";
  reference: string;
  to: string;
  subject: string;
  text: string;
  /** Milliseconds, this machine's clock. */
  at: number;
};

/** `body`: the first bytes of a message came in; `yes`: the answer to the whole of it has just been sent. */
export type Moment = "body" | "yes";

/** Mail server and SMS provider on loopback, outside the server; they keep all that they accepted. */
export type OtherSide = {
  env: Record<string, string>;
  accepted: Accepted[];
  watch: (look: (moment: Moment) => void) => void;
  /** Waits until every line of a killed server has closed and what came over it has been judged. */
  quiet: () => Promise<void>;
  close: () => Promise<void>;
};

export async function openOtherSide(): Promise<OtherSide> {
  const accepted: Accepted[] = [];
  let look: (moment: Moment) => void = () => undefined;
  let busy = 0;
  const waiting: (() => void)[] = [];
  const begin = () => busy++;
  const end = () => {
    busy--;
    if (busy === 0) for (const go of waiting.splice(0)) go();
  };
  const line = (socket: Socket) => {
    begin();
    socket.once("close", end);
  };
  async function quiet() {
    do {
      if (busy > 0) await new Promise<void>((go) => waiting.push(go));
      // What the last line brought may still be on its way through the streams.
      for (let turns = 0; turns < 5; turns++) await new Promise((go) => setImmediate(go));
    } while (busy > 0);
  }

  async function keepMail(stream: SMTPServerDataStream, to: string, done: () => void) {
    const parts: Buffer[] = [];
    stream.once("data", () => look("body"));
    stream.on("data", (part: Buffer) => parts.push(part));
    // A message that was cut off has no end, and is not accepted.
    await new Promise<void>((resolve) => stream.once("end", resolve));
    begin();
    const mail = await simpleParser(Buffer.concat(parts));
    const reference = /^<([^@]+)@/.exec(mail.messageId ?? "")?.[1] ?? "";
    const { subject = "", text = "" } = mail;
    accepted.push({ channel: "mail", reference, to, subject, text, at: Date.now() });
    done();
    look("yes");
    end();
  }

  async function keepSms(request: IncomingMessage, response: ServerResponse) {
    const parts: Buffer[] = [];
    request.once("data", () => look("body"));
    for await (const part of request) parts.push(part as Buffer);
    const sent = JSON.parse(Buffer.concat(parts).toString()) as { recipients: string; body: string; reference: string };
    const { recipients: to } = sent;
    accepted.push({ channel: "sms", reference: sent.reference, to, subject: "", text: sent.body, at: Date.now() });
    response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify({ id: sent.reference }));
    look("yes");
  }

  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData: (stream, session, done) => void keepMail(stream, session.envelope.rcptTo[0]?.address ?? "", done),
  });
  mail.on("error", () => undefined);
  mail.server.on("connection", line);
  const sms = createServer((request, response) => {
    // A request that was cut off is not accepted.
    keepSms(request, response).catch(() => response.destroy());
  });
  sms.on("connection", line);
  await new Promise<void>((ready) => mail.listen(0, "127.0.0.1", ready));
  await new Promise<void>((ready) => sms.listen(0, "127.0.0.1", ready));
  const portOf = (one: { address: () => unknown }) => String((one.address() as AddressInfo).port);
  return {
    env: {
      SMTP_URL: `smtp://127.0.0.1:${portOf(mail.server)}`,
      SMS_PORT: portOf(sms),
      MESSAGEBIRD_KEY: "a-key-for-nothing",
    },
    accepted,
    watch: (given) => (look = given),
    quiet,
    close: async () => {
      await new Promise<void>((done) => mail.close(() => done()));
      await new Promise((done) => sms.close(done));
    },
  };
}
