import { useShell } from "#app/ui/shell.tsx";
import { texts } from "#app/ui/texts.ts";
import { WorkLists } from "#app/ui/work-lists.tsx";
import type { StaffWork } from "../../work.server.ts";

type Given = { environment: { id: string }; work: StaffWork; current: StaffWork[number]["place"] };
const PATHS = { clients: "", sign_ups: "/aanmeldingen", changes: "/wijzigingen", requests: "/verzoeken" };

/** The lists of whoever works for an environment, with what waits in each. */
export function StaffLists({ environment, work, current }: Given) {
  const words = texts[useShell().language];
  const labels = { clients: words.clients, sign_ups: words.signUps, changes: words.changes, requests: words.requests };
  const lists = work.map(({ place, work: { waiting, late } }) => {
    return { place, href: `/behandelaar/${environment.id}${PATHS[place]}`, label: labels[place], waiting, late };
  });
  return <WorkLists lists={lists} current={current} />;
}
