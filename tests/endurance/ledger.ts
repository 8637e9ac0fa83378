import type { Accepted } from "./other-side.ts";
import type { OutboxRow } from "./state.ts";

/** Messages a person may cause several of by trying again: each is another code or another notice. */
const REPEATABLE = ["code", "device", "unfinished"];

export type Reckoning = {
  messages: number;
  mails: number;
  texts: number;
  /** Kills after which a message stood in the window: accepted by the other side, not yet marked here. */
  windows: number;
  /** Messages that stood in it. */
  inWindow: number;
  /** Most messages that stood in it after one kill. */
  mostAtOnce: number;
  /** Messages that were being handed over at a kill, and were not accepted. */
  cut: number;
  /** Messages that were accepted more than once, and how many copies there were too many. */
  twice: number;
  copies: number;
  /** From the yes of the other side to the moment of the mark, in milliseconds: median and 95th percentile. */
  window: { mail: [number, number]; sms: [number, number] };
  faults: string[];
};

/** Keeps account of what was accepted outside against what the outbox says. */
export function openLedger(accepted: Accepted[]) {
  /** How often a message had been accepted when a kill found it unmarked. */
  const unmarked = new Map<string, number>();
  let [windows, cut, mostAtOnce] = [0, 0, 0];
  const times = (id: string) => accepted.filter((one) => one.reference === id).length;

  /** After a kill: a leased row that is not marked was in hand; when it was accepted since, the kill fell in its window. */
  function afterKill(rows: OutboxRow[]): { fresh: number } {
    const inHand = rows.filter((row) => row.state === "queued" && row.attempts > 0);
    let fresh = 0;
    for (const { id } of inHand) {
      if (times(id) > (unmarked.get(id) ?? 0)) {
        unmarked.set(id, times(id));
        fresh++;
      } else cut++;
    }
    if (fresh > 0) windows++;
    mostAtOnce = Math.max(mostAtOnce, fresh);
    return { fresh };
  }

  /** @param shifts every distance the clock of the server had to this machine's, in milliseconds */
  function reckon(rows: OutboxRow[], shifts: number[]): Reckoning {
    const faults: string[] = [];
    const kinds = new Map(rows.map((row) => [row.id, row.kind]));
    for (const row of rows) {
      const [count, most] = [times(row.id), 1 + (unmarked.get(row.id) ?? 0)];
      const what = `${row.kind} ${row.id}`;
      if (row.state !== "sent") faults.push(`${what} is ${row.state} (${row.lastError ?? "no error"})`);
      if (count === 0) faults.push(`${what} was never accepted`);
      if (count > most) faults.push(`${what} was accepted ${count} times, ${most} could be`);
    }
    const first = new Map<string, Accepted>();
    const byText = new Map<string, string>();
    const byEvent = new Map<string, string>();
    for (const one of accepted) {
      const kind = kinds.get(one.reference);
      if (!kind) faults.push(`a message to ${one.to} with the unknown reference ${one.reference}`);
      const before = first.get(one.reference);
      if (before && (before.to !== one.to || before.text !== one.text))
        faults.push(`${one.reference} has two contents`);
      first.set(one.reference, one);
      const seen: [Map<string, string>, string][] = [[byText, `${one.to}|${one.subject}|${one.text}`]];
      if (!REPEATABLE.includes(kind ?? "")) seen.push([byEvent, `${one.to}|${one.subject}`]);
      for (const [map, key] of seen) {
        const other = map.get(key);
        if (other && other !== one.reference) faults.push(`two references for "${one.subject}" to ${one.to}`);
        map.set(key, one.reference);
      }
    }
    const twice = [...first.keys()].filter((id) => times(id) > 1).length;
    const mails = [...first.values()].filter((one) => one.channel === "mail").length;
    const inWindow = unmarked.size;
    const texts = first.size - mails;
    const copies = accepted.length - first.size;
    const window = { mail: widths("mail", rows, shifts), sms: widths("sms", rows, shifts) };
    return { copies, window, messages: first.size, mails, texts, windows, inWindow, mostAtOnce, cut, twice, faults };
  }
  function widths(channel: Accepted["channel"], rows: OutboxRow[], shifts: number[]): [number, number] {
    const all: number[] = [];
    for (const { id, sentAt } of rows) {
      const last = accepted.findLast((one) => one.reference === id && one.channel === channel);
      if (!last || !sentAt) continue;
      // The clock was moved by whole seconds; the distance that held is the one that leaves the least.
      const left = shifts.map((shift) => sentAt.getTime() - last.at - shift).filter((ms) => ms >= 0);
      if (left.length > 0) all.push(Math.min(...left));
    }
    all.sort((a, b) => a - b);
    const at = (share: number) => Math.round(all[Math.floor(all.length * share)] ?? 0);
    return [at(0.5), at(0.95)];
  }
  return { afterKill, reckon };
}
