import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { readEvidence } from "#app/professionals/joining/authorization/evidence/sign.server.ts";
import { eventsOf } from "#app/professionals/joining/authorization/record-event.server.ts";
import { renewSigningLink } from "#app/professionals/joining/authorization/renew-link.server.ts";
import { sealIdentity } from "#app/professionals/joining/authorization/seal/certificate.server.ts";
import { verifySealedPdf } from "#app/professionals/joining/authorization/seal/verify-pdf.server.ts";
import { checkSeal, signedFile } from "#app/professionals/joining/authorization/standing.server.ts";
import { readFile } from "#app/platform/files/store.server.ts";
import { findAttempt } from "#app/platform/doors/attempts.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { signerOf } from "#app/professionals/joining/signer.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { authorizations, authorizationVersions } from "#db/schema/joining.ts";
import { freshDatabase } from "#tests/database.ts";
import { aRequest, asSigner, clockActor, lastCode, lastToken, messages, openGood, send } from "#tests/signing-world.ts";
import { confirmSigning } from "./confirm.server.ts";
import { correctCareGroups, correctIdentity } from "./correct.server.ts";
import { declineSigning } from "./decline.server.ts";
import { newSigningHandover } from "./handover.server.ts";
import { openedLink } from "./open.server.ts";
import { startSigning } from "./start.server.ts";

const NAME = "Noor van den Berghe-Özdemir";

async function start(token: string, name = NAME) {
  const opened = await openGood(token);
  const shown = { version: opened.version.version, documentHash: opened.version.documentHash };
  const attempt = await findAttempt("signing", await startSigning(opened, { ...shown, name }));
  if (!attempt) throw new Error("no attempt");
  return { opened, shown, attempt };
}

async function sign(token: string) {
  const { opened, shown, attempt } = await start(token);
  return confirmSigning(opened, attempt, { ...shown, code: await lastCode() });
}

const stateOf = async (id: string) =>
  (await db.select().from(authorizations).where(eq(authorizations.id, id)))[0]?.state;
const logged = async (event: string) => (await db.select().from(auditLog).where(eq(auditLog.event, event))).length;
const later = (ms: number) => setClock(new Date(now().getTime() + ms));

beforeEach(async () => {
  await freshDatabase();
});

describe("the mail", () => {
  it("I-07: goes to the practice address and shows every entered field, as the PDF does", async () => {
    const request = await aRequest();
    const { authorizationId } = await send(request.id);
    const mail = (await messages()).find((one) => one.kind === "authorization");
    expect(mail?.to).toBe("praktijk@oudehaven.example");
    for (const value of [
      "01012345",
      "01054321",
      "Noor",
      "van den Berghe-Özdemir",
      "praktijk@oudehaven.example",
      "noor@oudehaven.example",
      "06 12 34 56 78",
      "Zorggroep Noord",
      "Huisartsenpraktijk De Oude Haven",
    ]) {
      expect(mail?.text).toContain(value);
      expect(mail?.html).toContain(value);
    }
    expect(mail?.text).toMatch(/zeven werkdagen/);
    expect(mail?.text).toMatch(/medewerkers/);
    const [version] = await db
      .select()
      .from(authorizationVersions)
      .where(eq(authorizationVersions.authorizationId, authorizationId));
    expect(version?.fields.map((field) => field.value)).toContain("Zorggroep Noord");
    expect((await readFile(version?.documentFile ?? "")).hash).toBe(version?.documentHash);
  });
});

