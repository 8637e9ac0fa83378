import { to } from "#app/shared/address.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "#app/ui/texts.ts";
import { WorkLists } from "#app/ui/work-lists.tsx";
import type { StaffWork } from "../../work.server.ts";

type Given = { environment: { id: string }; work: StaffWork; current: StaffWork[number]["place"] };
const PAGES = {
  clients: "/behandelaar/:environment",
  sign_ups: "/behandelaar/:environment/aanmeldingen",
  changes: "/behandelaar/:environment/wijzigingen",
  requests: "/behandelaar/:environment/verzoeken",
} as const;

/** The lists of whoever works for an environment, with what waits in each. */
export function StaffLists({ environment, work, current }: Given) {
  const words = texts[useShell().language];
  const labels = { clients: words.clients, sign_ups: words.signUps, changes: words.changes, requests: words.requests };
  const lists = work.map(({ place, work: { waiting, late } }) => {
    return { place, href: to(PAGES[place], { environment: environment.id }), label: labels[place], waiting, late };
  });
  return <WorkLists lists={lists} current={current} />;
}
