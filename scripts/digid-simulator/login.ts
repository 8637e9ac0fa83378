import { randomBytes, randomInt } from "node:crypto";
import type { Outcome } from "./artifacts.ts";
import { faultOf, type Fault } from "./faults.ts";
import { levelBelow, levels, methodsFor, type Level, type Method } from "./levels.ts";
import { passesElevenTest } from "./people.ts";
import type { LoginRequest } from "./request.ts";

/** One login on its way through the pages. */
export type Login = {
  id: string;
  request: LoginRequest;
  asked: Level;
  step: "choose" | "code" | "confirm";
  choice?: { bsn: string; level: Level; method: Method; fault: Fault };
  /** What the pretend phone shows: four letters for the app, six digits by text message. */
  pairing: string;
  sms: string;
};

export type Field = "person" | "bsn" | "code" | "name" | "password";

/** What came of a posted page: another page, faults at fields, the end, or DigiD that is out of order. */
export type Posted =
  | { kind: "next" }
  | { kind: "wrong"; errors: Partial<Record<Field, string>> }
  | { kind: "ended"; outcome: Outcome; fault: Fault }
  | { kind: "outage" };

const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
const CANCELLED: Outcome = { kind: "failure", top: "Responder", second: "AuthnFailed" };

const failures: Partial<Record<Fault, Outcome>> = {
  cancel: CANCELLED,
  "no-number": CANCELLED,
  "level-unreachable": { kind: "failure", top: "Responder", second: "NoAuthnContext" },
  "request-denied": { kind: "failure", top: "Requester", second: "RequestDenied" },
};

export function begin(request: LoginRequest, asked: Level): Login {
  const pairing = Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const sms = String(randomInt(1_000_000)).padStart(6, "0");
  return { id: randomBytes(16).toString("hex"), request, asked, step: "choose", pairing, sms };
}

/** Takes a page of the login: choice of person, method, level and fault; then the code; then the phone's own question. */
export function post(login: Login, form: URLSearchParams, address: string): Posted {
  if (form.get("action") === "cancel") return { kind: "ended", outcome: CANCELLED, fault: "none" };
  if (login.step === "choose") return chosen(login, form, address);
  if (login.step === "code") return coded(login, form, address);
  return ended(login, address);
}

function chosen(login: Login, form: URLSearchParams, address: string): Posted {
  const fault = faultOf(form.get("fault"));
  if (fault === "outage") return { kind: "outage" };
  const failed = failures[fault];
  if (failed) return { kind: "ended", outcome: failed, fault };
  const free = (form.get("bsn") ?? "").replace(/[\s.]/g, "");
  const bsn = free || (form.get("person") ?? "");
  if (!bsn) return { kind: "wrong", errors: { person: "Kies een testpersoon of vul een nummer in." } };
  if (!passesElevenTest(bsn)) {
    const why = "Dit is geen burgerservicenummer: 9 cijfers die samen de elfproef doorstaan.";
    return { kind: "wrong", errors: { [free ? "bsn" : "person"]: why } };
  }
  const picked = levels.find(({ level }) => String(level) === form.get("level"))?.level ?? login.asked;
  const level = fault === "lower-level" ? levelBelow(login.asked) : picked;
  const offered = methodsFor(login.asked);
  const method = offered.find((one) => one.method === form.get("method"))?.method ?? offered[0]!.method;
  login.choice = { bsn, level, method, fault };
  if (method === "direct") return ended(login, address);
  login.step = method === "card" ? "confirm" : "code";
  return { kind: "next" };
}

function coded(login: Login, form: URLSearchParams, address: string): Posted {
  const method = login.choice?.method;
  const code = (form.get("code") ?? "").replace(/\s/g, "").toUpperCase();
  const errors: Partial<Record<Field, string>> = {};
  if (method !== "app") {
    if (!form.get("name")) errors.name = "Vul een gebruikersnaam in; elke naam is goed.";
    if (!form.get("password")) errors.password = "Vul een wachtwoord in; elk wachtwoord is goed.";
  }
  if (method === "app" && code !== login.pairing) errors.code = "Vul de vier letters in die op de telefoon staan.";
  if (method === "sms" && code !== login.sms) errors.code = "Vul de zes cijfers in die op de telefoon staan.";
  if (Object.keys(errors).length > 0) return { kind: "wrong", errors };
  if (method !== "app") return ended(login, address);
  login.step = "confirm";
  return { kind: "next" };
}

function ended(login: Login, address: string): Posted {
  const { bsn, level, fault } = login.choice!;
  return { kind: "ended", outcome: { kind: "success", bsn, level, address }, fault };
}
