import {
  endStaff,
  handOverStaff,
  inviteStaffAgain,
  listStaff,
  setStaffEnd,
} from "#app/clients/records/clinician/end-staff.server.ts";
import { addStaff } from "#app/clients/records/clinician/staff.server.ts";
import { addOperator, inviteOperatorAgain, type OperatorRole } from "#app/platform/doors/operators/add.server.ts";
import { endOperator, setOperatorEnd } from "#app/platform/doors/operators/end.server.ts";
import { handOverOperator } from "#app/platform/doors/operators/hand-over.server.ts";
import { listOperators } from "#app/platform/doors/operators/list.server.ts";
import { allCareGroups } from "#app/professionals/joining/care-groups.server.ts";
import { addCareGroup, changeCareGroup } from "#app/professionals/joining/change-care-group.server.ts";
import { Invalid } from "#app/shared/errors.ts";
import { asker, fields, parsed } from "./fields.ts";
import type { Options } from "./read.ts";
import { texts } from "./texts.ts";

type Language = keyof typeof texts;
/** Does what was asked and gives back the lines to print. @throws DomainError when a rule or a field refuses it */
type Act = (options: Options, language: Language) => Promise<string[]>;

const operator =
  (role: OperatorRole): Act =>
  async (options, language) => {
    const typed = parsed(role === "supervisor" ? fields.supervisor : fields.operator, options);
    const who = newPerson(typed);
    const made = await addOperator(await asker(typed["asked-by"]), role, who);
    return texts[language].invited(who, made.handoverCode);
  };

const staff =
  (role: "clinician" | "staff"): Act =>
  async (options, language) => {
    const typed =
      role === "clinician" ? parsed(fields.clinician, options) : { ...parsed(fields.staff, options), code: null };
    const who = newPerson(typed);
    const place = { environmentId: typed.environment, role, clinicianCode: typed.code };
    const made = await addStaff(await asker(typed["asked-by"]), who, place);
    return made.known ? [texts[language].knownStaff(who)] : texts[language].invited(who, made.handoverCode);
  };

/** Every act by its words, as it is typed behind `npm run operator --`. */
const acts: Record<string, Act> = {
  "add supervisor": operator("supervisor"),
  "add agent": operator("agent"),
  "add data-manager": operator("data_manager"),
  "add auditor": operator("auditor"),
  "add clinician": staff("clinician"),
  "add staff": staff("staff"),
  until: async (options, language) => {
    const typed = parsed(fields.until, options);
    const actor = await asker(typed["asked-by"]);
    const date = typed.date === "none" ? null : typed.date;
    const place = placeOf(typed);
    await (place ? setStaffEnd(actor, place, date) : setOperatorEnd(actor, typed.email, date));
    return [texts[language].untilSet(typed.email, date)];
  },
  end: async (options, language) => {
    const typed = parsed(fields.end, options);
    const actor = await asker(typed["asked-by"]);
    const place = placeOf(typed);
    await (place ? endStaff(actor, place, typed.reason) : endOperator(actor, typed.email, typed.reason));
    return [texts[language].ended(typed.email)];
  },
  "invite-again": async (options, language) => {
    const typed = parsed(fields.again, options);
    const actor = await asker(typed["asked-by"]);
    const place = placeOf(typed);
    const made = await (place ? inviteStaffAgain(actor, place) : inviteOperatorAgain(actor, typed.email));
    return texts[language].invitedAgain(typed.email, made.handoverCode);
  },
  "hand-over": async (options, language) => {
    const typed = parsed(fields.handOver, options);
    const actor = await asker(typed["asked-by"]);
    const place = placeOf(typed);
    const code = await (place ? handOverStaff(actor, place) : handOverOperator(actor, typed.email));
    return [texts[language].signInOnce(typed.email), texts[language].handOver(code)];
  },
  list: async (options, language) => {
    parsed(fields.nothing, options);
    const actor = await asker(undefined);
    return texts[language].list(await listOperators(actor), await listStaff(actor));
  },
  "add care-group": async (options, language) => {
    const typed = parsed(fields.addGroup, options);
    const group = { name: typed.name, region: typed.region ?? null };
    return [texts[language].groupAdded(typed.name, await addCareGroup(await asker(typed["asked-by"]), group))];
  },
  "change care-group": async (options, language) => {
    const typed = parsed(fields.changeGroup, options);
    const { id, name, region, open } = typed;
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(region === undefined ? {} : { region: region || null }),
      ...(open === undefined ? {} : { active: open === "yes" }),
    };
    if (Object.keys(change).length === 0) throw new Invalid({ name: "change" });
    return texts[language].groups([await changeCareGroup(await asker(typed["asked-by"]), id, change)]);
  },
  "list care-groups": async (options, language) => {
    parsed(fields.nothing, options);
    return texts[language].groups(allCareGroups());
  },
};

/** The act of these words, or undefined. */
export function actNamed(words: string[]): Act | undefined {
  const name = words.join(" ");
  return Object.hasOwn(acts, name) ? acts[name] : undefined;
}

type Typed = { "first-name": string; "last-name": string; email: string; language: "nl" | "en" } & {
  mobile?: string | null;
  until?: string;
};

const newPerson = (typed: Typed) => ({
  firstName: typed["first-name"],
  lastName: typed["last-name"],
  email: typed.email,
  mobile: typed.mobile ?? null,
  endsOn: typed.until ?? null,
  language: typed.language,
});

/** The place at an environment that is meant; undefined for an account of the operator. @throws Invalid for half of one */
function placeOf(typed: { email: string; environment?: string; as?: "clinician" | "staff" }) {
  const { email, environment: environmentId, as: role } = typed;
  if (environmentId !== undefined && role !== undefined) return { email, environmentId, role };
  if (environmentId === undefined && role === undefined) return undefined;
  throw new Invalid(role === undefined ? { as: "as" } : { environment: "required" });
}
