import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { spawnSync } from "node:child_process";
import { and, desc, eq } from "drizzle-orm";
import { generate } from "otplib";
import { beforeEach, describe, expect, test } from "vitest";
import { activeCareGroups } from "#app/professionals/joining/care-groups.server.ts";
import { accountById } from "#app/platform/doors/account.server.ts";
import { choosePassword, confirmActivation } from "#app/platform/doors/activate.server.ts";
import { hasInventedAccounts } from "#app/platform/doors/invented.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { accountAt } from "#app/platform/doors/names.server.ts";
import { endAccounts } from "#app/platform/doors/end-accounts.server.ts";
import { askReset, resetPassword } from "#app/platform/doors/reset.server.ts";
import { giveCode } from "#app/platform/doors/sign-in/code.server.ts";
import { appFactor, appOffer, checkApp, offerApp } from "#app/platform/doors/sign-in/factors.server.ts";
import { givePassword } from "#app/platform/doors/sign-in/password.server.ts";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import { staffPlaces } from "#app/platform/rights/client-guards.server.ts";
import { visitor } from "#app/platform/rights/guards.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { freshDatabase } from "#tests/database.ts";
import { aMember, anAccount, aPractice } from "#tests/factories.ts";
import { actNamed } from "./acts.ts";
import { read } from "./read.ts";

const PASSWORD = "vier paarse fietsen";
const facts = { requestId: "", address: "203.0.113.7", client: "test" };
const SASKIA = "saskia@zorgspiegel.example";
const days = (n: number) => setClock(new Date(now().getTime() + n * 86_400_000));

let folder = "";
beforeEach(async () => {
  folder = await freshDatabase();
});

/** As it is typed behind `npm run operator --`. */
function operator(line: string): Promise<string[]> {
  const { words, options } = read(
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ""),
  );
  const act = actNamed(words);
  if (!act) throw new Error(`no act: ${line}`);
  return act(options, "en");
}
const named = (first: string, last: string, email: string) =>
  `--first-name ${first} --last-name "${last}" --email ${email}`;

async function inbox(to: string) {
  await deliverDue();
  return (await devInbox(null)).filter((message) => message.to === to);
}
const codeIn = (text = "") => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? "";
const tokenIn = (text = "") => /\/a\/([\w-]+)/.exec(text)?.[1] ?? "";

/** Opens the link of the activation mail, chooses a password, gives the codes; gives back the cookie of the session. */
async function activate(email: string, mobile: string | null, handover = "") {
  const link = await findLink(
    "activation",
    tokenIn((await inbox(email)).findLast(({ text }) => text.includes("/a/"))?.text),
  );
  if (link.state !== "good") throw new Error(`the link is ${link.state}`);
  const attempt = await choosePassword({ id: link.id, accountId: link.subjectId }, PASSWORD);
  const code = codeIn((await inbox(mobile ?? email)).at(-1)?.text);
  return confirmActivation(attempt, { code, handover }, facts);
}

const signedIn = async (answer: Awaited<ReturnType<typeof activate>>) => {
  if (!("session" in answer)) throw new Error(answer.verdict);
  return visitor(new Request("http://localhost/", { headers: { cookie: `__Host-session=${answer.session}` } }));
};

/** A supervisor who is active. */
const saskia = () =>
  anAccount({ firstName: "Saskia", lastName: "Blom", email: SASKIA, operatorRole: "supervisor", endsOn: null });

async function newestLine(event: string) {
  const [line] = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.event, event)))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return line;
}

