import { texts as practice } from "#app/professionals/practices/texts.ts";
import { texts as registration } from "#app/professionals/joining/texts.ts";
import type { Visitor } from "#tests/http.ts";
import { texts as ui } from "#app/ui/texts.ts";
import { agent, type Person, type Player } from "./cast.ts";
import { hidden, send, Unexpected } from "./people.ts";

const { events } = registration.nl;
const { happened } = ui.nl;
const employeeStates = practice.nl.admin.states;

/** What a step stands on. */
export type Ground = {
  open: () => Visitor;
  /** Sends all that is due and gives the newest link or code for somebody. */
  link: (to: string, address: RegExp) => Promise<string>;
  code: (to: string) => Promise<string>;
  advance: (duration: string) => Promise<void>;
  /** Something that was acknowledged, and how to see that it is still there. `short`: it ends by itself in minutes. */
  holds: (name: string, look: () => Promise<boolean>, short?: boolean) => void;
  /** It was overtaken by a later step. */
  over: (name: string) => void;
};

/**
 * One step of the path. `act` sends one form and returns when it was acknowledged; run again it goes on from what it
 * finds. `done` tells from the pages whether it happened after all when no answer came.
 */
export type Step = { name: string; act: () => Promise<void>; done?: () => Promise<boolean> };

const signedIn = async (visitor: Visitor) => {
  const { status, location } = await visitor.get("/account");
  return status === 200 || location === "/voorwaarden/accepteren";
};

/** Gives the code that was sent; when it was used up by an act that was cut off, asks for another. */
async function giveCode(
  ground: Ground,
  visitor: Visitor,
  to: string,
  form: {
    path: string;
    give: (code: string) => Record<string, string>;
    resend: Record<string, string>;
    onwards: RegExp;
  },
) {
  try {
    await send(visitor, form.path, form.give(await ground.code(to)), form.onwards);
  } catch (error) {
    if (!(error instanceof Unexpected) || error.answer.status !== 422) throw error;
    await ground.advance("PT61S");
    await send(visitor, form.path, form.resend, new RegExp(`^${form.path}\\?verstuurd`));
    await send(visitor, form.path, form.give(await ground.code(to)), form.onwards);
  }
}

const password = (visitor: Visitor, person: Person) =>
  send(visitor, "/inloggen", { email: person.email, password: person.password }, /^\/inloggen\/code/);

async function signInCode(ground: Ground, visitor: Visitor, person: Person) {
  if ((await visitor.get("/inloggen/code")).status !== 200) await password(visitor, person);
  const give = (code: string) => ({ way: "sms", code });
  const form = { path: "/inloggen/code", give, resend: { act: "resend" }, onwards: /^\/(?!inloggen\/code)/ };
  await giveCode(ground, visitor, person.mobile, form);
  // A half session that has run out leads to the same page as a whole one.
  const account = await visitor.get("/account");
  if (account.location?.startsWith("/inloggen")) throw new Unexpected("no session", account);
}

async function ensureSession(ground: Ground, visitor: Visitor, person: Person) {
  if (await signedIn(visitor)) return;
  await password(visitor, person);
  await signInCode(ground, visitor, person);
}

/** From the mail to the accepted terms. */
export function activation(ground: Ground, visitor: Visitor, person: Person, as: string): Step[] {
  const choose = async () => {
    await visitor.get(await ground.link(person.email, /\/a\/[\w-]{43}/));
    await send(visitor, "/activeren", { password: person.password }, /^\/activeren\/code$/);
  };
  const waiting = async () => (await visitor.get("/activeren/code")).status === 200;
  const active = async () => {
    if (await signedIn(visitor)) return true;
    const again = ground.open();
    const { email, password: secret } = person;
    // Whoever lost the answer comes back through the mail, and is told that the account is there.
    return (await again.post("/inloggen", { email, password: secret })).location?.startsWith("/inloggen/code") ?? false;
  };
  const accepted = async () => (await visitor.get("/voorwaarden/accepteren")).status === 302;
  return [
    {
      name: `${as}: password`,
      act: async () => {
        await choose();
        ground.holds(`${as}: password`, waiting, true);
      },
    },
    {
      name: `${as}: code`,
      act: async () => {
        ground.over(`${as}: password`);
        if (!(await waiting())) await choose();
        const give = (code: string) => ({ act: "confirm", code });
        const form = {
          path: "/activeren/code",
          give,
          resend: { act: "resend" },
          onwards: /^\/voorwaarden\/accepteren$/,
        };
        await giveCode(ground, visitor, person.mobile, form);
        ground.holds(`${as}: session`, () => signedIn(visitor));
      },
      done: active,
    },
    {
      name: `${as}: terms`,
      act: async () => {
        await ensureSession(ground, visitor, person);
        const version = hidden(await visitor.get("/voorwaarden/accepteren"), "version");
        await send(visitor, "/voorwaarden/accepteren", { answer: "accept", version }, /^\/(?!voorwaarden)/);
        ground.holds(`${as}: terms`, accepted);
      },
      done: async () => (await signedIn(visitor)) && (await accepted()),
    },
  ];
}

