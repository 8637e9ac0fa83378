import { faults } from "./faults.ts";
import { levels, methodsFor } from "./levels.ts";
import type { Field, Login } from "./login.ts";
import { people } from "./people.ts";
import { STYLE } from "./style.ts";
import { attribute, text } from "./xml.ts";

type Errors = Partial<Record<Field, string>>;

/** Plain HTML, without script; the title names the page and what it is not. */
function page(title: string, content: string): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${text(title)} - DigiD-simulator</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head><body>
<header><p><strong>DigiD-simulator - geen echte DigiD</strong><br><span lang="en">DigiD simulator - not the real DigiD</span></p></header>
<main><h1>${text(title)}</h1>${content}</main></body></html>`;
}

/** A page that only says something: not found, out of order. */
export function notice(title: string, dutch: string, english: string): string {
  return page(title, `<p>${text(dutch)}</p><p lang="en">${text(english)}</p>`);
}

function summary(errors: Errors): string {
  const lines = Object.entries(errors).map(([field, why]) => `<li><a href="#${field}">${text(why)}</a></li>`);
  return lines.length === 0 ? "" : `<div class="errors" role="alert"><ul>${lines.join("")}</ul></div>`;
}

function input(field: Field, label: string, errors: Errors, more: string): string {
  const why = errors[field];
  const said = why ? `<p class="error" id="${field}-error">${text(why)}</p>` : "";
  const state = why ? ` aria-invalid="true" aria-describedby="${field}-error"` : "";
  return `<label for="${field}">${label}</label>${said}<input id="${field}" name="${field}" autocomplete="off"${state} ${more}>`;
}

function select(name: string, label: string, options: { value: string; label: string }[], chosen: string): string {
  const all = options.map(
    (one) => `<option value="${one.value}"${one.value === chosen ? " selected" : ""}>${text(one.label)}</option>`,
  );
  return `<label for="${name}">${label}</label><select id="${name}" name="${name}">${all.join("")}</select>`;
}

function radios(legend: string, name: string, options: { value: string; label: string }[], chosen: string, error = "") {
  const all = options.map(
    ({ value, label }, at) =>
      `<label class="choice"><input type="radio" name="${name}" value="${value}"${at === 0 ? ` id="${name}"` : ""}` +
      `${value === chosen ? " checked" : ""}> <span>${text(label)}</span></label>`,
  );
  const said = error ? `<p class="error">${text(error)}</p>` : "";
  return `<fieldset><legend>${legend}</legend>${said}${all.join("")}</fieldset>`;
}

function form(login: Login, content: string, submit: string): string {
  return `<form method="post" action="/inloggen/${login.id}" novalidate>${content}<p class="buttons">
<button name="action" value="login">${submit}</button>
<button class="second" name="action" value="cancel">Annuleren <span lang="en">(cancel)</span></button></p></form>`;
}

function intro(login: Login): string {
  const asked = levels.find(({ level }) => level === login.asked)!;
  return `<p>Inloggen bij <strong>${text(login.request.service)}</strong>. Gevraagd niveau: <strong>${asked.name}</strong>.</p>`;
}

function choosing(login: Login, typed: URLSearchParams, errors: Errors): string {
  const persons = people.map(({ bsn, name, note }) => ({ value: bsn, label: `${name} (${bsn}), ${note}` }));
  const methods = methodsFor(login.asked).map(({ method, name }) => ({ value: method, label: name }));
  const reached = levels.map(({ level, name }) => ({
    value: String(level),
    label: level < login.asked ? `${name} - lager dan gevraagd (test)` : name,
  }));
  const switches = Object.entries(faults).map(([value, label]) => ({ value, label }));
  const fault = typed.get("fault") ?? "none";
  const content = [
    radios("Hoe wilt u inloggen?", "method", methods, typed.get("method") ?? methods[0]!.value),
    radios("Testpersoon", "person", persons, typed.get("person") ?? "", errors.person),
    input(
      "bsn",
      "Of een ander testnummer (BSN)",
      errors,
      `inputmode="numeric" value="${attribute(typed.get("bsn") ?? "")}"`,
    ),
    select("level", "Bereikt niveau", reached, typed.get("level") ?? String(login.asked)),
    `<details${fault === "none" ? "" : " open"}><summary>Foutschakelaars (voor tests)</summary>`,
    select("fault", "Wat gaat er mis?", switches, fault),
    "</details>",
  ];
  return page("Inloggen", summary(errors) + intro(login) + form(login, content.join(""), "Inloggen"));
}

function phone(content: string): string {
  return `<aside class="phone" aria-label="Nagemaakte telefoon"><p>Telefoon (nagemaakt)</p>${content}</aside>`;
}

function coding(login: Login, typed: URLSearchParams, errors: Errors): string {
  const method = login.choice?.method;
  if (method === "app") {
    const shown = phone(`<p>Uw koppelcode is</p><p class="code"><output id="pairing">${login.pairing}</output></p>`);
    const field = input("code", "Koppelcode (4 letters)", errors, `maxlength="8" autocapitalize="characters"`);
    return page("Koppelcode invullen", summary(errors) + intro(login) + shown + form(login, field, "Volgende"));
  }
  const name = attribute(typed.get("name") ?? "");
  const fields =
    input("name", "Gebruikersnaam (elke naam is goed)", errors, `value="${name}"`) +
    input("password", "Wachtwoord (elk wachtwoord is goed)", errors, `type="password"`);
  if (method !== "sms")
    return page("Gebruikersnaam en wachtwoord", summary(errors) + intro(login) + form(login, fields, "Inloggen"));
  const shown = phone(`<p>Sms: uw code is</p><p class="code"><output id="sms">${login.sms}</output></p>`);
  const code = input("code", "Sms-code (6 cijfers)", errors, `inputmode="numeric" maxlength="8"`);
  return page("Inloggen met sms-code", summary(errors) + intro(login) + shown + form(login, fields + code, "Inloggen"));
}

function confirming(login: Login): string {
  const card = login.choice?.method === "card";
  const what = card ? "Houd uw kaart tegen de telefoon." : `Wilt u inloggen bij ${login.request.service}?`;
  return page("Bevestigen", intro(login) + phone(`<p>${text(what)}</p>`) + form(login, "", "Bevestigen"));
}

/** The page of the login's step, with what was typed (except secrets) and what is wrong with it. */
export function loginPage(login: Login, typed = new URLSearchParams(), errors: Errors = {}): string {
  if (login.step === "choose") return choosing(login, typed, errors);
  return login.step === "code" ? coding(login, typed, errors) : confirming(login);
}
