import type { RunningServer } from "./server.ts";

/** The clock of the running product; jobs that fell due have run when a call returns. */
export type Clock = {
  now: () => Promise<Date>;
  /** ISO 8601 duration, as in `P3DT2H`. */
  advance: (duration: string) => Promise<Date>;
  set: (moment: string) => Promise<Date>;
};

export function openClock(server: RunningServer): Clock {
  async function ask(body?: object): Promise<Date> {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(
      `${server.url}/dev/clock.json`,
      body ? { method: "POST", headers, body: JSON.stringify(body) } : {},
    );
    if (!answer.ok) throw new Error(`/dev/clock.json answers ${answer.status}: ${await answer.text()}`);
    return new Date(((await answer.json()) as { now: string }).now);
  }
  return { now: () => ask(), advance: (duration) => ask({ advance: duration }), set: (moment) => ask({ set: moment }) };
}
