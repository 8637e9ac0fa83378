import { z } from "zod";
import { askedFields } from "#app/professionals/joining/review/field-names.ts";
import { callOutcomes } from "#app/professionals/joining/review/record-call-back.server.ts";
import { mayBeEmpty, reference } from "#app/shared/fields/words.ts";

/** The version of the request that the page showed: every act is on it. */
const on = { version: z.coerce.number() };
/** How much reason an act needs, its verb says. */
const reason = z.object({ ...on, reason: mayBeEmpty() });
const call = { ...on, phone: reference, person: mayBeEmpty() };
const alone = z.object(on);

/** What an agent can do on the page of a request. */
export const caseActs = {
  take_up: alone,
  ask: z.object({ ...on, field: z.enum(askedFields, "required"), question: mayBeEmpty() }),
  call: z.object({ ...call, outcome: z.enum(callOutcomes, "required") }),
  accept: z.object({ ...on, rule: reference, reason: mayBeEmpty() }),
  refresh: alone,
  send: alone,
  renew: alone,
  approve: alone,
  sign_again: reason,
  send_activation: alone,
  invite_again: z.object(call),
  hand_over: z.object(call),
  reject: reason,
};
