import type { Typed } from "#app/shared/form.ts";

/** A draft as a form shows what was typed: without mistakes, because nothing was sent. */
export const kept = (draft: Typed | null) =>
  draft ? { errors: {} as Record<string, string>, typed: draft } : undefined;
