import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Badge, Card, Notice } from "#app/ui/data.tsx";
import { TextField } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

type Shown = {
  version: number;
  phones: string[];
  invitation: { state: "invited" | "lapsed" | "active" | "closed"; invitedAt: string | Date } | null;
};
const KIND = { invited: "info", lapsed: "warning", active: "positive", closed: "neutral" } as const;

/** What became of the account after the approval, and the way on while it was not activated. */
export function CaseAccount({ one, form }: { one: Shown; form: (act: string) => Form }) {
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
      {state === "lapsed" ? (
        <AfterCall
          one={one}
          form={form("invite_again")}
          act="invite_again"
          person={words.invitePerson}
          button={words.inviteAgain}
        />
      ) : null}
      {state === "active" ? (
        <>
          <p className="my-3 max-w-2xl">{words.handOverLead}</p>
          <AfterCall
            one={one}
            form={form("hand_over")}
            act="hand_over"
            person={words.handOverPerson}
            button={words.handOver}
          />
        </>
      ) : null}
    </Card>
  );
}

type Act = { one: Shown; form: Form; act: "invite_again" | "hand_over"; person: string; button: string };

/** Inviting again and handing over a code ask for a call first, on a number of the register (I-05). */
function AfterCall({ one: { version, phones }, form, act, person, button }: Act) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  if (phones.length === 0) return <Notice kind="warning">{words.noPhone}</Notice>;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        {...form.field("phone")}
        legend={words.phone}
        defaultValue={form.text("phone") || phones[0]}
        options={phones.map((phone) => ({ value: phone, label: phone }))}
      />
      <TextField {...form.field("person")} label={person} maxLength={100} autoComplete="off" />
      <Button name="act" value={act}>
        {button}
      </Button>
    </form>
  );
}
