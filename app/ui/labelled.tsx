import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type Labels = { label: string; hint?: string; error?: string; optional?: string };

/** Ids of what is said about a field, for `aria-describedby`. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}

/** What went wrong at a field: word, icon, then colour. */
export function FieldError({ id, children }: { id: string; children?: string }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="mb-1.5 flex items-start gap-1.5 font-semibold text-negative">
      <Icon name="alert-triangle" className="mt-0.5" />
      {children}
    </p>
  );
}

/** Label above, hint below it, error before the field. */
export function Labelled({ id, label, hint, error, optional, children }: Labels & { id: string; children: ReactNode }) {
  return (
    <div className={`mb-6 ${error ? "border-l-4 border-negative pl-4" : ""}`}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {optional ? <span className="font-normal text-soft"> ({optional})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1.5 max-w-xl text-[0.9375rem] text-soft">
          {hint}
        </p>
      ) : null}
      <FieldError id={id}>{error}</FieldError>
      {children}
    </div>
  );
}
