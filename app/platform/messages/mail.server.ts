import { createTransport } from "nodemailer";
import { config } from "#app/shared/config.server.ts";
import type { Body } from "./outbox.server.ts";
import { keepDevMessage } from "./dev-inbox.server.ts";

let kept: { url: string; transport: ReturnType<typeof connect> } | undefined;

function connect(url: string) {
  const times = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  return createTransport({ url, ...times, disableUrlAccess: true });
}

function transportTo(url: string) {
  if (kept?.url !== url) kept = { url, transport: connect(url) };
  return kept.transport;
}

/**
 * Hands a mail to the SMTP server. `id` is its Message-ID, so that a mail sent twice after a crash can be told by
 * whoever receives it. A demo or test keeps a copy for its inbox, and without a server only that.
 * @throws when the server does not take it
 */
export async function sendMail(id: string, body: Body): Promise<void> {
  if (config.smtpUrl) {
    await transportTo(config.smtpUrl).sendMail({
      from: from(body.sender),
      // As an object, so that nothing in an address is read as a list of more addresses (ASVS 1.3.11).
      to: { name: "", address: body.to },
      subject: body.subject,
      text: body.text,
      html: body.html,
      messageId: `<${id}@${new URL(config.publicUrl).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  }
  if (config.mode !== "production") await keepDevMessage(id, "mail", body);
}

/** The address of the portal, under the name of who speaks. */
function from(sender: string | undefined) {
  const address = /<([^<>]+)>/.exec(config.mailFrom)?.[1];
  return sender && address ? { name: sender, address } : config.mailFrom;
}
