import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { CheckboxGroup } from "#app/ui/choices.tsx";
import { Card, DescriptionList, EmptyState, Notice } from "#app/ui/data.tsx";
import { formatBirthDate } from "#app/ui/format.ts";
import type { Form } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { ShownCandidate } from "../shown.server.ts";
import { texts } from "../texts.ts";

type Given = { one: ShownCandidate; version: number; form: Form };

/** One person of the records beside the sign-up: age and rule, what differs, and the button that links them. */
function CandidateCard({ one, version, form }: Given) {
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
              error={form.error(`checked-${one.personId}`)}
              defaultValues={form.list(`checked-${one.personId}`)}
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

type All = {
  one: { rule: string; version: number; candidates: ShownCandidate[] };
  form: Form;
};

/** The persons of the records whom a sign-up may be. */
export function Candidates({ one: { rule, version, candidates }, form }: All) {
  const words = pick(texts, useShell().language);
  return (
    <>
      {rule === "child" ? <Notice kind="warning">{words.ageRules.child}</Notice> : null}
      <h2>{words.candidates}</h2>
      {candidates.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <p className="max-w-3xl">{words.candidatesLead}</p>
      )}
      {candidates.map((candidate) => (
        <CandidateCard key={candidate.personId} one={candidate} version={version} form={form} />
      ))}
    </>
  );
}
