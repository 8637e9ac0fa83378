import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField } from "#app/ui/fields.tsx";
import type { Frame } from "./frame.ts";

type Words = { title: string; lead: string; submit: string; badTitle: string; bad: string; again: string };
type Given = {
  frame: Frame;
  words: Words & { label: string; hint: string };
  good: boolean;
  /** What is wrong with the password, in words. */
  fault?: string;
  forgot: string;
};

/** A new password from a mailed link, or that the link is no good any more. */
export function ResetView({ frame: Page, words, good, fault, forgot }: Given) {
  if (!good) {
    return (
      <Page title={words.badTitle} lead={words.bad}>
        <ButtonLink href={forgot}>{words.again}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <form method="post">
        <ErrorSummary errors={fault ? [{ field: "password", message: fault }] : []} />
        <PasswordField
          name="password"
          label={words.label}
          hint={words.hint}
          error={fault}
          autoComplete="new-password"
        />
        <Button wide>{words.submit}</Button>
      </form>
    </Page>
  );
}