describe("the first supervisor of an empty installation", () => {
  test("M-68: is made by a command, activates by mail and SMS, and signs in as one", async () => {
    const said = await operator(`add supervisor ${named("Saskia", "Blom", SASKIA)} --mobile 0612345678`);
    expect(said.join(" ")).toMatch(/Saskia Blom is invited.*SMS/);
    expect(said.join(" ")).not.toMatch(/\d{6}/);
    expect(await signedIn(await activate(SASKIA, "+31612345678"))).toMatchObject({ operatorRole: "supervisor" });
    const line = await newestLine("operator.add");
    expect(line).toMatchObject({
      actorName: "operator",
      onBehalfOf: null,
      detail: { role: "supervisor", first: true },
    });
  });

  test("M-68: without a mobile the command prints a code, without which the mailbox alone opens nothing", async () => {
    const said = await operator(`add supervisor ${named("Saskia", "Blom", SASKIA)}`);
    const handover = /\b\d{8}\b/.exec(said.join(" "))?.[0] ?? "";
    expect((await inbox(SASKIA)).map(({ text }) => text).join(" ")).not.toContain(handover);
    expect(await activate(SASKIA, null, "00000000")).toMatchObject({ field: "handover" });
    await freshDatabase();
    const again = await operator(`add supervisor ${named("Saskia", "Blom", SASKIA)}`);
    const code = /\b\d{8}\b/.exec(again.join(" "))?.[0] ?? "";
    expect(await signedIn(await activate(SASKIA, null, code))).toMatchObject({ operatorRole: "supervisor" });
  });

  test("M-68: once one is active, another needs somebody who asks; when none is left, one can be made again", async () => {
    await saskia();
    const lotte = `add supervisor ${named("Lotte", "Verhoef", "lotte@zorgspiegel.example")}`;
    await expect(operator(lotte)).rejects.toThrow(new Forbidden("not_asked"));
    expect(await accountAt("lotte@zorgspiegel.example")).toBeNull();
    await operator(`until --email ${SASKIA} --date 2026-11-30 --asked-by ${SASKIA}`);
    days(8);
    await endAccounts();
    await operator(lotte);
    expect(await accountAt("lotte@zorgspiegel.example")).toMatchObject({ state: "invited" });
  });

  test("M-68: a supervisor whose mail was lost is invited anew, and the first link stops", async () => {
    await operator(`add supervisor ${named("Saskia", "Blom", SASKIA)} --mobile 0612345678`);
    const before = tokenIn((await inbox(SASKIA))[0]?.text);
    await operator(`invite-again --email ${SASKIA}`);
    expect((await findLink("activation", before)).state).toBe("replaced");
    expect(await signedIn(await activate(SASKIA, "+31612345678"))).toMatchObject({ operatorRole: "supervisor" });
    await expect(operator(`invite-again --email ${SASKIA} --asked-by ${SASKIA}`)).rejects.toThrow(
      new Conflict("not_invited"),
    );
  });
});

