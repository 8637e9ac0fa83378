import { Icon } from "./icon.tsx";

/** The way back, above a page that stands one deeper. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="no-print -mt-3 mb-2">
      <a href={href} className="inline-flex min-h-11 items-center gap-2">
        <Icon name="arrow-left" />
        {children}
      </a>
    </p>
  );
}
