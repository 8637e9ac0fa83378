import type { Answer, Visitor } from "#tests/http.ts";
import { ways } from "./html.ts";

/** Somebody who opens pages, follows links and presses buttons, by the words that stand on them. */
export type Hand = {
  visitor: Visitor;
  open: (address: string) => Promise<Answer>;
  /** Opens where the first link with these words leads. */
  follow: (words: RegExp) => Promise<Answer>;
  /** Posts the form whose button has these words, with what stands in it and what is filled in. */
  press: (words: RegExp, filled?: Record<string, string>) => Promise<Answer>;
  /** As `press`, with something that is refused. */
  err: (words: RegExp, filled?: Record<string, string>) => Promise<Answer>;
};

/** Keeps a page that came after an act, under the words of the act. */
export type Keep = (act: string, answer: Answer, at: string) => void;

export function openHand(visitor: Visitor, keep?: Keep): Hand {
  let at = "/";
  let page: Answer | undefined;

  async function land(answer: Answer, act: string, refused = false): Promise<Answer> {
    let last = answer;
    for (let hops = 0; last.location && hops < 10; hops++) {
      const to = new URL(last.location, new URL(at, "http://localhost"));
      at = to.pathname + to.search;
      keep?.(act, last, at);
      last = await visitor.get(at);
    }
    page = last;
    keep?.(act, last, at);
    if (last.status >= 400 !== refused)
      throw new Error(
        `${act}: ${at} answers ${last.status}:\n${last.text
          .replace(/<[^>]*>/g, " ")
          .replace(/\s+/g, " ")
          .slice(0, 1_500)}`,
      );
    return last;
  }
  const open = (address: string) => {
    at = address;
    return visitor.get(address).then((answer) => land(answer, `open ${address}`));
  };
  const found = <T>(list: T[], what: string): T => {
    if (list[0] === undefined) throw new Error(`${at} has no ${what}`);
    return list[0];
  };
  async function post(words: RegExp, filled: Record<string, string>, refused: boolean): Promise<Answer> {
    const { forms } = ways(page?.text ?? "");
    const fits = forms.flatMap((form) =>
      form.buttons.filter(({ text }) => words.test(text)).map((button) => ({ form, button })),
    );
    const { form, button } = found(
      fits.filter(({ form }) => form.main && form.method === "post"),
      `button ${words.source}`,
    );
    const sent: Record<string, string | string[]> = {};
    for (const { name, value } of form.fields) sent[name] = [sent[name] ?? [], value].flat();
    if (button.name) sent[button.name] = button.value;
    at = form.action ? new URL(form.action, new URL(at, "http://localhost")).pathname : at;
    return land(await visitor.post(at, { ...sent, ...filled }), `${refused ? "err" : "press"} ${button.text}`, refused);
  }
  return {
    visitor,
    open,
    async follow(words) {
      const { links } = ways(page?.text ?? "");
      const link = found(
        links.filter(({ text }) => words.test(text)),
        `link ${words.source}`,
      );
      const to = new URL(link.href, new URL(at, "http://localhost"));
      return open(to.pathname + to.search);
    },
    press: (words, filled = {}) => post(words, filled, false),
    err: (words, filled = {}) => post(words, filled, true),
  };
}
