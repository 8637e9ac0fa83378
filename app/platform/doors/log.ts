import type { EventName } from "#app/platform/audit/events/catalogue.ts";
import type { Door, DoorAct } from "./owners/owner.ts";

/** What a line of the log about an act at a door begins with: its name, whose account, and where. */
export const logged = ({ owner, place }: Door, act: DoorAct, id: string): Line => ({
  event: owner.events[act],
  id,
  organisation: owner.placeColumn ? place : undefined,
});
type Line = { event: EventName; id: string; organisation?: string };
