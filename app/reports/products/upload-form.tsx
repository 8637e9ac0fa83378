import type { ReactNode } from "react";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { ErrorSummary, RadioGroup, TextArea, TextField } from "#app/ui/fields.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { AUDIENCES } from "./audience.ts";
import { FileField } from "./file-field.tsx";
import { texts } from "./texts.ts";
import { formOf } from "#app/ui/form-of.ts";

type Props = {
  back: { errors: Record<string, string>; typed: Record<string, string | string[]> } | undefined;
  careGroups: string[];
  periods: string[];
  /** The list, between what is wrong and the form. */
  children: ReactNode;
};

/** What goes with a document, and the document. */
export function UploadForm({ back, careGroups, periods, children }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { desk, errors: said } = words;
  const form = formOf(back, said, { labels: desk, always: true });
  const groups = careGroups.map((name) => ({ value: name, label: name }));
  return (
    <>
      <ErrorSummary errors={form.summary} />
      {children}
      <Card title={desk.add}>
        <form method="post" encType="multipart/form-data">
          <TextField
            name="titleNl"
            label={desk.titleNl}
            hint={desk.titleNlHint}
            maxLength={120}
            defaultValue={form.text("titleNl")}
            error={form.error("titleNl")}
          />
          <TextField
            name="titleEn"
            label={desk.titleEn}
            optional={desk.optional}
            maxLength={120}
            defaultValue={form.text("titleEn")}
            error={form.error("titleEn")}
          />
          <SelectField
            name="period"
            label={desk.period}
            empty={desk.choosePeriod}
            options={periods.map((period) => ({ value: period, label: formatPeriod(period) }))}
            defaultValue={form.text("period")}
            error={form.error("period")}
          />
          <RadioGroup
            name="to"
            legend={desk.to}
            options={AUDIENCES.map((to) => ({ value: to, label: words.audience[to] }))}
            defaultValue={form.text("to")}
            error={form.error("to")}
          />
          <SelectField
            name="careGroup"
            label={desk.careGroup}
            hint={desk.careGroupHint}
            empty={desk.chooseCareGroup}
            options={groups}
            defaultValue={form.text("careGroup")}
            error={form.error("careGroup")}
          />
          <TextArea
            name="agb"
            label={desk.agb}
            hint={desk.agbHint}
            rows={3}
            defaultValue={form.text("agb")}
            error={form.error("agb")}
          />
          <FileField name="file" label={desk.file} hint={desk.fileHint} error={form.error("file")} />
          {back && !form.error("file") ? <p className="-mt-4 mb-6 font-semibold">{desk.fileAgain}</p> : null}
          <Button>{desk.upload}</Button>
        </form>
      </Card>
    </>
  );
}
