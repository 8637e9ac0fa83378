import type { Environment } from "#app/platform/settings/environment.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import type { Mail } from "#app/platform/messages/outbox.server.ts";
import { formatDate } from "#app/ui/format.ts";
import { termsTexts } from "./terms-texts.ts";

/** A copy of the terms that were accepted. The subject names no organisation: that alone can say something about health. */
export function termsCopy(environment: Environment, language: "nl" | "en"): Mail {
  const words = termsTexts[language];
  const { version, from, short, full } = environment.terms;
  return mailFrame({
    language,
    title: words.copyTitle,
    paragraphs: [words.copyLead, words.version(version, formatDate(from, language)), ...short[language], ...full],
  });
}
