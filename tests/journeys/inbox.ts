import { expect } from "@playwright/test";
import type { Message, PostOffice } from "#tests/post.ts";
import type { RunningServer } from "#tests/server.ts";

/** Mail and text messages as the people of a journey receive them. */
export type Inbox = {
  /** Newest mail to the address whose subject fits; waits for it. */
  mail: (to: string, subject?: RegExp) => Promise<Message>;
  /** Newest text message to the number; waits for it. */
  sms: (to: string, text?: RegExp) => Promise<Message>;
  /** The six digits of the newest code sent to a number or address; never one that was given out before. */
  code: (to: string) => Promise<string>;
  /** First link in a mail whose address fits, as a path. */
  link: (message: Message, address?: RegExp) => string;
};

type Text = Message & { id: string };

/** Mails come over SMTP, text messages from `/dev/inbox.json`. */
export async function openInbox(server: RunningServer, post: PostOffice): Promise<Inbox> {
  return inboxOf(
    () => post.mails,
    async () => {
      const answer = await fetch(`${server.url}/dev/inbox.json`);
      if (!answer.ok) throw new Error(`/dev/inbox.json answers ${answer.status}`);
      return ((await answer.json()) as Text[]).filter((message) => message.channel === "sms");
    },
  );
}

/** The messages of people, wherever mails and text messages come in. */
export async function inboxOf(mails: () => Message[], texts: () => Promise<Text[]>): Promise<Inbox> {
  // Codes that the invented world was sent before the journey began are not for it.
  const given = new Set<Message | string>((await texts()).map(({ id }) => id));

  async function newest(channel: "mail" | "sms", fits: (message: Message) => boolean, what: string): Promise<Message> {
    let found: Message | undefined;
    await expect
      .poll(
        async () => {
          found = (channel === "mail" ? mails() : await texts()).filter(fits).at(-1);
          return found !== undefined;
        },
        { message: what, timeout: 15_000, intervals: [30, 60, 120, 250] },
      )
      .toBe(true);
    return found!;
  }

  const mail = (to: string, subject = /.*/) =>
    newest("mail", (one) => one.to === to && subject.test(one.subject), `a mail to ${to} like ${subject.source}`);
  const sms = (to: string, text = /.*/) =>
    newest("sms", (one) => one.to === to && text.test(one.text), `a text message to ${to}`);

  async function code(to: string): Promise<string> {
    const fits = (one: Message & { id?: string }) =>
      one.to === to && /\b\d{6}\b/.test(one.text) && !given.has(one.id ?? one);
    const channel = to.includes("@") ? "mail" : "sms";
    const message: Message & { id?: string } = await newest(channel, fits, `a code to ${to}`);
    given.add(message.id ?? message);
    return /\b\d{6}\b/.exec(message.text)![0];
  }

  function link(message: Message, address = /.*/): string {
    const links = message.text.match(/https?:\/\/\S+/g) ?? [];
    const found = links.map((one) => new URL(one)).find((one) => address.test(one.pathname));
    if (!found) throw new Error(`no link like ${address.source} in "${message.subject}"`);
    return found.pathname + found.search;
  }
  return { mail, sms, code, link };
}
