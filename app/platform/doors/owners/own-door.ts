import { ageOn, isBirthDate } from "#app/shared/birth-date.ts";

/** From this age on people come in alone. Source: own right of inspection from 12 years on (Burgerlijk Wetboek 7:447, 7:454). */
const OWN_DOOR_AGE = 12;

/**
 * Whether somebody may come in alone. child: under 12 for certain; age_unknown: the birth date is not known well enough
 * to say, so practice staff decides.
 */
export type OwnDoor = "open" | "child" | "age_unknown";

/**
 * What the birth date says of the own door. Of a date known in part the door opens at the latest birthday that it allows.
 * @param birthDate as the population register writes it; null where nobody ever said
 * @param today `YYYY-MM-DD` in the Netherlands
 * @param ageSeen practice staff saw that the person is 12 or older; counts only where the date leaves room for it
 */
export function ownDoorAt(birthDate: string | null, today: string, ageSeen: boolean): OwnDoor {
  const age = birthDate === null ? null : ageOn(birthDate, today);
  if (age && age.least >= OWN_DOOR_AGE) return "open";
  if (age && age.most < OWN_DOOR_AGE) return "child";
  return ageSeen ? "open" : "age_unknown";
}

/**
 * The first day on which the own door opens by itself, `YYYY-MM-DD`: the latest twelfth birthday that the date allows.
 * Null when the date says too little.
 */
export function opensOn(birthDate: string): string | null {
  if (!isBirthDate(birthDate) || birthDate.startsWith("0000")) return null;
  const [year = "", month = "", day = ""] = birthDate.split("-");
  const last = { year: Number(year) + OWN_DOOR_AGE, month: Number(month) || 12, day: Number(day) };
  // Day 0 of the next month is the last one; 29 February of a common year becomes 1 March.
  const moment = new Date(Date.UTC(last.year, last.day === 0 ? last.month : last.month - 1, last.day));
  return moment.toISOString().slice(0, 10);
}

/** Which rule of age holds for somebody, for whoever decides on an account. */
export type AgeRule = "child" | "age_unknown" | "young" | "own";

/** The age in whole years, where the date says it, and the rule that goes with it. */
export function ageRule(birthDate: string, today: string): { age: string | null; rule: AgeRule } {
  const known = ageOn(birthDate, today);
  const door = ownDoorAt(birthDate, today, false);
  if (!known || door === "age_unknown")
    return { age: known ? `${known.least}-${known.most}` : null, rule: "age_unknown" };
  const age = known.least === known.most ? String(known.least) : `${known.least}-${known.most}`;
  if (door === "child") return { age, rule: "child" };
  return { age, rule: known.least < 16 ? "young" : "own" };
}