export function signIn(ground: Ground, visitor: Visitor, person: Person, as: string): Step[] {
  return [
    {
      name: `${as}: sign in, password`,
      act: async () => {
        ground.over(`${as}: session`);
        ground.over(`${as}: terms`);
        visitor.cookies.delete("__Host-session");
        await password(visitor, person);
        const waiting = async () => (await visitor.get("/inloggen/code")).status === 200;
        ground.holds(`${as}: sign in, password`, waiting, true);
      },
    },
    {
      name: `${as}: sign in, code`,
      act: async () => {
        ground.over(`${as}: sign in, password`);
        await signInCode(ground, visitor, person);
        ground.holds(`${as}: session`, async () => (await visitor.get("/account")).status === 200);
      },
    },
  ];
}

/** A practitioner from the front page to an account, and an employee in and out again. */
export function wholePath(ground: Ground, desk: Visitor, one: Player): Step[] {
  const visitor = ground.open();
  const nurse = ground.open();
  const named = (name: string) => `${one.lastName}: ${name}`;
  const paths: { request?: string; employee?: string } = {};

  async function find(kind: "request" | "employee"): Promise<string> {
    const query = kind === "request" ? `soort=registration&zoek=${one.agb}` : `soort=employee&zoek=${one.nurse.email}`;
    const page = await desk.get(`/servicedesk?stand=all&${query}`);
    const all = new Set(page.text.match(/\/servicedesk\/(?:aanvragen|medewerkers)\/[\w-]+/g));
    if (page.status !== 200 || all.size > 1) throw new Unexpected(`${all.size} of ${query}`, page);
    return [...all][0] ?? "";
  }
  const pathOf = async (kind: "request" | "employee") => (paths[kind] ||= await find(kind));
  const casePage = async (kind: "request" | "employee") => {
    await ensureSession(ground, desk, agent);
    return desk.get(await pathOf(kind));
  };
  const story = async (event: keyof typeof events) => {
    const { text } = await casePage("request");
    // Above the timeline some of the same words name a check.
    return text.slice(text.lastIndexOf(`<h2>${happened}`)).includes(events[event]);
  };
  const rules = async () =>
    [...(await casePage("request")).text.matchAll(/name="rule" value="(\w+)"/g)].map((match) => match[1]!);

  /** An act of the desk on the request, and the line of the story that must stay. */
  function onRequest(act: string, event: keyof typeof events, fields: Record<string, string> = {}): Step {
    return {
      name: named(act),
      act: async () => {
        const version = hidden(await casePage("request"), "version");
        await send(desk, await pathOf("request"), { act, version, ...fields }, /^\/servicedesk/);
        ground.holds(named(act), () => story(event));
      },
      done: () => story(event),
    };
  }

  function onEmployee(act: string, state: string): Step {
    const stands = async () => (await casePage("employee")).text.includes(state);
    return {
      name: named(`employee, ${act}`),
      act: async () => {
        ground.over(named("employee, take_up"));
        const version = hidden(await casePage("employee"), "version");
        await send(desk, await pathOf("employee"), { act, version }, /^\/servicedesk/);
        ground.holds(named(`employee, ${act}`), stands);
      },
      done: stands,
    };
  }

  const choose = () => send(visitor, "/registreren", { connected: "yes" }, /^\/registreren\/gegevens$/);
  const shownBack = async () => (await visitor.get("/registreren/controle")).text.includes(one.practiceEmail);
  const detailed = async () => {
    const { agb, practiceAgb, firstName, lastName, practiceEmail, person } = one;
    const who = { agbPractitioner: agb, agbPractice: practiceAgb, firstName, lastName, ownEmail: person.email };
    const where = { practiceEmail, practiceEmailAgain: practiceEmail, mobile: `0${person.mobile.slice(3)}` };
    await send(visitor, "/registreren/gegevens", { ...who, ...where, otherCareGroup: "" }, /^\/registreren\/controle$/);
  };
  const handed = async () => {
    await ensureSession(ground, desk, agent);
    return (await pathOf("request")) !== "";
  };
  const agreed = async () => (await visitor.get("/machtiging/code")).status === 200;
  const consent = async () => {
    await visitor.get(await ground.link(one.practiceEmail, /\/m\/[\w-]{43}/));
    const page = await visitor.get("/machtiging/ondertekenen");
    const shown = { version: hidden(page, "version"), documentHash: hidden(page, "documentHash") };
    const said = { ...shown, name: one.person.name, consent: "yes" };
    await send(visitor, "/machtiging/ondertekenen", said, /^\/machtiging\/code$/);
  };
  const document = async () => {
    const answer = await visitor.get("/status/document/machtiging.pdf");
    return answer.status === 200 && answer.text.startsWith("%PDF");
  };
  const admin = async () => (await visitor.get("/administratie")).text;
  const mayLook = async () => (await nurse.get("/rapportages")).status === 200;

  return [
    {
      name: named("choose"),
      act: async () => {
        await choose();
        ground.holds(named("choose"), async () => (await visitor.get("/registreren/gegevens")).status === 200);
      },
    },
    {
      name: named("details"),
      act: async () => {
        await detailed();
        ground.holds(named("details"), shownBack);
      },
      done: shownBack,
    },
    {
      name: named("submit"),
      act: async () => {
        ground.over(named("choose"));
        ground.over(named("details"));
        await send(visitor, "/registreren/controle", {}, /^\/registreren\/ontvangen$/);
        ground.holds(named("submit"), handed);
      },
      done: handed,
    },
    {
      name: named("status"),
      act: async () => {
        ground.over(named("choose"));
        ground.over(named("details"));
        await visitor.get(await ground.link(one.practiceEmail, /\/s\/[\w-]{43}/));
        const shown = async () => (await visitor.get("/status")).text.includes(events.submitted);
        if (!(await shown())) throw new Unexpected("status", await visitor.get("/status"));
        ground.holds(named("status"), shown);
      },
    },
    onRequest("take_up", "taken_up"),
    onRequest("call", "called_back", { phone: one.phone, person: "Mevrouw Postma", outcome: "confirmed" }),
    {
      name: named("accept"),
      act: async () => {
        for (let [rule] = await rules(); rule; [rule] = await rules()) {
          const version = hidden(await casePage("request"), "version");
          const fields = { act: "accept", rule, version, reason: "Nagevraagd bij de praktijk." };
          await send(desk, await pathOf("request"), fields, /^\/servicedesk/);
          ground.holds(named(`accept ${rule}`), () => story("check_accepted"));
        }
      },
    },
    onRequest("send", "authorization_sent"),
    {
      name: named("consent"),
      act: async () => {
        await consent();
        ground.holds(named("consent"), agreed, true);
      },
    },
    {
      name: named("sign"),
      act: async () => {
        ground.over(named("consent"));
        if (!(await agreed())) await consent();
        const page = await visitor.get("/machtiging/code");
        const shown = { version: hidden(page, "version"), documentHash: hidden(page, "documentHash") };
        const give = (code: string) => ({ ...shown, intent: "confirm", code });
        const resend = { ...shown, intent: "resend", code: "" };
        const form = { path: "/machtiging/code", give, resend, onwards: /^\/machtiging\/ondertekend$/ };
        await giveCode(ground, visitor, one.person.mobile, form);
        ground.holds(named("sign"), () => story("signed"));
        ground.holds(named("signed document"), document);
      },
      done: () => story("signed"),
    },
    onRequest("approve", "approved"),
    ...activation(ground, visitor, one.person, named("practitioner")),
    ...signIn(ground, visitor, one.person, named("practitioner")),
    {
      name: named("ask employee"),
      act: async () => {
        await ensureSession(ground, visitor, one.person);
        const page = await visitor.get("/administratie/account-aanvragen");
        if (page.location?.startsWith("/inloggen/opnieuw")) {
          visitor.cookies.delete("__Host-session");
          await ensureSession(ground, visitor, one.person);
        }
        const form = await visitor.get("/administratie/account-aanvragen");
        const [firstName, lastName] = one.nurse.name.split(" ") as [string, string];
        const person = { firstName, lastName, jobTitle: "Assistent", email: one.nurse.email };
        const startsOn = /name="startsOn"[^>]*value="([\d-]+)"|value="([\d-]+)"[^>]*name="startsOn"/.exec(form.text);
        const from = { practice: one.practiceAgb, startsOn: startsOn?.[1] ?? startsOn?.[2] ?? "", endsOn: "" };
        const rights = { mobile: `0${one.nurse.mobile.slice(3)}`, reports: "yes", patientDetails: "no", groups: "all" };
        await send(
          visitor,
          "/administratie/account-aanvragen",
          { ...person, ...from, ...rights },
          /^\/administratie\?nummer/,
        );
        ground.holds(named("ask employee"), async () => (await admin()).includes(one.nurse.name));
      },
      done: async () => (await signedIn(visitor)) && (await admin()).includes(one.nurse.name),
    },
    onEmployee("take_up", employeeStates.in_review),
    onEmployee("approve", employeeStates.approved),
    ...activation(ground, nurse, one.nurse, named("employee")),
    ...signIn(ground, nurse, one.nurse, named("employee")),
    {
      name: named("employee looks"),
      act: async () => {
        await ensureSession(ground, nurse, one.nurse);
        const page = await nurse.get("/rapportages");
        if (page.status !== 200) throw new Unexpected("reports", page);
        ground.holds(named("employee looks"), mayLook);
      },
    },
    {
      name: named("withdraw"),
      act: async () => {
        await ensureSession(ground, visitor, one.person);
        const path = /\/administratie\/medewerkers\/[\w-]+/.exec(await admin())?.[0] ?? "";
        await send(visitor, path, { act: "withdraw" }, /gedaan=ingetrokken$/);
        ground.over(named("employee looks"));
        ground.over(named("employee: session"));
        ground.over(named("employee: terms"));
        ground.holds(named("withdraw"), async () => !(await mayLook()));
      },
      done: async () => !(await mayLook()),
    },
  ];
}
