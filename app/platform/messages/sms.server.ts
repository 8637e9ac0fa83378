import { initClient } from "messagebird";
import { config } from "#app/shared/config.server.ts";
import { keepDevMessage } from "./dev-inbox.server.ts";
import type { Body } from "./outbox.server.ts";

/**
 * Sends an SMS. `id` goes along as the provider's reference. A demo or test without a key keeps it for its inbox.
 * @throws when the provider does not take it, or does not answer within 15 seconds
 */
export async function sendSms(id: string, body: Body): Promise<void> {
  if (!config.messagebirdKey) {
    await keepDevMessage(id, "sms", body);
    return;
  }
  const client = initClient(config.messagebirdKey, 15_000);
  const message = { originator: "Zorgpoort", recipients: [body.to], body: body.text, reference: id };
  await new Promise<void>((done, fail) => {
    client.messages.create(message, (error) => {
      if (error) fail(new Error(`the SMS provider said no: ${error.message}`));
      else done();
    });
  });
}
