import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import { definitionRows } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";

/** What is counted, and on what that rests: beside the figures, not in a manual (E2). */
export function Definition({ indicator }: { indicator: Indicator }) {
  const { language } = useShell();
  return (
    <Card title={pick(texts, language).page.definition}>
      <DescriptionList items={definitionRows(indicator, language)} />
    </Card>
  );
}
