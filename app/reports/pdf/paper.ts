import type { Language } from "#app/shared/i18n.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import type { Report } from "../report.ts";

/** All that one report on paper is made of. */
export type Paper = {
  report: Report;
  indicator: Indicator;
  practice: { name: string; agb: string };
  /** Who asked for it, and when. */
  person: string;
  at: Date;
  language: Language;
  demo: boolean;
};
