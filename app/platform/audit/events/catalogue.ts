import { clientEvents } from "./clients.data.ts";
import { doorEvents } from "./doors.data.ts";
import type { Entry, Reader } from "./entry.ts";
import { professionalEvents } from "./professionals.data.ts";
import { reportEvents } from "./reports.data.ts";
import type { ObjectType, Purpose } from "./words.data.ts";

/**
 * Everything that can stand in the log: a line with another name does not compile. Object, action and purpose come from
 * here, not from the call. A name that was ever written stays: lines of before keep it for ever.
 */
export const events = { ...doorEvents, ...professionalEvents, ...reportEvents, ...clientEvents } as const;
export type EventName = keyof typeof events;

type Only<T> = T extends readonly (infer One)[] ? One : T;
type Said<E extends EventName, Field extends keyof Entry> =
  (typeof events)[E] extends Record<Field, infer T> ? NonNullable<Only<T>> : never;

/** What a line of this event may say of itself where its entry leaves a choice. */
export type ObjectOf<E extends EventName> = Said<E, "object">;
export type ActionOf<E extends EventName> = Said<E, "action">;
export type PurposeOf<E extends EventName> = Said<E, "purpose">;

/** Names of all events about one kind of thing. */
export type EventOf<O extends ObjectType> = {
  [E in EventName]: (typeof events)[E]["object"] extends O ? E : never;
}[EventName];

/** Names of all events that can be for one purpose. */
export type EventFor<P extends Purpose> = {
  [E in EventName]: P extends PurposeOf<E> ? E : never;
}[EventName];

/** The entry of a name in the log, or null for one that no version of today writes. */
export function entryOf(event: string): Entry | null {
  return Object.hasOwn(events, event) ? events[event as EventName] : null;
}

/** Whether a line may be shown to such a reader; one of an event that is no longer written may, as it always could. */
export const mayRead = (event: string, reader: Reader): boolean =>
  allOf(entryOf(event)?.reader ?? reader).includes(reader);

/** The one thing there is, or all of a choice. */
export function allOf<T extends string>(given: T | readonly [T, ...T[]]): readonly [T, ...T[]] {
  return typeof given === "string" ? [given] : given;
}

/** The one thing there is, or the first of a choice. */
export function firstOf<T extends string>(given: T | readonly [T, ...T[]]): T {
  return allOf(given)[0];
}
