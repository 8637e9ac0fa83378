import { pick } from "#app/shared/i18n.ts";
import { DataTable } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Fault } from "#db/schema/reports.ts";
import { texts as deliveryTexts } from "../deliveries/texts.ts";
import { texts } from "./texts.ts";

/** Every fault: where, and what is wrong. */
export function Faults({ faults }: { faults: Fault[] }) {
  const { language } = useShell();
  const words = pick(texts, language).one;
  const reasons: Record<string, string> = deliveryTexts[language];
  if (faults.length === 0) return null;
  return (
    <section>
      <h2>{words.faultsTitle(faults.length)}</h2>
      <p className="text-soft">{words.faultsLead}</p>
      <DataTable
        caption={words.faultsTitle(faults.length)}
        columns={words.faultColumns}
        numeric={[1]}
        rows={faults.map(({ file, line, column, code, detail }, n) => ({
          key: String(n),
          cells: [
            file,
            line ?? "–",
            column ?? "–",
            <span key="w" className="block">
              {reasons[code] ?? code} <code className="text-[0.9375rem] text-soft">{code}</code>
              {detail ? <span className="block break-all text-soft">{detail}</span> : null}
            </span>,
          ],
        }))}
      />
    </section>
  );
}
