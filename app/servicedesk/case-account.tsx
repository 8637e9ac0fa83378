import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Badge, Card, Notice } from "#app/ui/data.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { Said } from "./case-forms.tsx";
import { texts } from "./texts.ts";

type Shown = {
  version: number;
  phones: string[];
  invitation: { state: "invited" | "lapsed" | "active" | "closed"; invitedAt: string | Date } | null;
};
const KIND = { invited: "info", lapsed: "warning", active: "positive", closed: "neutral" } as const;

/** What became of the account after the approval, and the way on while it was not activated. */
export function CaseAccount({ one, said }: { one: Shown; said: Said }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  if (!one.invitation) return null;
  const { state, invitedAt } = one.invitation;
  return (
    <Card title={words.accountTitle} id="account">
      <p>
        <Badge kind={KIND[state]}>{words.accountStates[state]}</Badge>
      </p>
      {state === "invited" || state === "lapsed" ? (
        <p className="my-3 max-w-2xl">{words.accountLead[state](formatDate(invitedAt, language))}</p>
      ) : null}
      {state === "invited" ? (
        <form method="post">
          <input type="hidden" name="version" value={one.version} />
          <Button look="secondary" name="act" value="send_activation">
            {words.sendActivation}
          </Button>
        </form>
      ) : null}
      {state === "lapsed" ? <InviteAgain version={one.version} phones={one.phones} said={said} /> : null}
    </Card>
  );
}

/** Inviting again asks for a call first, on a number of the register (I-05). */
function InviteAgain({ version, phones, said }: { version: number; phones: string[]; said: Said }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  if (phones.length === 0) return <Notice kind="warning">{words.noPhone}</Notice>;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        name="phone"
        legend={words.phone}
        error={said.message("invite_again", "phone")}
        defaultValue={said.typed("invite_again", "phone") || phones[0]}
        options={phones.map((phone) => ({ value: phone, label: phone }))}
      />
      <TextField
        id="invite_again-person"
        name="person"
        label={words.invitePerson}
        error={said.message("invite_again", "person")}
        defaultValue={said.typed("invite_again", "person")}
        maxLength={100}
        autoComplete="off"
      />
      <Button name="act" value="invite_again">
        {words.inviteAgain}
      </Button>
    </form>
  );
}
