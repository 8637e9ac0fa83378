import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { simpleParser, type ParsedMail } from "mailparser";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { outbox } from "#db/schema/messages.ts";
import { freshDatabase } from "#tests/database.ts";
import { deliverDue } from "./deliver.server.ts";
import { devInbox } from "./dev-inbox.server.ts";
import { mailFrame } from "./frame.ts";
import { queue } from "./outbox.server.ts";
import { environmentVoice, operatorVoice } from "./voice.server.ts";

const TO = "praktijk@delinde.example";
const framed = (title: string, words: string, voice = operatorVoice()) =>
  mailFrame({ title, paragraphs: [words] }, { language: "nl", voice });
let server: SMTPServer | undefined;

async function smtp(answer: "take" | "refuse") {
  const mails: ParsedMail[] = [];
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, done) => done(answer === "refuse" ? new Error("no") : null),
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((ready) => server!.listen(0, "127.0.0.1", ready));
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  reloadConfig();
  return mails;
}

const queued = async (key: string, to = TO, mail = framed("Hallo", "Een bericht.")) =>
  transaction((tx) => queue(tx, "mail", { kind: "test", key }, { to, ...mail }));

beforeEach(async () => {
  await freshDatabase();
});
afterEach(async () => {
  delete process.env.SMTP_URL;
  vi.unstubAllEnvs();
  await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  server = undefined;
});

describe("the outbox", () => {
  it("X06: a message is sent once, and its body is wiped after sending", async () => {
    await queued("a");
    await queued("a");
    expect(await deliverDue()).toBe(1);
    expect(await deliverDue()).toBe(0);
    expect(await devInbox(null)).toMatchObject([{ channel: "mail", to: "praktijk@delinde.example", subject: "Hallo" }]);
    expect(await db.select().from(outbox)).toMatchObject([{ state: "sent", body: null }]);
  });

  it("O-51: a claim that is run twice, as a database may ask, leaves no message behind", async () => {
    vi.stubEnv("TRANSACTIONS", "twice");
    reloadConfig();
    for (let nth = 0; nth < 20; nth++) await queued(`k${nth}`);
    expect(await deliverDue()).toBe(20);
    expect(await db.$count(outbox, eq(outbox.state, "sent"))).toBe(20);
    expect(await devInbox(null)).toHaveLength(20);
  });

  it("C01: what waits is not readable in the database", async () => {
    const body = { to: "+31612345678", subject: "", text: "Uw code is 123456", html: "" };
    await transaction((tx) => queue(tx, "sms", { kind: "code", key: "k" }, body));
    const [row] = await db.select().from(outbox);
    expect(row?.body).not.toMatch(/123456|612345678/);
  });

  it("X06: a message that fails waits longer each time, is given up loudly, and leaves an audit line", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:9";
    reloadConfig();
    await queued("a");
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      await deliverDue();
      const [row] = await db.select().from(outbox);
      waits.push(row!.dueAt.getTime() - now().getTime());
      if (row!.state === "queued") setClock(row!.dueAt);
    }
    expect(waits.slice(0, 4).map((ms) => Math.round(ms / 60_000))).toEqual([1, 2, 4, 8]);
    expect(await db.select().from(outbox)).toMatchObject([{ state: "failed", body: null }]);
    expect(await db.select().from(auditLog).where(eq(auditLog.event, "message.give_up"))).toHaveLength(1);
  });

  it("L05: whatever is typed, a mail has one recipient, one subject and no header of its own", async () => {
    const mails = await smtp("take");
    const title = "Hallo\r\nBcc: ander@example.org\u2028X: y";
    await queued("x", TO, framed(title, "<script>alert(1)</script>\r\n.\r\n"));
    await deliverDue();
    expect(mails).toHaveLength(1);
    expect(mails[0]!.headers.has("bcc")).toBe(false);
    expect([mails[0]!.to].flat().map((to) => to?.text)).toEqual(["praktijk@delinde.example"]);
    expect(mails[0]!.subject).toBe("Hallo Bcc: ander@example.org X: y");
    expect(mails[0]!.html).not.toContain("<script");
  });

  it("O-56: a mail that speaks for an environment comes from the one address, under the name of its entrance", async () => {
    const mails = await smtp("take");
    await queued("e", TO, framed("Hallo", "Een bericht.", environmentVoice(environmentOf("getij"))));
    await queued("o");
    await deliverDue();
    expect(mails.map(({ from }) => from?.text).sort()).toEqual([
      '"Mijn zorg in Waterland" <no-reply@zorgpoort.example>',
      '"Zorgpoort" <no-reply@zorgpoort.example>',
    ]);
  });

  it("L05: an address that is two, or has a name or quotes in it, does not become two recipients", async () => {
    const mails = await smtp("take");
    for (const [i, to] of [
      "a@x.example, b@y.example",
      '"b@y.example, a"@x.example',
      "A <a@x.example>\r\nBcc: c@z.example",
    ].entries()) {
      await queued(`k${i}`, to);
    }
    await deliverDue();
    for (const mail of mails) expect([mail.to].flat().flatMap((to) => to?.value ?? [])).toHaveLength(1);
    for (const mail of mails) expect(mail.headers.has("bcc")).toBe(false);
  });
});
