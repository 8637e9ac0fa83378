import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";

type Kind = "info" | "positive" | "warning" | "negative";
const NOTICE: Record<Kind, { icon: IconName; look: string }> = {
  info: { icon: "info-circle", look: "border-info-line bg-info-bg text-info" },
  positive: { icon: "circle-check", look: "border-positive-line bg-positive-bg text-positive" },
  warning: { icon: "alert-triangle", look: "border-warning-line bg-warning-bg text-warning" },
  negative: { icon: "circle-x", look: "border-negative-line bg-negative-bg text-negative" },
};

/** A message on the page: icon, title and words. The title says what it is, so that colour is never alone. */
export function Notice({ kind, title, children }: { kind: Kind; title?: string; children?: ReactNode }) {
  const { icon, look } = NOTICE[kind];
  return (
    <div
      className={`keep my-5 flex max-w-3xl gap-3 rounded-lg border p-4 ${look}`}
      role={kind === "negative" ? "alert" : "status"}
    >
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0 space-y-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-text">{children}</div> : null}
      </div>
    </div>
  );
}

/** One state in a word or two. */
export function Badge({ kind = "neutral", children }: { kind?: Kind | "neutral"; children: ReactNode }) {
  const look = kind === "neutral" ? "border-line-strong bg-sunk text-text" : NOTICE[kind].look;
  return (
    <span
      className={`inline-block rounded-full border px-2.5 py-0.5 text-sm font-semibold sm:whitespace-nowrap ${look}`}
    >
      {children}
    </span>
  );
}

/** A piece of the page with a title of its own. */
export function Card({ title, children, id }: { title?: string; children: ReactNode; id?: string }) {
  return (
    <section id={id} className="keep my-6 rounded-xl border border-line bg-raised p-5 sm:p-6">
      {title ? <h2 className="mt-0!">{title}</h2> : null}
      {children}
    </section>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="my-5 rounded-xl border border-dashed border-line-strong p-6">
      <p className="font-semibold">{title}</p>
      <div className="mt-1 max-w-xl text-soft">{children}</div>
    </div>
  );
}

/** Facts with their names; what people wrote keeps its lines. */
export function DescriptionList({ items }: { items: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line">
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 py-2.5 sm:grid-cols-[minmax(10rem,34%)_1fr]">
          <dt className="text-soft">{term}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Row = { key: string; cells: ReactNode[] };

/** Rows and columns; on a phone every row becomes a card that says what each value is. `numeric` columns stand right. */
export function DataTable({
  caption,
  columns,
  rows,
  numeric = [],
  showCaption = false,
}: {
  caption: string;
  columns: string[];
  rows: Row[];
  numeric?: number[];
  showCaption?: boolean;
}) {
  const side = (i: number) => (numeric.includes(i) ? "text-right" : "text-left");
  return (
    <div
      className="cards-on-phone my-4 overflow-x-auto rounded-xl border border-line bg-raised"
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="w-full border-collapse" role="table">
        <caption className={showCaption ? "px-4 py-3 text-left text-soft" : "sr-only"}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" className="bg-sunk">
            {columns.map((column, i) => (
              <th
                key={column || i}
                role="columnheader"
                scope="col"
                className={`px-4 py-2.5 text-[0.9375rem] font-semibold ${side(i)}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row" className="border-t border-line align-top">
              {row.cells.map((cell, i) => (
                <td
                  key={columns[i] || i}
                  role="cell"
                  data-label={columns[i] || undefined}
                  className={`sm:px-4 sm:py-3 ${numeric.includes(i) ? "sm:text-right" : ""}`}
                >
                  <div className="min-w-0">{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
