import type { Visitor } from "./http.ts";
import type { RunningServer } from "./server.ts";

type Message = { id: string; to: string; text: string };
type Listed = { email: string; password: string };

/** The people of the invented world at the door: their mails, codes and passwords, over HTTP. */
export type Door = {
  /** Waits for a message that was not there before, and gives what is looked for in it. */
  received: (to: string, what: RegExp) => Promise<string>;
  /** The six digits sent to a number or address. */
  code: (to: string) => Promise<string>;
  passwordOf: (email: string) => Promise<string>;
  /** Up to the code: a half session. */
  half: (visitor: Visitor, email: string) => Promise<void>;
  signIn: (visitor: Visitor, who: { email: string; mobile: string }) => Promise<void>;
};

/** Opens the door of a server with the world `demo`; what was sent before does not count. */
export async function openDoor(server: RunningServer): Promise<Door> {
  const json = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const used = new Set((await json<Message[]>("/dev/inbox.json")).map(({ id }) => id));

  async function received(to: string, what: RegExp): Promise<string> {
    for (let i = 0; i < 400; i++) {
      const all = await json<Message[]>("/dev/inbox.json");
      const found = all.findLast((one) => one.to === to && !used.has(one.id) && what.test(one.text));
      if (found) {
        used.add(found.id);
        return what.exec(found.text)![0];
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`nothing came to ${to}`);
  }
  const code = (to: string) => received(to, /(?<!\d)\d{6}(?!\d)/);
  const passwordOf = async (email: string) =>
    (await json<Listed[]>("/dev/accounts.json")).find((one) => one.email === email)!.password;

  async function half(visitor: Visitor, email: string) {
    const answer = await visitor.post("/inloggen", { email, password: await passwordOf(email) });
    if (!answer.location?.startsWith("/inloggen/code")) throw new Error(`${email} is refused: ${answer.status}`);
  }
  async function signIn(visitor: Visitor, { email, mobile }: { email: string; mobile: string }) {
    await half(visitor, email);
    await visitor.post("/inloggen/code", { way: "sms", code: await code(mobile) });
    if (!visitor.cookies.has("__Host-session")) throw new Error(`${email} is not in`);
  }
  return { received, code, passwordOf, half, signIn };
}
