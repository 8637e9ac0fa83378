import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { StrangerActor } from "#app/shared/actor.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { email } from "#app/shared/fields/email.ts";
import { parseForm, readForm, textOf } from "#app/shared/form.ts";
import { clearCookie, readCookie, setCookie } from "../cookies.server.ts";
import type { Door } from "../owners/owner.ts";
import { askReset, resetPassword } from "../reset.server.ts";
import { UNLOCKED_MS } from "../sign-in/known-browser.server.ts";
import { behindLink, unlock } from "../sign-in/unlock.server.ts";

const form = z.object({ email });

/** What a page answers to the wish for a new password: the same to everybody (A01). */
export async function forgotStep(door: Door, actor: StrangerActor, request: Request) {
  const parsed = parseForm(form, await readForm(request));
  if (!parsed.ok) return data({ typed: String(parsed.typed.email ?? "") }, 422);
  await askReset(door, actor, parsed.value.email);
  return redirect(`${door.owner.pages(door.place).forgot}?verstuurd`, 303);
}

/**
 * First hit of a mailed link: the secret leaves the address for a cookie of its own and nothing is used up (ASVS 14.2.1).
 * A link that somebody made up never puts another half-finished act into this browser.
 */
export function leaveSecret(door: Door, what: "reset" | "unlock", given: string | undefined): Response {
  const token = /^[\w-]{20,100}$/.exec(given ?? "")?.[0] ?? "none";
  const headers = { "Set-Cookie": setCookie(door.owner.cookies(door.place)[what], token) };
  return redirect(door.owner.pages(door.place)[what], { status: 303, headers });
}

const secretIn = (door: Door, what: "reset" | "unlock", request: Request) =>
  readCookie(request, door.owner.cookies(door.place)[what]);

/** Whether the mailed link that this browser came by is still good; looking uses nothing up. */
export const isGood = async (door: Door, what: "reset" | "unlock", request: Request) =>
  (await behindLink(door, what, secretIn(door, what, request))) !== null;

/** What a page answers to a new password. */
export async function resetStep(door: Door, actor: StrangerActor, request: Request) {
  const pages = door.owner.pages(door.place);
  const password = textOf(await readForm(request), "password");
  try {
    await resetPassword(door, actor, secretIn(door, "reset", request), password);
  } catch (error) {
    if (error instanceof Invalid) return data({ fault: error.fields.password ?? "required" }, 422);
    if (error instanceof Conflict) return redirect(pages.reset, 303);
    throw error;
  }
  const headers = { "Set-Cookie": clearCookie(door.owner.cookies(door.place).reset) };
  return redirect(`${pages.signIn}?gedaan=wachtwoord`, { status: 303, headers });
}

/** What a page answers when the owner opens a lock. */
export async function unlockStep(door: Door, actor: StrangerActor, request: Request) {
  const pages = door.owner.pages(door.place);
  const token = secretIn(door, "unlock", request) ?? "";
  try {
    await unlock(door, actor, token);
  } catch (error) {
    if (error instanceof Conflict) return redirect(pages.unlock, 303);
    throw error;
  }
  // The browser keeps the secret of the used link: by it the owner is known at the door for a day.
  const headers = { "Set-Cookie": setCookie(door.owner.cookies(door.place).unlock, token, UNLOCKED_MS / 1000) };
  return redirect(`${pages.signIn}?gedaan=open`, { status: 303, headers });
}
