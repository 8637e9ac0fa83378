import { generate } from "otplib";
import type { Clock } from "#tests/clock.ts";
import { throughDigid } from "#tests/digid-visitor.ts";
import type { RunningServer } from "#tests/server.ts";
import type { Hand } from "./hand.ts";

export type World = {
  server: RunningServer;
  clock: Clock;
  usedCodes: Set<string>;
  /** A visitor of its own; what it opens is kept under the name, if it has one. */
  somebody: (name?: string) => Hand;
};
export type Listed = {
  role: string;
  email: string;
  password: string;
  factor: string;
  environment: string | null;
  secret?: string;
};

export const PASSWORD = "zeven groene stoelen bij de vijver";

/** Everybody in the list of the demo. */
export const listed = async ({ server }: World) =>
  (await (await fetch(`${server.url}/dev/accounts.json`)).json()) as Listed[];

/** Somebody of the professional side, signed in with the second factor that the list gives. */
export async function professional(world: World, who: Listed, name?: string): Promise<Hand> {
  const hand = world.somebody(name);
  // Nobody else's code that was never used.
  for (const { id } of await inbox(world)) world.usedCodes.add(id);
  await hand.open("/inloggen");
  await hand.press(/Verder/, { email: who.email, password: who.password });
  await hand.press(/Inloggen/, { code: await factor(world, who) });
  if (!hand.visitor.cookies.has("__Host-session")) throw new Error(`${who.email} is not in`);
  return hand;
}

type Message = { id: string; channel: "mail" | "sms"; to: string; subject: string; text: string; html?: string };

/** Mails and text messages so far, oldest first. */
export const inbox = async ({ server }: World) =>
  (await (await fetch(`${server.url}/dev/inbox.json`)).json()) as Message[];

/** Where the newest mail to an address leads, by the beginning of its links; waits for it. */
export async function mailedLink(world: World, to: string, beginning: RegExp): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    for (const { text } of (await inbox(world)).filter((one) => one.to === to).reverse()) {
      const links = (text.match(/https?:\/\/localhost:\d\S*/g) ?? []).map((link) => new URL(link));
      const link = links.find(({ pathname }) => beginning.test(pathname));
      if (link) return link.pathname + link.search;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no link ${beginning.source} came to ${to}`);
}

/** The six digits of the newest message of this kind, or to this address, that gave none before; waits for it. */
export async function newestCode(world: World, to: string): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const fits = (await inbox(world)).filter(
      (one) => (one.to === to || one.channel === to) && !world.usedCodes.has(one.id),
    );
    const found = fits.findLast(({ text }) => /(?<!\d)\d{6}(?!\d)/.test(text));
    if (found) {
      world.usedCodes.add(found.id);
      return /(?<!\d)\d{6}(?!\d)/.exec(found.text)![0];
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no code came to ${to}`);
}

async function factor(world: World, who: Listed): Promise<string> {
  if (!who.secret) return newestCode(world, who.factor === "mail" ? who.email : "sms");
  const epoch = Math.floor((await world.clock.now()).getTime() / 1000);
  return generate({ secret: who.secret, epoch });
}

/** A client who comes with DigiD, terms accepted. */
export async function withDigid(
  { server, somebody }: World,
  environment: string,
  person: Record<string, string>,
  name?: string,
): Promise<Hand> {
  const hand = somebody(name);
  const back = await throughDigid(hand.visitor, server, environment, person);
  const to = new URL(back.location ?? "/", server.url);
  const page = await hand.open(to.pathname + to.search);
  if (/Ik ga akkoord/.test(page.text)) await hand.press(/Ik ga akkoord/);
  return hand;
}
