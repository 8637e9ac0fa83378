import { createContext, type ReactNode, useContext } from "react";
import { ButtonLink } from "#app/ui/buttons.tsx";

/** True inside the tour: what is shown is invented, and goes nowhere. */
export const Sample = createContext(false);

/** A link of a page that the tour shows too: there it is only words. */
export function Go({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const sample = useContext(Sample);
  if (sample) return <span className={className ?? "text-brand-text underline"}>{children}</span>;
  return (
    <a href={href} className={className}>
      {children}
    </a>
  );
}

type Look = "primary" | "secondary" | "quiet";
const SHAPE =
  "inline-flex min-h-12 items-center justify-center gap-2 rounded-lg border border-line-strong px-5 py-2.5 font-semibold";

/** The same as a button. */
export function GoButton({ href, look, children }: { href: string; look?: Look; children: ReactNode }) {
  const sample = useContext(Sample);
  if (sample) return <span className={`${SHAPE} text-brand-text`}>{children}</span>;
  return (
    <ButtonLink href={href} look={look}>
      {children}
    </ButtonLink>
  );
}
