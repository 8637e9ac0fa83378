import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { StrangerActor } from "#app/shared/actor.ts";
import { readAct } from "#app/shared/acts.ts";
import { safePath } from "#app/shared/back.ts";
import { readForm, typedIn } from "#app/shared/form.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { readCookie, setCookie } from "../cookies.server.ts";
import type { Door } from "../owners/owner.ts";
import { givePassword } from "../sign-in/password.server.ts";
import { askUnlock } from "../sign-in/unlock.server.ts";
import { whenAgain } from "../until.server.ts";

const acts = {
  sign_in: z.object({ email: z.string().max(254), password: z.string().max(400) }),
  unlock: z.object({ email: z.string().max(254) }),
};

type Words = { wrong: string; locked: (time: string) => string };

/** What a page answers to address and password, or to the wish for a mail that ends a lock. */
export async function passwordStep(door: Door, actor: StrangerActor, request: Request, words: Words) {
  const pages = door.owner.pages(door.place);
  const cookies = door.owner.cookies(door.place);
  const asked = readAct(await readForm(request), acts, { absent: "sign_in" });
  const typed = typedIn(asked, "email");
  if (asked.act === "unlock") {
    await askUnlock(door, actor, typed);
    return redirect(`${pages.signIn}?gedaan=slot`, 303);
  }
  if (!asked.ok) return data({ error: words.wrong, typed }, 422);
  const held = { device: readCookie(request, cookies.device), unlocked: readCookie(request, cookies.unlock) };
  const answer = await givePassword(door, actor, { ...asked.value, ...held });
  if ("token" in answer) {
    const back = safePath(new URL(request.url).searchParams.get("terug"), "");
    const headers = { "Set-Cookie": setCookie(cookies.attempt, answer.token) };
    return redirect(`${pages.code}${back ? `?terug=${encodeURIComponent(back)}` : ""}`, { status: 303, headers });
  }
  if (answer.refused === "wrong") return data({ error: words.wrong, typed }, 422);
  return data({ error: words.locked(whenAgain(answer.until, languageOf(request))), typed, locked: true }, 429);
}