describe("signing", () => {
  it("I-08 B7 B9 B10: name, consent and a code on the second channel make one sealed document with evidence", async () => {
    const request = await aRequest();
    const { authorizationId, token } = await send(request.id);
    expect(await sign(token)).toMatchObject({ outcome: "signed" });
    expect(await stateOf(authorizationId)).toBe("in_force");
    expect((await signerOf(request.id)).state).toBe("signed");
    expect(await checkSeal(authorizationId)).toEqual({ valid: true, reasons: [] });
    const sms = (await messages()).filter((message) => message.kind === "code");
    expect(sms.map((message) => message.to)).toEqual(["+31612345678"]);
    const { accepted } = await sealIdentity();
    const document = (await signedFile(authorizationId, "document")).bytes;
    const report = verifySealedPdf(document, accepted);
    const facts = readEvidence((await signedFile(authorizationId, "facts")).bytes.toString(), accepted);
    expect(report.genuine && report.shownHash).toBe(facts?.document.shownSha256);
    expect(facts?.signature).toMatchObject({ typedName: NAME });
    expect(facts?.signature.ways.join(" ")).toContain("twee kanalen");
    expect(facts?.signature.level).toContain("Gewone elektronische handtekening");
    expect(facts?.events.map((event) => event.what)).toEqual(
      expect.arrayContaining([expect.stringContaining("code juist"), expect.stringContaining(`Ondertekend: ${NAME}`)]),
    );
    const told = (await messages()).filter((message) => message.kind === "authorization_signed");
    expect(told.map((mail) => mail.to).sort()).toEqual(["noor@oudehaven.example", "praktijk@oudehaven.example"]);
  });

  it("G01: another version or hash in the form, the consent or the store starts the act over", async () => {
    const { token } = await send((await aRequest()).id);
    const opened = await openGood(token);
    const shown = { version: 1, documentHash: opened.version.documentHash };
    await expect(startSigning(opened, { ...shown, documentHash: "0".repeat(64), name: NAME })).rejects.toThrow(
      "document_changed",
    );
    const first = await start(token);
    const code = await lastCode();
    await expect(
      confirmSigning(first.opened, first.attempt, { ...first.shown, documentHash: "0".repeat(64), code }),
    ).rejects.toThrow("document_changed");
    expect(await findAttempt("signing", "x")).toBeNull();
    expect(await stateOf(opened.authorization.id)).toBe("sent");
  });

  it("G01 B6: corrected in another tab between consent and code, the old version cannot be signed", async () => {
    const { authorizationId, token } = await send((await aRequest()).id);
    const { opened, shown, attempt } = await start(token);
    const code = await lastCode();
    await correctCareGroups(opened, { careGroups: ["zg-zuid"], otherCareGroup: null });
    const fresh = await openGood(token);
    expect(fresh.version.version).toBe(2);
    await expect(confirmSigning(fresh, attempt, { ...shown, code })).rejects.toThrow("document_changed");
    // A page that was opened before the correction loses too, at the last moment.
    later(61_000);
    const stale = await start(token);
    await correctCareGroups(stale.opened, { careGroups: [], otherCareGroup: "Elders" });
    await expect(
      confirmSigning(stale.opened, stale.attempt, { ...stale.shown, code: await lastCode() }),
    ).rejects.toThrow("already_signed");
    expect(await stateOf(authorizationId)).toBe("sent");
    expect((await messages()).filter((mail) => mail.kind === "authorization_signed")).toEqual([]);
  });

  it("G01: an attempt for one authorization does not sign another", async () => {
    const one = await send((await aRequest()).id);
    const other = await send((await aRequest({ practiceEmail: "ander@oudehaven.example" })).id);
    const { shown, attempt } = await start(one.token);
    await expect(
      confirmSigning(await openGood(other.token), attempt, { ...shown, code: await lastCode() }),
    ).rejects.toThrow("document_changed");
  });

  it("G02: the message names document and practice, and says that it signs", async () => {
    const request = await aRequest();
    const { token } = await send(request.id);
    await start(token);
    const sms = (await messages()).find((message) => message.kind === "code");
    expect(sms?.text).toContain(request.number);
    expect(sms?.text).toContain("Huisartsenpraktijk De Oude Haven");
    expect(sms?.text).toContain("ONDERTEKENEN");
  });

  it("G02: five wrong codes end the act; the sixth, right or not, signs nothing", async () => {
    const { authorizationId, token } = await send((await aRequest()).id);
    const { opened, shown, attempt } = await start(token);
    const code = await lastCode();
    const wrong = code === "000000" ? "111111" : "000000";
    for (let i = 0; i < 4; i++) {
      expect(await confirmSigning(opened, attempt, { ...shown, code: wrong })).toEqual({ outcome: "wrong" });
    }
    expect(await confirmSigning(opened, attempt, { ...shown, code: wrong })).toEqual({ outcome: "used_up" });
    const after = await confirmSigning(opened, attempt, { ...shown, code }).catch(() => ({ outcome: "conflict" }));
    expect(after.outcome).not.toBe("signed");
    expect(await stateOf(authorizationId)).toBe("sent");
    expect(
      (await eventsOf(authorizationId)).filter((event) => event.kind === "code_wrong").length,
    ).toBeGreaterThanOrEqual(5);
  });

  it("G02: a fresh act is no way around three codes in a quarter of an hour", async () => {
    const { token } = await send((await aRequest()).id);
    for (let i = 0; i < 3; i++) await start(token);
    await expect(start(token)).rejects.toThrow("limited");
    later(15 * 60_000);
    await start(token);
  });

  it("G02 A06: twenty wrong codes over all acts close the link; the right one no longer signs, a new link does", async () => {
    const request = await aRequest();
    const { authorizationId, token } = await send(request.id);
    for (let act = 0; act < 4; act++) {
      const { opened, shown, attempt } = await start(token);
      const wrong = (await lastCode()) === "000000" ? "111111" : "000000";
      for (let i = 0; i < 5; i++) await confirmSigning(opened, attempt, { ...shown, code: wrong });
      later(15 * 60_000);
    }
    await expect(start(token)).rejects.toThrow("signing_closed");
    expect(await stateOf(authorizationId)).toBe("sent");
    await renewSigningLink(clockActor, request.id);
    expect(await sign(lastToken(await messages()))).toMatchObject({ outcome: "signed" });
  });

  it("G03: sixteen confirms at once make one signature, one log line, one pair of mails", async () => {
    const { authorizationId, token } = await send((await aRequest()).id);
    const { opened, shown, attempt } = await start(token);
    const code = await lastCode();
    const results = await Promise.allSettled(
      Array.from({ length: 16 }, () => confirmSigning(opened, attempt, { ...shown, code })),
    );
    const signed = results.filter((one) => one.status === "fulfilled" && one.value.outcome === "signed");
    expect(signed).toHaveLength(1);
    expect(await stateOf(authorizationId)).toBe("in_force");
    expect(await logged("authorization.sign")).toBe(1);
    expect((await messages()).filter((mail) => mail.kind === "authorization_signed")).toHaveLength(2);
  });

  it("G03: sixteen acts with sixteen right codes still sign once", async () => {
    const { authorizationId, token } = await send((await aRequest()).id);
    const acts: Awaited<ReturnType<typeof start>>[] = [];
    const codes: string[] = [];
    for (let i = 0; i < 3; i++) {
      acts.push(await start(token));
      codes.push(await lastCode());
    }
    const results = await Promise.allSettled(
      acts.map((act, i) => confirmSigning(act.opened, act.attempt, { ...act.shown, code: codes[i] ?? "" })),
    );
    expect(results.filter((one) => one.status === "fulfilled" && one.value.outcome === "signed")).toHaveLength(1);
    expect(await logged("authorization.sign")).toBe(1);
    expect(await checkSeal(authorizationId)).toMatchObject({ valid: true });
  });

  it("I-08: a signature under somebody else's name is refused; case, accents and dashes do not matter", async () => {
    const { token } = await send((await aRequest()).id);
    await expect(start(token, "Jan de Vries")).rejects.toMatchObject({ fields: { name: "other_name" } });
    await start(token, "N. VAN DEN BERGHE OZDEMIR");
  });

  it("B7: without a mobile number the code read out at the call-back is the second channel, five tries, once", async () => {
    const request = await aRequest({ mobile: null });
    const { authorizationId, token } = await send(request.id);
    const code = await transaction((tx) => newSigningHandover(tx, clockActor, request.id));
    const { opened, shown, attempt } = await start(token);
    expect((await messages()).filter((message) => message.kind === "code")).toEqual([]);
    expect(await confirmSigning(opened, attempt, { ...shown, code: "0000 0000" })).toEqual({ outcome: "wrong" });
    expect(await confirmSigning(opened, attempt, { ...shown, code })).toMatchObject({ outcome: "signed" });
    const { accepted } = await sealIdentity();
    const facts = readEvidence((await signedFile(authorizationId, "facts")).bytes.toString(), accepted);
    expect(facts?.signature.ways.join(" ")).toContain("voorgelezen door de servicedesk");
  });

  it("B7: one mailbox for link and code is called one channel, not two", async () => {
    const { authorizationId, token } = await send((await aRequest({ mobile: null, ownEmail: null })).id);
    expect(await sign(token)).toMatchObject({ outcome: "signed" });
    const { accepted } = await sealIdentity();
    const facts = readEvidence((await signedFile(authorizationId, "facts")).bytes.toString(), accepted);
    expect(facts?.signature.ways.join(" ")).toContain("één kanaal");
  });
});

