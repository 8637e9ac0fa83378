import { openVisitor, type Answer, type Visitor } from "#tests/http.ts";
import type { RunningServer } from "#tests/server.ts";
import { Struck, type Killer } from "./killer.ts";

type Fields = Record<string, string | string[]>;

/** An answer that was not the one the path goes on with. */
export class Unexpected extends Error {
  readonly answer: Answer;

  constructor(what: string, answer: Answer) {
    super(`${what}: ${answer.status} ${answer.location ?? ""}`);
    this.answer = answer;
  }
}

/** A form that got no whole answer: whoever sent it does not know what became of it. */
export type Lost = { visitor: Visitor; path: string; fields: Fields };

/** Opens visitors whose requests end in `Struck` when the server is killed meanwhile, and who remember the form it cost. */
export function openPeople(server: RunningServer, killer: Pick<Killer, "struck" | "asked" | "answered">) {
  let lost: Lost | undefined;

  async function guarded(work: () => Promise<Answer>): Promise<Answer> {
    // A dead server takes nothing; a form is lost only when it was on its way.
    if (killer.struck) throw new Struck();
    try {
      return await work();
    } catch (error) {
      if (killer.struck) throw new Struck();
      throw error;
    }
  }

  function open(): Visitor {
    const inner = openVisitor(server);
    const post: Visitor["post"] = async (path, fields = {}, headers = {}) => {
      if (killer.struck) throw new Struck();
      lost = { visitor, path, fields };
      const before = [...inner.cookies];
      const answer = await guarded(() => {
        const asked = inner.post(path, fields, headers);
        killer.asked();
        return asked;
      });
      if (killer.answered()) {
        visitor.cookies.clear();
        for (const [name, value] of before) visitor.cookies.set(name, value);
        throw new Struck();
      }
      lost = undefined;
      return answer;
    };
    const visitor: Visitor = { ...inner, get: (path, headers) => guarded(() => inner.get(path, headers)), post };
    return visitor;
  }

  /** The form that was lost last, once. */
  function takeLost(): Lost | undefined {
    const one = lost;
    lost = undefined;
    return one;
  }
  return { open, takeLost, guarded };
}

/** Sends a form; the step is acknowledged when the answer leads on to `onwards`. */
export async function send(visitor: Visitor, path: string, fields: Fields, onwards: RegExp): Promise<Answer> {
  const answer = await visitor.post(path, fields);
  if (answer.status !== 303 || !onwards.test(answer.location ?? "")) throw new Unexpected(`POST ${path}`, answer);
  return answer;
}

/** Value of a hidden field in a page. */
export function hidden(page: Answer, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1];
  if (found === undefined) throw new Unexpected(`no field ${name}`, page);
  return found;
}
