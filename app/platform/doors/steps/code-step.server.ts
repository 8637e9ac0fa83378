import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { StrangerActor } from "#app/shared/actor.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { safePath } from "#app/shared/back.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { factorCode } from "#app/shared/fields/code.ts";
import { readForm } from "#app/shared/form.ts";
import { masked } from "../account.server.ts";
import { channelOf } from "../codes.server.ts";
import { clearCookie, readCookie, setCookie } from "../cookies.server.ts";
import type { Door, DoorRow, Way } from "../owners/owner.ts";
import { giveCode, halfSession, resendCode } from "../sign-in/code.server.ts";
import { waysOf } from "../sign-in/ways.server.ts";

const YEAR = 31_536_000;
const acts = {
  confirm: z.object({
    way: z.enum(["sms", "mail", "app", "recovery", "handover"]).default("mail"),
    code: factorCode.pipe(z.string().min(1, "required").max(60, "wrong")),
  }),
  sms: nothing,
  mail: nothing,
  resend: nothing,
};
const isSent = (way: Way) => way === "sms" || way === "mail";

/** The half session of this browser. @throws redirect to the first step when there is none any more */
async function half<Row extends DoorRow>(door: Door<Row>, request: Request) {
  const token = readCookie(request, door.owner.cookies(door.place).attempt);
  try {
    return { token, ...(await halfSession(door, token)) };
  } catch (error) {
    if (error instanceof Conflict) throw redirect(door.owner.pages(door.place).signIn, 303);
    throw error;
  }
}

/** What the page of the second step shows: how the factor is given, where the code went, and in which other ways it can. */
export async function codeStanding(door: Door, request: Request) {
  const { attempt, account } = await half(door, request);
  const ways = await waysOf(door, account);
  const query = new URL(request.url).searchParams;
  const channel = await channelOf(attempt.id);
  const chosen: Way = ways.find((one) => one === query.get("manier")) ?? ways[0] ?? "recovery";
  // A code that is on its way is asked for by the name of the channel that it went by.
  const onItsWay = channel === "sms" || channel === "mail" ? channel : null;
  const way: Way = (isSent(chosen) && onItsWay) || chosen;
  const mobile = door.owner.mobileOf(account);
  const to = masked(way === "sms" && mobile ? mobile : (account.email ?? ""));
  const unsent = isSent(way) && onItsWay === null;
  return { way, ways, to, unsent, sent: query.has("verstuurd"), limited: query.has("wachten") };
}

/** What a page answers to the code, or to the wish for another one. A right code sets the cookies of a whole session. */
export async function codeStep(door: Door, actor: StrangerActor, request: Request) {
  const pages = door.owner.pages(door.place);
  const cookies = door.owner.cookies(door.place);
  const { token } = await half(door, request);
  const asked = readAct(await readForm(request), acts, { absent: "confirm" });
  const back = safePath(new URL(request.url).searchParams.get("terug"), "");
  const suffix = back ? `&terug=${encodeURIComponent(back)}` : "";
  if (asked.act !== "confirm") {
    const { act } = asked;
    try {
      await resendCode(door, token, act === "mail");
    } catch (error) {
      if (error instanceof Limited) return redirect(`${pages.code}?wachten${suffix}`, 303);
      throw error;
    }
    return redirect(`${pages.code}?verstuurd${act === "resend" ? "" : `&manier=${act}`}${suffix}`, 303);
  }
  if (!asked.ok) return data({ error: asked.errors.code ?? "wrong" }, 422);
  const answer = await giveCode(door, actor, token, { ...asked.value, device: readCookie(request, cookies.device) });
  if ("refused" in answer) return data({ error: answer.refused }, 422);
  const headers = new Headers();
  headers.append("Set-Cookie", setCookie(cookies.session, answer.session));
  if (answer.device) headers.append("Set-Cookie", setCookie(cookies.device, answer.device, YEAR));
  headers.append("Set-Cookie", clearCookie(cookies.attempt));
  return redirect(back || pages.home, { status: 303, headers });
}
