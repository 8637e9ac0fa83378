import type { Transaction } from "#db/client.server.ts";
import type { Letter } from "#app/platform/messages/letter.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { callName } from "#app/shared/person-name.ts";
import type { Door, DoorRow } from "../owners/owner.ts";
import type { Change } from "./words.ts";

/** Mails a link for a new password, or one with which the owner ends a lock at once. */
export async function mailLink(tx: Transaction, door: Door, row: DoorRow, what: "reset" | "unlock", token: string) {
  const letter = door.owner.letters[what]({ token, place: door.place });
  await write(tx, door, row, letter, String(now().getTime()));
}

/** Mails the owner that something changed (ASVS 6.3.7), and what to do when it was somebody else. */
export async function tell(tx: Transaction, door: Door, row: DoorRow, change: Change): Promise<void> {
  const letter = door.owner.letters.changes[change]?.({ name: callName(row), at: now() });
  if (letter) await write(tx, door, row, letter, newId());
}

async function write(tx: Transaction, { place }: Door, { id, email, language }: DoorRow, letter: Letter, once: string) {
  if (email) await send(tx, { email, language, environmentId: place, about: id }, letter, `${id}:${once}`);
}
