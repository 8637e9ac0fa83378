import { describe, expect, test } from "vitest";
import { addresses, lost, matcher } from "./addresses.ts";

const leads = matcher(["", "over", "s/:token", "mijn/:environment/hulp"]);
const at = (code: string) => lost("x.tsx", code, leads);

describe("O-57 addresses", () => {
  test("O-57: every one in the code leads to a route", () => {
    expect(addresses()).toEqual([]);
  });

  test.each([
    ['redirect("/over?nieuws=x#deel", 303)'],
    ['<a href="/">Begin</a>'],
    ["<a href={`/s/${token}`}>Stand</a>"],
    ["<Link to={`/mijn/${id}/hulp`}>Hulp</Link>"],
    ["redirect(`/over${search}`)"],
    ["`/mijn/${id}${path}`"],
  ])("O-57: %s leads somewhere", (code) => {
    expect(at(code)).toEqual([]);
  });

  test.each([
    ['redirect("/overal", 303)', "/overal"],
    ['<a href="/over/ons">Over ons</a>', "/over/ons"],
    ['<form action="/s">', "/s"],
    ["<a href={`/s/${token}/meer`}>Meer</a>", "/s/…/meer"],
    ["<Link to={`/mijn/${id}/help`}>Hulp</Link>", "/mijn/…/help"],
  ])("O-57: %s is refused", (code, address) => {
    expect(at(code)).toEqual([`x.tsx:1: ${address} leads to no route`]);
  });

  test("O-57: pieces of pages about a client are known on the client side, and nowhere else", () => {
    expect(lost("app/clients/x.tsx", "`${at}/hulp`; place('/hulp')", leads)).toEqual([]);
    expect(lost("app/site/x.tsx", "place('/hulp')", leads)).toHaveLength(1);
  });
});
