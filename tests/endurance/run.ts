import { readFileSync } from "node:fs";
import path from "node:path";
import { seeded } from "../../scripts/seeded-random.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { agent, player, PLAYERS } from "./cast.ts";
import { openKiller, Struck, type Killer } from "./killer.ts";
import { openLedger, type Reckoning } from "./ledger.ts";
import { openOtherSide, type OtherSide } from "./other-side.ts";
import { openPeople, Unexpected } from "./people.ts";
import { command, readState } from "./state.ts";
import { activation, signIn, wholePath, type Ground, type Step } from "./steps.ts";

export type Summary = Reckoning & {
  kills: number;
  practices: number;
  /** Steps that were acknowledged, and how many looks at them after kills found them there. */
  acknowledged: number;
  looks: number;
  /** Forms whose answer was lost: how many had happened all the same. */
  unanswered: number;
  happened: number;
  /** What came of sending such a form again, as `step → answer`. */
  again: string[];
  auditLines: string;
};

const LONG_MINUTES = 10;

/**
 * Takes practices along the whole path while the server is killed `kills` times, and looks after every kill whether all
 * that was acknowledged is there. The moments follow from the seed; what they hit follows from the machine too.
 * @throws at the first acknowledged step that is gone, and at a path that does not go on
 */
export async function endure(given: { kills: number; seed: number; say: (line: string) => void }): Promise<Summary> {
  const other = await openOtherSide();
  const hook = path.resolve("tests/endurance/sms-by-loopback.ts");
  const env = { ...other.env, NODE_OPTIONS: `--import=${hook}`, LOG_LEVEL: "warn" };
  const server = await startServer({ env });
  try {
    return await new Endurance(server, other, given).run();
  } catch (error) {
    given.say(server.output().slice(-4_000));
    throw error;
  } finally {
    await server.remove();
    await other.close();
  }
}

class Endurance {
  private readonly facts = new Map<string, { look: () => Promise<boolean>; until: number }>();
  private readonly killer: Killer;
  private readonly people: ReturnType<typeof openPeople>;
  private readonly ledger: ReturnType<typeof openLedger>;
  private readonly again: string[] = [];
  private readonly counts = { acknowledged: 0, looks: 0, unanswered: 0, happened: 0 };
  private readonly shifts: number[] = [];
  private advanced = 0;
  private step = "start";
  private readonly server: RunningServer;
  private readonly other: OtherSide;
  private readonly given: { kills: number; seed: number; say: (line: string) => void };

  constructor(
    server: RunningServer,
    other: OtherSide,
    given: { kills: number; seed: number; say: (line: string) => void },
  ) {
    this.server = server;
    this.other = other;
    this.given = given;
    this.killer = openKiller(seeded(given.seed), given.kills, {
      other,
      database: path.join(server.dataDir, "zorgpoort.db"),
      kill: () => server.kill(),
    });
    this.people = openPeople(server, this.killer);
    this.ledger = openLedger(other.accepted);
  }

  async run(): Promise<Summary> {
    await command(this.server, "tests/endurance/prepare.ts");
    const desk = this.people.open();
    this.noteShift();
    this.killer.arm();
    for (const step of activation(this.ground, desk, agent, "desk")) await this.take(step);
    for (const step of signIn(this.ground, desk, agent, "desk")) await this.take(step);
    let practices = 0;
    while (practices === 0 || (this.killer.blows < this.given.kills && practices < PLAYERS)) {
      for (const step of wholePath(this.ground, desk, player(practices))) await this.take(step);
      practices++;
      this.given.say(`${practices} practices through, ${this.killer.blows} of ${this.given.kills} kills`);
    }
    await this.take({ name: "end", act: () => this.advance(61) });
    await this.lookAtFacts();
    const { faults, rows } = await readState(this.server.dataDir);
    const reckoning = this.ledger.reckon(rows, this.shifts);
    const auditLines = (await command(this.server, "scripts/verify-audit.ts")).trim();
    return {
      ...reckoning,
      faults: [...faults, ...reckoning.faults],
      kills: this.killer.blows,
      practices,
      ...this.counts,
      again: this.again,
      auditLines,
    };
  }

