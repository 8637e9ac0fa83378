import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";
import type { Repeated } from "./repeat-invitation.server.ts";

type Invited = { state: "invited" | "lapsed"; invitedAt: string | Date; mine: boolean };

/** How far the invitation of an employee is, with the way on: send the mail again, or confirm anew after thirty days. */
export function InvitationCard({ invited, back }: { invited: Invited; back?: Repeated }) {
  const { language } = useShell();
  const words = pick(texts, language).employee;
  const lapsed = invited.state === "lapsed";
  const date = formatDate(invited.invitedAt, language);
  const done = { send_again: words.sentAgain, confirm_anew: words.invitedAnew };
  const refused = { address_taken: words.addressTaken, limited: words.waitAgain, changed: undefined };
  return (
    <Card title={words.invitation}>
      {back?.done ? <Notice kind="positive">{done[back.done]}</Notice> : null}
      {back?.refused ? <Notice kind="negative">{refused[back.refused]}</Notice> : null}
      <p className="max-w-2xl">{lapsed ? words.lapsedOn(date) : words.invitedOn(date)}</p>
      {invited.mine ? (
        <form method="post" className="mt-5">
          <Button name="act" value={lapsed ? "confirm_anew" : "send_again"} look="secondary">
            {lapsed ? words.confirmAnew : words.sendAgain}
          </Button>
        </form>
      ) : (
        <p className="mt-3 max-w-2xl text-soft">{words.notYours}</p>
      )}
    </Card>
  );
}
