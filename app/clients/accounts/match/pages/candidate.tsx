import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { CheckboxGroup } from "#app/ui/choices.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatBirthDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { ShownCandidate } from "../shown.server.ts";
import { texts } from "../texts.ts";

type Given = { one: ShownCandidate; version: number; unchecked: boolean; typed: string[] };

/** One person of the records beside the sign-up: age and rule, what differs, and the button that links them. */
export function CandidateCard({ one, version, unchecked, typed }: Given) {
  const { language } = useShell();
  const words = pick(texts, language);
  const email = { same: words.emailSame, other: words.emailOther, unknown: words.emailUnknown }[one.email];
  return (
    <Card title={one.name}>
      <DescriptionList
        items={[
          { term: words.birthDate, value: formatBirthDate(one.birthDate, language) },
          { term: words.age, value: one.age === null ? words.unknown : words.years(one.age) },
          { term: words.address, value: one.address ?? words.unknown },
          { term: words.phone, value: one.phone ?? words.unknown },
          { term: words.emailCheck, value: email },
          { term: words.number, value: one.number },
        ]}
      />
      <Notice kind={one.rule === "own" ? "info" : "warning"}>{words.ageRules[one.rule]}</Notice>
      {one.hasAccount ? (
        <Notice kind="warning" title={words.hasAccount}>
          {words.hasAccountText}
        </Notice>
      ) : null}
      {one.hasAccount || one.rule === "child" ? null : (
        <form method="post" className="mt-5">
          <input type="hidden" name="person" value={one.personId} />
          <input type="hidden" name="version" value={version} />
          {one.differs.length > 0 ? (
            <CheckboxGroup
              name={`checked-${one.personId}`}
              legend={words.checkTitle}
              error={unchecked ? words.unchecked : undefined}
              defaultValues={typed}
              options={one.differs.map((value) => ({ value, label: words.checks[value] }))}
            />
          ) : null}
          <Button name="act" value="accept">
            {words.accept}
            <span className="sr-only">: {one.name}</span>
          </Button>
        </form>
      )}
    </Card>
  );
}
