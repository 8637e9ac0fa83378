import { kindsOf } from "#app/clients/requests/kinds.ts";
import type { Typed } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { About } from "#app/ui/about.tsx";
import { Button } from "#app/ui/buttons.tsx";
import { DescriptionList, Notice } from "#app/ui/data.tsx";
import { CheckboxGroup, ErrorSummary, RadioGroup, TextArea } from "#app/ui/fields.tsx";
import { usePortal } from "#app/clients/frame/places.ts";
import { texts } from "./record-texts.ts";
import { faults } from "#app/shared/fields/texts.ts";
import { formOf } from "#app/ui/form-of.ts";

type Props = {
  part: { id: string; version: number; paragraphs: string[] };
  typed: Typed;
  errors: Record<string, string>;
};

/** What the client wants, about which piece, in own words. */
export function RequestForm({ part: { id, version, paragraphs }, typed, errors }: Props) {
  const { language } = usePortal();
  const words = pick(texts, language);
  const { kind, wish, changed } = words.errors;
  const form = formOf({ errors, typed }, { changed, long: faults[language].long }, { fields: { kind, wish } });
  const found = form.summary.map((one) =>
    one.field === "paragraphs" && paragraphs.length === 0 ? { ...one, field: "typed" } : one,
  );
  return (
    <form method="post" data-draft={`request:${id}`}>
      <About />
      {found.length > 0 ? <ErrorSummary errors={found} /> : null}
      <Notice kind="warning" title={words.urgent}>
        {words.urgentText}
      </Notice>
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        name="kind"
        legend={words.kind}
        error={form.error("kind")}
        defaultValue={form.text("kind")}
        options={kindsOf("record").map((value) => ({
          value,
          label: words.kinds[value]?.[0] ?? value,
          hint: words.kinds[value]?.[1],
        }))}
      />
      {paragraphs.length > 0 ? (
        <CheckboxGroup
          name="paragraphs"
          legend={words.paragraphs}
          hint={words.paragraphsHint}
          error={form.error("paragraphs")}
          defaultValues={form.list("paragraphs")}
          options={paragraphs.map((label, at) => ({ value: String(at), label }))}
        />
      ) : null}
      <TextArea {...form.field("typed")} label={words.typed} optional={words.optional} rows={2} />
      <TextArea {...form.field("wish")} label={words.wish} hint={words.wishHint} />
      <Button>{words.next}</Button>
    </form>
  );
}

type Previewed = { preview: { kind: string; passage: string; wish: string }; typed: Typed };

/** What will be sent, what happens with it and who reads it. */
export function Preview({ preview, typed }: Previewed) {
  const { language } = usePortal();
  const words = pick(texts, language);
  const facts = [
    { term: words.facts.kind, value: words.kinds[preview.kind]?.[0] },
    { term: words.facts.passage, value: preview.passage },
    { term: words.facts.wish, value: preview.wish },
  ];
  const hidden = Object.entries(typed).flatMap(([name, value]) =>
    name === "act" ? [] : (Array.isArray(value) ? value : [value]).map((each) => ({ name, each })),
  );
  return (
    <form method="post">
      <About />
      <DescriptionList items={facts.filter(({ value }) => value)} />
      <Notice kind="info">{words.happens[preview.kind]}</Notice>
      {hidden.map(({ name, each }) => (
        <input key={`${name} ${each}`} type="hidden" name={name} value={each} />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button name="act" value="send">
          {words.send}
        </Button>
        <Button name="act" value="change" look="secondary">
          {words.change}
        </Button>
      </div>
    </form>
  );
}
