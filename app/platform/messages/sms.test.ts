import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => {
  process.env.MESSAGEBIRD_KEY = "live-key-of-a-test";
});

const { sendSms } = await import("./sms.server.ts");

type Sent = { authorization: string | null; body: Record<string, unknown> };
const sent: Sent[] = [];
const MESSAGES = "https://rest.messagebird.com/messages";
const server = setupServer(
  http.post(MESSAGES, async ({ request }) => {
    sent.push({
      authorization: request.headers.get("authorization"),
      body: (await request.json()) as Record<string, unknown>,
    });
    return HttpResponse.json({ id: "m1", recipients: { totalCount: 1 } }, { status: 201 });
  }),
);

beforeAll(() => server.listen());
afterEach(() => {
  server.resetHandlers();
  sent.length = 0;
});
afterAll(() => server.close());

const message = { to: "+31612345678", subject: "", text: "123456 is uw code", html: "" };

describe("M-61 an SMS goes to the provider", () => {
  it("M-61 one message with number, words and our reference", async () => {
    await sendSms("outbox-1", message);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.authorization).toBe("AccessKey live-key-of-a-test");
    expect(sent[0]?.body).toMatchObject({ originator: "Zorgpoort", body: message.text, reference: "outbox-1" });
    expect(JSON.stringify(sent[0]?.body.recipients)).toContain("31612345678");
  });

  it.each([
    ["a refused key", 401, { errors: [{ code: 2, description: "Request not allowed", parameter: "access_key" }] }],
    ["a number it does not take", 422, { errors: [{ code: 9, description: "no (correct) recipients found" }] }],
    ["a fault of its own", 500, { errors: [{ code: 99, description: "internal error" }] }],
  ])("M-61 %s is an error, so that the outbox tries again or says so", async (_, status, body) => {
    server.use(http.post(MESSAGES, () => HttpResponse.json(body, { status })));
    await expect(sendSms("outbox-2", message)).rejects.toThrow("the SMS provider said no");
  });

  it("M-61 a broken line and an answer that is no data are errors too", async () => {
    server.use(http.post(MESSAGES, () => HttpResponse.error()));
    await expect(sendSms("outbox-3", message)).rejects.toThrow();
    server.use(http.post(MESSAGES, () => HttpResponse.html("<p>onderhoud</p>", { status: 503 })));
    await expect(sendSms("outbox-4", message)).rejects.toThrow();
  });
});