describe("the link", () => {
  it("L01: looking twenty times uses nothing up", async () => {
    const { token } = await send((await aRequest()).id);
    for (let i = 0; i < 20; i++) expect((await openedLink(asSigner(token))).state).toBe("good");
    expect(await sign(token)).toMatchObject({ outcome: "signed" });
  });

  it("L02: dead after use, after fourteen days, and after a newer one; unknown ones tell nothing", async () => {
    const { token } = await send((await aRequest()).id);
    await sign(token);
    expect(await openedLink(asSigner(token))).toEqual({ state: "used" });
    const old = await send((await aRequest()).id);
    later(14 * 24 * 3_600_000);
    expect((await openedLink(asSigner(old.token))).state).toBe("expired");
    expect(await openedLink(asSigner("x".repeat(43)))).toEqual({ state: "unknown" });
    expect(await findLink("activation", token)).toEqual({ state: "unknown" });
  });

  it("B2 B4 L02: a new link goes to the same address; the old one says there is a newer one, of when", async () => {
    const request = await aRequest();
    const { token } = await send(request.id);
    later(3_600_000);
    await renewSigningLink(clockActor, request.id);
    const fresh = lastToken(await messages());
    expect(fresh).not.toBe(token);
    const old = await openedLink(asSigner(token));
    expect(old.state === "replaced" && now().getTime() - old.newestAt.getTime()).toBeLessThan(5_000);
    expect((await openedLink(asSigner(fresh))).state).toBe("good");
    for (let i = 0; i < 2; i++) await renewSigningLink(clockActor, request.id);
    await expect(renewSigningLink(clockActor, request.id)).rejects.toThrow("limited");
  });
});