describe("people of the operator", () => {
  test.each(["agent", "data-manager", "auditor", "supervisor"])(
    "M-69: a supervisor who asks gets a %s made, stands in the log for it, and reads it in a mail",
    async (role) => {
      const supervisor = await saskia();
      await operator(
        `add ${role} ${named("Bram", "de Wit", "bram@zorgspiegel.example")} --mobile 0612345679 --until 2027-06-30 --asked-by Saskia@Zorgspiegel.example`,
      );
      const bram = await accountById((await accountAt("bram@zorgspiegel.example"))!.id);
      expect(bram).toMatchObject({ operatorRole: role.replace("-", "_"), agb: null, state: "invited" });
      const line = await newestLine("operator.add");
      expect(line).toMatchObject({
        onBehalfOf: supervisor.id,
        objectId: bram!.id,
      });
      expect(line?.detail).toMatchObject({ endsOn: "2027-06-30" });
      const told = (await inbox(SASKIA)).at(-1)!;
      expect(told.text).toContain("bram@zorgspiegel.example");
      expect(told.text).toContain("Vroeg u dit niet?");
    },
  );

  test("M-69: nobody is made for somebody who is no active supervisor", async () => {
    await saskia();
    await anAccount({ email: "agent@zorgspiegel.example", operatorRole: "agent" });
    await anAccount({ email: "weg@zorgspiegel.example", operatorRole: "supervisor", state: "ended" });
    await anAccount({ email: "oud@zorgspiegel.example", operatorRole: "supervisor", endsOn: "2026-11-23" });
    for (const asks of ["agent", "weg", "oud", "niemand"])
      await expect(
        operator(
          `add agent ${named("Bram", "de Wit", "bram@zorgspiegel.example")} --asked-by ${asks}@zorgspiegel.example`,
        ),
        asks,
      ).rejects.toThrow(new Forbidden("not_asked"));
    expect(await accountAt("bram@zorgspiegel.example")).toBeNull();
  });

  test("M-70: one address is one person: taken by anybody, however it is spelled, it is refused and nothing changes", async () => {
    await saskia();
    await anAccount({ email: "noor@delinde.example", agb: "01012346" });
    await anAccount({ email: "oud@delinde.example", state: "ended" });
    const mails = (await inbox(SASKIA)).length;
    for (const taken of [SASKIA.toUpperCase(), "noor@delinde.example", "oud@delinde.example"])
      await expect(operator(`add agent ${named("Bram", "de Wit", taken)} --asked-by ${SASKIA}`), taken).rejects.toThrow(
        new Conflict("address_taken"),
      );
    expect(await accountAt("noor@delinde.example")).toMatchObject({ agb: "01012346", state: "active" });
    expect(await inbox(SASKIA)).toHaveLength(mails);
  });

  test("M-70: what is typed wrongly is named, all at once", async () => {
    const wrong = operator(
      `add agent --first-name "" --last-name "<b>" --email geen --mobile 0201234567 --until 2026-02-30 --haar grijs`,
    );
    await expect(wrong).rejects.toBeInstanceOf(Invalid);
    await wrong.catch((error: unknown) =>
      expect((error as Invalid).fields).toEqual({
        ...{ "first-name": "required", "last-name": "name", email: "email", mobile: "not_mobile", until: "date" },
        ...{ "asked-by": "required", haar: "unknown" },
      }),
    );
  });

  test("M-71: a last day can be set, moved and taken away; after it nobody signs in", async () => {
    await saskia();
    const bram = "bram@zorgspiegel.example";
    await operator(
      `add agent ${named("Bram", "de Wit", bram)} --mobile 0612345679 --until 2026-11-24 --asked-by ${SASKIA}`,
    );
    await activate(bram, "+31612345679");
    const enter = () =>
      givePassword(accountDoor, { kind: "stranger", ...facts }, { email: bram, password: PASSWORD, device: null });
    expect(await enter()).toHaveProperty("token");
    await operator(`until --email ${bram} --date 2026-11-25 --asked-by ${SASKIA}`);
    expect((await newestLine("operator.until"))?.detail).toEqual({ before: "2026-11-24", endsOn: "2026-11-25" });
    days(1);
    expect(await enter()).toHaveProperty("token");
    days(1);
    expect(await enter()).not.toHaveProperty("token");
    await expect(operator(`until --email ${bram} --date 2026-11-25 --asked-by ${SASKIA}`)).rejects.toBeInstanceOf(
      Invalid,
    );
    await operator(`until --email ${bram} --date none --asked-by ${SASKIA}`);
    expect(await enter()).toHaveProperty("token");
  });

  test("M-71: ending bites on the next click; invited anew, nothing of before opens the account", async () => {
    await saskia();
    const bram = "bram@zorgspiegel.example";
    const add = `add agent ${named("Bram", "de Wit", bram)} --mobile 0612345679 --asked-by ${SASKIA}`;
    await operator(add);
    const answer = await activate(bram, "+31612345679");
    const { accountId } = (await signedIn(answer))!;
    await transaction((tx) => offerApp(tx, accountDoor, accountId));
    const secret = (await appOffer(accountId, bram))!.secret;
    await checkApp(accountDoor, accountId, await generate({ secret, epoch: Math.floor(now().getTime() / 1000) }), true);
    await operator(`end --email ${bram} --reason "Werkt hier niet meer" --asked-by ${SASKIA}`);
    expect(await signedIn(answer)).toBeNull();
    expect(await newestLine("account.end")).toMatchObject({ reason: "Werkt hier niet meer", subjectId: accountId });
    await expect(operator(add.replace("Bram", "Bert"))).rejects.toThrow(new Conflict("other_name"));
    await operator(add.replace("add agent", "add auditor"));
    expect(await appFactor(accountId)).toBeNull();
    expect(await signedIn(await activate(bram, "+31612345679"))).toMatchObject({ operatorRole: "auditor" });
  });

  test("M-71: the last active supervisor cannot be ended, nor anybody who is not of the operator", async () => {
    await saskia();
    await anAccount({ email: "noor@delinde.example", agb: "01012346" });
    await expect(operator(`end --email ${SASKIA} --reason Klaar --asked-by ${SASKIA}`)).rejects.toThrow(
      new Conflict("last_supervisor"),
    );
    await expect(operator(`end --email noor@delinde.example --reason Klaar --asked-by ${SASKIA}`)).rejects.toThrow(
      new NotFound("no_operator"),
    );
  });

  test("M-71: the list tells who may what until when, and is logged", async () => {
    await saskia();
    await operator(
      `add data-manager ${named("Dirk", "Hagen", "dirk@zorgspiegel.example")} --until 2027-01-31 --asked-by ${SASKIA}`,
    );
    const list = (await operator("list")).join("\n");
    expect(list).toMatch(/Dirk Hagen <dirk@zorgspiegel.example>\s+data_manager\s+invited\s+2027-01-31/);
    expect(list).toMatch(/Saskia Blom <saskia@zorgspiegel.example>\s+supervisor\s+active\s+-/);
    expect(await newestLine("operator.list")).toMatchObject({ action: "R", actorName: "operator" });
  });
});

