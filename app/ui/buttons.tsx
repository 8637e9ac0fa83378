import type { ReactNode } from "react";

type Look = "primary" | "secondary" | "danger" | "quiet";
const SHAPE = "edge inline-flex items-center justify-center gap-2 rounded-lg text-center font-semibold";
const SOLID = "min-h-12 px-5 py-2.5 no-underline";
const LOOK: Record<Look, string> = {
  primary: `${SOLID} bg-action text-on-action hover:bg-action-hover`,
  secondary: `${SOLID} border border-line-strong bg-raised text-brand-text hover:bg-sunk`,
  danger: `${SOLID} border border-negative bg-raised text-negative hover:bg-negative-bg`,
  quiet: "min-h-11 py-1.5 sm:not-first:ml-2 text-brand-text underline underline-offset-4 hover:decoration-2",
};

/** Sends its form. One primary button per page; a destructive one names what happens. */
export function Button({
  children,
  look = "primary",
  name,
  value,
  disabled,
  wide,
  formAction,
}: {
  children: ReactNode;
  look?: Look;
  name?: string;
  value?: string;
  disabled?: boolean;
  wide?: boolean;
  formAction?: string;
}) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      disabled={disabled}
      formAction={formAction}
      className={`${SHAPE} ${LOOK[look]} ${wide ? "w-full" : ""} disabled:cursor-not-allowed disabled:opacity-55`}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({
  children,
  href,
  look = "primary",
  wide,
}: {
  children: ReactNode;
  href: string;
  look?: Look;
  wide?: boolean;
}) {
  return (
    <a href={href} className={`${SHAPE} ${LOOK[look]} ${wide ? "w-full" : ""}`}>
      {children}
    </a>
  );
}