describe("declining and correcting", () => {
  it("B5: a refusal goes back to the desk with its reason and closes the link", async () => {
    const request = await aRequest();
    const { authorizationId, token } = await send(request.id);
    await declineSigning(await openGood(token), "Ik werk hier niet meer");
    expect(await stateOf(authorizationId)).toBe("void");
    expect((await signerOf(request.id)).state).toBe("in_review");
    expect((await openedLink(asSigner(token))).state).toBe("used");
    const mail = (await messages()).find((one) => one.kind === "authorization_declined");
    expect(mail?.text).toContain(request.number);
    expect(mail?.text).not.toContain("Berghe");
  });

  it("B6: other care groups make a new document with a new hash in place; both stay", async () => {
    const { authorizationId, token } = await send((await aRequest()).id);
    const before = await openGood(token);
    await correctCareGroups(before, { careGroups: ["zg-zuid"], otherCareGroup: null });
    const after = await openGood(token);
    expect(after.version.version).toBe(2);
    expect(after.version.documentHash).not.toBe(before.version.documentHash);
    expect(after.version.fields.find((field) => field.label === "Zorggroepen")?.value).toBe("Zorggroep Zuid");
    expect((await readFile(before.version.documentFile)).hash).toBe(before.version.documentHash);
    expect(await sign(token)).toMatchObject({ outcome: "signed" });
    expect(await checkSeal(authorizationId)).toMatchObject({ valid: true });
    expect((await eventsOf(authorizationId)).map((event) => event.kind)).toContain("corrected");
  });

  it("B6: another mobile number voids link and document and goes back to the desk", async () => {
    const request = await aRequest();
    const { authorizationId, token } = await send(request.id);
    await correctIdentity(await openGood(token), { mobile: "+31687654321" });
    expect(await stateOf(authorizationId)).toBe("void");
    expect((await openedLink(asSigner(token))).state).toBe("used");
    expect((await signerOf(request.id)).state).toBe("in_review");
  });
});