describe("people of an environment", () => {
  const karin = `add clinician --environment getij --code BEH-001 ${named("Karin", "Molenaar", "karin@getij.example")} --mobile 0612345680 --asked-by ${SASKIA}`;

  test("M-72: a clinician and practice staff are invited, and work there until their last day", async () => {
    const supervisor = await saskia();
    await operator(karin);
    const { accountId } = (await signedIn(await activate("karin@getij.example", "+31612345680")))!;
    expect(await staffPlaces(accountId)).toEqual([{ environmentId: "getij", role: "clinician" }]);
    expect(await newestLine("staff.appoint")).toMatchObject({
      onBehalfOf: supervisor.id,
      organisation: "getij",
    });
    const petra = named("Petra", "Vonk", "petra@delinde.example");
    await operator(`add staff --environment delinde ${petra} --until 2026-11-24 --asked-by ${SASKIA}`);
    const staffId = (await accountAt("petra@delinde.example"))!.id;
    expect(await staffPlaces(staffId)).toEqual([{ environmentId: "delinde", role: "staff" }]);
    const where = "--email petra@delinde.example --environment delinde --as staff";
    await operator(`until ${where} --date 2026-11-25 --asked-by ${SASKIA}`);
    days(1);
    expect(await staffPlaces(staffId)).toHaveLength(1);
    days(1);
    expect(await staffPlaces(staffId)).toEqual([]);
    await expect(operator(`until ${where} --date none --asked-by ${SASKIA}`)).rejects.toThrow(new NotFound("no_place"));
  });

  test("M-72: ended, a clinician is out on the next click, and can come back later", async () => {
    await saskia();
    await operator(karin);
    const answer = await activate("karin@getij.example", "+31612345680");
    const { accountId } = (await signedIn(answer))!;
    const where = "--email karin@getij.example --environment getij --as clinician";
    await operator(`end ${where} --reason "Uit dienst" --asked-by ${SASKIA}`);
    expect(await signedIn(answer)).toBeNull();
    expect(await staffPlaces(accountId)).toEqual([]);
    expect(await newestLine("staff.end")).toMatchObject({ reason: "Uit dienst", organisation: "getij" });
    expect((await operator(karin)).join()).toMatch(/has an account already/);
    expect(await staffPlaces(accountId)).toHaveLength(1);
    await expect(operator(karin)).rejects.toThrow(new Conflict("place_taken"));
  });

  test("M-72: whoever did not activate in time is told apart from who did, and is added again under the own code", async () => {
    await saskia();
    await operator(karin);
    days(31);
    await endAccounts();
    const again = `invite-again --email karin@getij.example --environment getij --as clinician --asked-by ${SASKIA}`;
    await expect(operator(again)).rejects.toThrow(new Conflict("account_ended"));
    await operator(karin);
    const { accountId } = (await signedIn(await activate("karin@getij.example", "+31612345680")))!;
    expect(await staffPlaces(accountId)).toEqual([{ environmentId: "getij", role: "clinician" }]);
    await expect(operator(again)).rejects.toThrow(new Conflict("not_invited"));
  });

  test.each([
    ["somebody of the operator", "add agent", ""],
    ["a clinician", "add clinician --environment getij --code 01099887", " --environment getij --as clinician"],
  ])(
    "M-72: %s without a mobile comes in again after a forgotten password, by a code that a supervisor asked for",
    async (_, add, place) => {
      await saskia();
      const email = "karin@getij.example";
      const made = await operator(`${add} ${named("Karin", "Post", email)} --asked-by ${SASKIA}`);
      const handed = /\b\d{8}\b/.exec(made.join(" "))?.[0] ?? "";
      expect(await activate(email, null, handed)).toHaveProperty("session");
      const handOver = `hand-over --email ${email}${place}`;
      // While the mailed code counts there is nothing to hand over.
      await expect(operator(`${handOver} --asked-by ${SASKIA}`)).rejects.toThrow(new Conflict("codes_count"));
      const stranger = { kind: "stranger", ...facts } as const;
      await askReset(accountDoor, stranger, email);
      const token = /\/w\/([\w-]+)/.exec((await inbox(email)).at(-1)!.text)?.[1] ?? "";
      await resetPassword(accountDoor, stranger, token, "drie groene tafels");
      await expect(operator(handOver)).rejects.toThrow();
      await expect(operator(`${handOver} --asked-by ${email}`)).rejects.toThrow(new Forbidden("not_asked"));
      const said = await operator(`${handOver} --asked-by ${SASKIA}`);
      const code = /\b\d{8}\b/.exec(said.join(" "))?.[0] ?? "";
      expect((await inbox(SASKIA)).at(-1)?.text).toContain(email);
      expect((await inbox(SASKIA)).map(({ text }) => text).join(" ")).not.toContain(code);
      const half = await givePassword(accountDoor, stranger, { email, password: "drie groene tafels", device: null });
      if (!("token" in half)) throw new Error("refused");
      expect(await giveCode(accountDoor, stranger, half.token, { way: "handover", code, device: null })).toHaveProperty(
        "session",
      );
    },
  );

  test("M-72: a practitioner keeps the own account; another name, another's code, or somebody of the operator is refused", async () => {
    await saskia();
    const anna = await anAccount({
      email: "anna@delinde.example",
      firstName: "Anna Maria",
      lastName: "van den Berg",
      agb: "01012345",
    });
    await aMember(anna.id, (await aPractice()).id, "practitioner");
    const at = (who: string, code = "01012345") =>
      operator(`add clinician --environment delinde --code ${code} ${who} --asked-by ${SASKIA}`);
    await expect(at(named("Anna", "Bergman", "anna@delinde.example"))).rejects.toThrow(new Conflict("other_name"));
    await expect(at(named("Saskia", "Blom", SASKIA))).rejects.toThrow(new Conflict("of_the_operator"));
    await at(named('"anna  maria"', "Van den Berg", "anna@delinde.example"));
    expect(await staffPlaces(anna.id)).toEqual([{ environmentId: "delinde", role: "clinician" }]);
    await expect(at(named("Karin", "Molenaar", "karin@delinde.example"))).rejects.toThrow(new Conflict("code_taken"));
    expect(await accountAt("karin@delinde.example")).toBeNull();
    await expect(at(named("Karin", "Molenaar", "karin@delinde.example"), '""')).rejects.toBeInstanceOf(Invalid);
  });

  test("M-72: an account that ended at a practice comes back only through the practice", async () => {
    await saskia();
    const joris = await anAccount({
      email: "joris@delinde.example",
      firstName: "Joris",
      lastName: "Veen",
      state: "ended",
    });
    await aMember(joris.id, (await aPractice()).id, "employee");
    const add = `add staff --environment delinde ${named("Joris", "Veen", "joris@delinde.example")} --asked-by ${SASKIA}`;
    await expect(operator(add)).rejects.toThrow(new Conflict("ended_at_practice"));
    expect((await accountById(joris.id))?.state).toBe("ended");
  });

  test("M-72: an environment that is not there, and half of a place, are refused", async () => {
    await saskia();
    await expect(operator(karin.replace("getij ", "nergens "))).rejects.toBeInstanceOf(NotFound);
    await expect(
      operator(`end --email karin@getij.example --environment getij --reason Weg --asked-by ${SASKIA}`),
    ).rejects.toThrow(Invalid);
  });
});

