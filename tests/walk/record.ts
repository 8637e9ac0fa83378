import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openClock } from "#tests/clock.ts";
import { openVisitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { fillDataDir } from "#tests/template.ts";
import { fillWithDemo } from "#tests/world.ts";
import { build, built } from "../../scripts/run/build.ts";
import { addresses } from "../security/addresses.ts";
import { pageOf } from "./kinds.ts";
import { crawl, kept, type Seen } from "./crawl.ts";
import { inbox, type World } from "./people.ts";
import { doors, joining } from "./flows.ts";
import { openHand } from "./hand.ts";
import { lines } from "./html.ts";
import { openNames, plain } from "./plain.ts";
import { clients, professionals, type Walker } from "./story.ts";

/** In the hour that `plain.ts` leaves out. */
const MADE = "2026-11-24T02:00:00Z";
const WALKED = "2026-11-25T02:00:00Z";
/** After the walk the clock goes on by a day at a time, so that reminders and terms come: how many nights. */
const NIGHTS = 16;

/** Open to anybody, and no link leads there. */
const UNLINKED = [
  "/controle",
  "/mijn/getij/digid",
  "/mijn/getij/digid/metadata",
  "/mijn/getij/app.webmanifest",
  "/mijn/getij/icoon.svg",
  "/mijn/getij/huisstijl.css",
  "/health/alive",
  "/health/ready",
  "/nergens/te/vinden",
];

/** Walks all pages of a fresh demo, everybody in turn, and keeps what came in `folder`. */
export async function record(folder: string): Promise<void> {
  if (!built() && !(await build())) throw new Error("the build failed");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const dataDir = mkdtempSync(path.join(tmpdir(), "zorgpoort-walk-"));
  fillDataDir(dataDir, { at: MADE });
  await fillWithDemo(dataDir);
  const server = await startServer({ dataDir, digid: true });
  try {
    const opened = new Set<string>();
    const somebody = keeper(server, folder, opened);
    const world: World = { server, clock: openClock(server), usedCodes: new Set(), somebody };
    await world.clock.set(WALKED);
    await joining(world);
    const counts: Record<string, number> = {};
    const walk = async ({ name, hand, beginnings }: Walker) => {
      const seen: Seen[] = await crawl(hand.visitor, beginnings, path.join(folder, name), openNames());
      counts[name] = seen.length;
      for (const { address, status } of seen) if (status === 200) opened.add(pageOf(address));
      console.log(`${name}: ${seen.length} pages, ${seen.filter(({ status }) => status >= 400).length} refused`);
    };
    await walk(stranger(world, "stranger", {}));
    await walk(stranger(world, "stranger-english", { "accept-language": "en" }));
    const walkers = await clients(world);
    await doors(world);
    for (const walker of walkers) await walk(walker);
    for (const walker of await professionals(world, ["karin", "petra"])) await walk(walker);
    await refusals(world, folder);
    // However long the walk took: what a job tells some minutes after an act is told now.
    await world.clock.advance("PT15M");
    for (let night = 0; night < NIGHTS; night++) await world.clock.advance("P1D");
    counts.mails = await mails(world, folder);
    counts.links = await mailedLinks(world, folder);
    const pages = addresses().filter(({ loader, action, pattern }) => (loader || !action) && !opened.has(pattern));
    const told = { commit: commit(), counts, neverOpened: pages.map(({ pattern }) => pattern) };
    writeFileSync(path.join(folder, "walk.json"), `${JSON.stringify(told, null, 2)}\n`);
  } finally {
    await server.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Visitors whose every page is kept under their name, with the act that led there. */
function keeper(server: RunningServer, folder: string, opened: Set<string>): World["somebody"] {
  return (name) => {
    const visitor = openVisitor(server);
    if (!name) return openHand(visitor);
    const names = openNames();
    const to = path.join(folder, name);
    mkdirSync(to, { recursive: true });
    let nth = 0;
    return openHand(visitor, (act, answer, at) => {
      if (answer.status === 200) opened.add(pageOf(at));
      const called = plain(act, names)
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .slice(0, 60);
      writeFileSync(path.join(to, `${String(++nth).padStart(2, "0")}-${called}.txt`), kept(answer, names));
    });
  };
}

const commit = () => execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();

function stranger({ server }: World, name: string, headers: Record<string, string>): Walker {
  const visitor = openVisitor(server);
  const get = (at: string) => visitor.get(at, headers);
  const unused = () => Promise.reject(new Error("a stranger presses nothing"));
  const hand = { visitor: { ...visitor, get }, open: unused, follow: unused, press: unused, err: unused };
  return { name, hand, beginnings: ["/", "/mijn", "/inloggen", ...UNLINKED] };
}

/** What every address of the site says to somebody without a session, asked and posted to with nothing. */
async function refusals({ server }: World, folder: string): Promise<void> {
  const said: string[] = [];
  for (const { pattern, path: at } of addresses()) {
    // What a demo has beside the site: the inbox, the clock and the list of accounts.
    if (pattern.startsWith("/dev/")) continue;
    const got = await openVisitor(server).get(at);
    const posted = await openVisitor(server).post(at);
    const of = ({ status, location }: typeof got) => `${status} ${plain(location ?? "")}`.trim();
    said.push(`${pattern}  GET ${of(got)}  POST ${of(posted)}`);
  }
  writeFileSync(path.join(folder, "refusals.txt"), `${said.sort().join("\n")}\n`);
}

/** Every mail and text message, with codes and secrets taken out. */
async function mails(world: World, folder: string): Promise<number> {
  const all = await inbox(world);
  const code = (text: string) => text.replace(/(?<![#\w])\d{6}\b/g, "[code]");
  const told = all.map(({ channel, to, subject, text, html }) => {
    const body = [`text`, ...text.split(/\r?\n/), "html", ...(html ? lines(html) : [])];
    return code(plain([`${channel} to ${to}`, subject, ...body].join("\n")));
  });
  writeFileSync(path.join(folder, "mails.txt"), `${told.sort().join("\n\n")}\n`);
  return all.length;
}

/** Where the links in mails lead a stranger. */
async function mailedLinks(world: World, folder: string): Promise<number> {
  const found = (await inbox(world)).flatMap(({ to, subject, text }) =>
    (text.match(/https?:\/\/localhost:\d\S*/g) ?? []).map((link) => ({ to, subject, link: new URL(link) })),
  );
  const told: string[] = [];
  for (const { to, subject, link } of found) {
    const visitor = openVisitor(world.server);
    const names = openNames();
    let answer = await visitor.get(link.pathname + link.search);
    const hops = [kept(answer, names)];
    for (let nth = 0; answer.location?.startsWith("/") && nth < 5; nth++) {
      answer = await visitor.get(answer.location);
      hops.push(kept(answer, names));
    }
    told.push([`== ${to}: ${subject}`, plain(link.pathname), ...hops].join("\n"));
  }
  writeFileSync(path.join(folder, "mailed-links.txt"), `${told.sort().join("\n")}\n`);
  return found.length;
}
