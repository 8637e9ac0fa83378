import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatBirthDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { ShownCandidate } from "../shown.server.ts";
import { texts } from "../texts.ts";

/** One person of the records beside the sign-up, with the button that links them. */
export function CandidateCard({ one }: { one: ShownCandidate }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const email = { same: words.emailSame, other: words.emailOther, unknown: words.emailUnknown }[one.email];
  return (
    <Card title={one.name}>
      <DescriptionList
        items={[
          { term: words.birthDate, value: formatBirthDate(one.birthDate, language) },
          { term: words.address, value: one.address ?? words.unknown },
          { term: words.phone, value: one.phone ?? words.unknown },
          { term: words.emailCheck, value: email },
          { term: words.number, value: one.number },
        ]}
      />
      {one.hasAccount ? (
        <Notice kind="warning" title={words.hasAccount}>
          {words.hasAccountText}
        </Notice>
      ) : (
        <form method="post" className="mt-5">
          <input type="hidden" name="person" value={one.personId} />
          <Button name="act" value="accept">
            {words.accept}
            <span className="sr-only">: {one.name}</span>
          </Button>
        </form>
      )}
    </Card>
  );
}