describe("care groups", () => {
  test("M-73: one is added, can be chosen, is renamed and closed, each time in the log for the one who asked", async () => {
    const supervisor = await saskia();
    await operator(`add care-group --name "Zorggroep Één & De Wouden" --region Waterland --asked-by ${SASKIA}`);
    expect(activeCareGroups()).toEqual([
      { id: "zorggroep-een-de-wouden", name: "Zorggroep Één & De Wouden", region: "Waterland", active: true },
    ]);
    expect(await newestLine("care_group.add")).toMatchObject({ onBehalfOf: supervisor.id });
    await expect(operator(`add care-group --name "zorggroep een de wouden" --asked-by ${SASKIA}`)).rejects.toThrow(
      new Conflict("care_group_taken"),
    );
    const change = "change care-group --id zorggroep-een-de-wouden";
    await operator(`${change} --name "Zorggroep De Wouden" --asked-by ${SASKIA}`);
    await operator(`${change} --open no --asked-by ${SASKIA}`);
    expect(activeCareGroups()).toEqual([]);
    expect((await operator("list care-groups")).join("\n")).toMatch(
      /zorggroep-een-de-wouden\s+Zorggroep De Wouden\s+Waterland\s+no/,
    );
    await expect(operator(`${change} --asked-by ${SASKIA}`)).rejects.toBeInstanceOf(Invalid);
    await expect(operator(`add care-group --name Wolk --asked-by niemand@x.nl`)).rejects.toThrow(
      new Forbidden("not_asked"),
    );
  });
});

