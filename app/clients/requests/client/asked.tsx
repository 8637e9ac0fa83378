import { contactLines, type ShownRequest } from "#app/clients/requests/request.ts";
import { pick } from "#app/shared/i18n.ts";
import { About } from "#app/ui/about.tsx";
import { Button } from "#app/ui/buttons.tsx";
import { Card, DescriptionList } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { usePortal } from "#app/clients/frame/places.ts";
import { texts } from "./practice-texts.ts";

type Moments = "submittedAt" | "decidedAt" | "extendedAt";
type Given = { requests: (Omit<ShownRequest<"practice">, Moments> & { submittedAt: Date | string })[] };

/** What the client asked, how far it is, and the answer; what waits can be taken back. */
export function AskedRequests({ requests }: Given) {
  const { language } = usePortal();
  const words = pick(texts, language);
  return requests.map(({ id, kind, state, submittedAt, dueOn, wish, answer, decidedByName }) => {
    const { contact } = wish;
    const given = contact
      ? contactLines
          .map((line) => contact[line])
          .filter(Boolean)
          .join("\n")
      : "";
    const facts = [
      { term: words.facts.state, value: words.states[state](formatDate(dueOn, language)) },
      { term: words.facts.at, value: formatDate(submittedAt, language) },
      { term: words.facts.words, value: wish.text },
      { term: words.facts.given, value: given },
      { term: words.facts.answer, value: answer },
      { term: words.facts.by, value: decidedByName },
    ];
    return (
      <Card key={id} title={words.kinds[kind]}>
        <DescriptionList items={facts.filter(({ value }) => value)} />
        {state === "submitted" ? (
          <form method="post" className="no-print mt-4">
            <About />
            <input type="hidden" name="change" value={id} />
            <Button name="act" value="withdraw" look="secondary">
              {words.withdraw}
            </Button>
          </form>
        ) : null}
      </Card>
    );
  });
}
