import type { ReactNode } from "react";
import { ErrorSummary } from "./error-summary.tsx";

type Given = {
  /** Mistakes in a form of the page, each with its field. */
  errors?: { field: string; message: string }[];
  /** What has to be said first: that somebody was first, what is waited for, the one next step. */
  said?: ReactNode;
  /** What is known. */
  facts: ReactNode;
  /** What happened, in order. */
  timeline?: ReactNode;
  /** What can be done now; nothing once it is decided. */
  acts?: ReactNode;
  back: { href: string; label: string };
};

/**
 * The frame of every page of a case, at the servicedesk and at a clinic: what has to be said, then facts and what happened
 * beside what can be done, which stays in view. On a narrow screen they stand under each other.
 */
export function CaseFrame({ errors = [], said, facts, timeline, acts, back }: Given) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {said}
      <div className={acts ? "xl:grid xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:items-start xl:gap-x-8" : ""}>
        <div className="min-w-0">{facts}</div>
        {acts ? <div className="min-w-0 xl:sticky xl:top-4">{acts}</div> : null}
      </div>
      {timeline}
      <p className="no-print mt-6">
        <a href={back.href} className="inline-flex min-h-11 items-center">
          {back.label}
        </a>
      </p>
    </>
  );
}