describe("the command itself", () => {
  const run = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, ["scripts/operator.ts", ...args], {
      env: { ...process.env, DATA_DIR: folder, LANG: "en_GB.UTF-8", ...env },
      encoding: "utf8",
    });

  test("M-70: ends with 0, 1 or 2 and says in a line what it did or why not, in Dutch where the machine is", () => {
    const add = ["add", "supervisor", "--first-name", "Saskia", "--last-name", "Blom", "--email", SASKIA];
    expect(run(add)).toMatchObject({ status: 0, stderr: "" });
    const twice = run(add, { LANG: "nl_NL.UTF-8" });
    expect(twice).toMatchObject({ status: 1, stdout: "" });
    expect(twice.stderr).toBe("Er is niets veranderd: iemand heeft al een account met dit mailadres.\n");
    const wrong = run(["add", "agent", "--email", "x"]);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/^--email: is not a mail address$/m);
    expect(wrong.stderr).not.toMatch(/\n\s+at /);
  }, 60_000);
});

test("M-70: an address to which no mail goes keeps no production from starting while nobody ever used it", async () => {
  await anAccount({ email: "grap@praktijk.example", state: "invited", activatedAt: null });
  expect(await hasInventedAccounts()).toBe(false);
  await anAccount({ email: "anna@delinde.example" });
  expect(await hasInventedAccounts()).toBe(true);
});
