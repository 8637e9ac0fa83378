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
  timeline: ReactNode;
  /** What can be done now; nothing once it is decided. */
  acts?: ReactNode;
  back: { href: string; label: string };
};

/**
 * The frame of every page of a case, at the servicedesk and at a clinic: what has to be said, then facts and what happened
 * beside what can be done, which stays in view. On a screen that is not wide they stand under each other: a table of codes and
 * addresses needs the whole width, or a number breaks over two lines.
 */
export function CaseFrame({ errors = [], said, facts, timeline, acts, back }: Given) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {said}
      <div className={acts ? "2xl:grid 2xl:grid-cols-[minmax(0,1fr)_22rem] 2xl:items-start 2xl:gap-x-8" : ""}>
        <div className="min-w-0">{facts}</div>
        {acts ? <div className="min-w-0 2xl:sticky 2xl:top-4">{acts}</div> : null}
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