  private readonly ground: Ground = {
    open: () => this.people.open(),
    link: (to, address) => this.newest(to, new RegExp(`https?://[^/\\s]+(${address.source})`)),
    code: (to) => this.newest(to, /\b(\d{6})\b/),
    advance: (duration) => this.advance(Number(/\d+/.exec(duration)![0])),
    holds: (name, look, short) => {
      this.counts.acknowledged++;
      this.facts.set(name, { look, until: short ? this.advanced + LONG_MINUTES * 60 : Infinity });
    },
    over: (name) => void this.facts.delete(name),
  };

  /** All that is due is sent when this returns; the clock goes on a little with it. */
  private async advance(seconds: number): Promise<void> {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ advance: `PT${seconds}S` });
    await this.people.guarded(async () => {
      const answer = await fetch(`${this.server.url}/dev/clock.json`, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(`the clock answers ${answer.status}: ${await answer.text()}`);
      const { status } = answer;
      return { status, headers: answer.headers, location: null, text: await answer.text(), bytes: Buffer.alloc(0) };
    });
    this.advanced += seconds;
    this.noteShift();
  }

  private noteShift(): void {
    const file = path.join(this.server.dataDir, "clock.json");
    this.shifts.push((JSON.parse(readFileSync(file, "utf8")) as { shift: number }).shift);
  }

  private async newest(to: string, wanted: RegExp): Promise<string> {
    await this.advance(1);
    const mine = this.other.accepted.filter((one) => one.to === to && wanted.test(one.text));
    const found = mine.at(-1);
    if (!found) throw new Error(`nothing like ${wanted.source} came to ${to}`);
    return wanted.exec(found.text)![1]!;
  }

  /** Goes on until the step is acknowledged, or the pages tell that it happened although no answer came. */
  private async take(step: Step): Promise<void> {
    this.step = step.name;
    let hit = false;
    for (let limited = 0; ;) {
      try {
        if (this.killer.struck) {
          hit = true;
          await this.recover();
        }
        if (hit && (await this.retried(step))) return;
        return await step.act();
      } catch (error) {
        if (error instanceof Struck) continue;
        if (!(error instanceof Unexpected) || !isLimit(error) || limited++ > 3) throw error;
        // Whoever is killed again and again runs into the limits, and has to wait like anybody else.
        await this.wait();
      }
    }
  }

  private async wait(): Promise<void> {
    try {
      await this.advance(15 * 60 + 1);
      await this.lookAtFacts();
    } catch (error) {
      if (!(error instanceof Struck)) throw error;
    }
  }

  /** Sends the form again whose answer was lost, as a browser does; whatever it says, it may not be a fault. */
  private async retried(step: Step): Promise<boolean> {
    const lost = this.people.takeLost();
    const happened = await step.done?.();
    if (lost) {
      this.counts.unanswered++;
      if (happened) this.counts.happened++;
      const answer = await lost.visitor.post(lost.path, lost.fields);
      const name = step.name.replace(/^.*?: /, "");
      const path = lost.path.replace(/[\w-]{30,}/, ":id");
      this.again.push(
        `${name}${happened ? ", had happened" : ""}: POST ${path} → ${answer.status} ${answer.location ?? ""}`,
      );
      if (answer.status >= 500) throw new Unexpected(`${step.name}, sent again`, answer);
    }
    return (await step.done?.()) ?? false;
  }

  private async recover(): Promise<void> {
    await this.killer.gone();
    await this.other.quiet();
    await this.server.start();
    this.noteShift();
    const { faults, rows } = await readState(this.server.dataDir);
    const { fresh } = this.ledger.afterKill(rows);
    if (faults.length > 0) throw new Error(`after kill ${this.killer.blows}: ${faults.join("; ")}`);
    const verified = command(this.server, "scripts/verify-audit.ts");
    this.killer.calm();
    await Promise.all([verified, this.lookAtFacts()]);
    this.given.say(`kill ${this.killer.blows}: during ${this.step}${fresh > 0 ? `, ${fresh} in the window` : ""}`);
    this.killer.arm();
    // What was in hand waits for its lease.
    await this.advance(61);
  }

  private async lookAtFacts(): Promise<void> {
    for (const [name, { look, until }] of [...this.facts]) {
      if (until < this.advanced) this.facts.delete(name);
      else if (await look()) this.counts.looks++;
      else throw new Error(`acknowledged and gone after kill ${this.killer.blows}, during ${this.step}: ${name}`);
    }
  }
}

const isLimit = ({ answer }: Unexpected) => answer.status === 429 || /\?wachten/.test(answer.location ?? "");
