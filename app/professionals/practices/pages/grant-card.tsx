import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";
import type { Held } from "./held-form.ts";
import { FreshNotice } from "./fresh-notice.tsx";
import { RightsFields, shownRights } from "./rights-fields.tsx";
import { formOf } from "#app/ui/form-of.ts";

type Props = {
  /** The reader gave something already. */
  own: boolean;
  /** The own authorization is in force, so that there is something to give. */
  mayGive: boolean;
  held: Held;
  errors: Record<string, string>;
  typed?: Record<string, string | string[]>;
};

const yes = (on: boolean | null) => (on === null ? undefined : on ? "yes" : "no");

/** The form of what the reader gives, and of nobody else's. */
export function GrantCard({ own, mayGive, held, errors, typed }: Props) {
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.employee;
  const { withdraw: _, version, fresh, ...faults } = errors;
  const form = formOf({ errors: faults, typed: {} }, { ...all.errors, required: all.errors.choose });
  const shown = shownRights(typed, {
    ...{ reports: yes(held.reports), patientDetails: yes(held.patientDetails), groups: held.groups ?? undefined },
    ...{ reportGroups: held.reportGroups, startsOn: held.startsOn, endsOn: held.endsOn ?? "" },
  });
  return (
    <Card title={own ? words.change : words.give}>
      <p className="mb-5 max-w-2xl">{mayGive ? (own ? words.changeLead : words.giveLead) : words.needsAuthorization}</p>
      {version ? <Notice kind="negative">{formOf({ errors, typed: {} }, all.errors).error("version")}</Notice> : null}
      {fresh ? <FreshNotice /> : null}
      {mayGive ? (
        <form method="post" noValidate>
          <ErrorSummary errors={form.summary} />
          <input type="hidden" name="version" value={held.version} />
          <RightsFields shown={shown} said={form.error} />
          <Button name="act" value="change">
            {words.save}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
