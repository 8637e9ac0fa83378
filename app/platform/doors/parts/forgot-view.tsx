import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import type { Frame } from "./frame.ts";

type Words = { title: string; lead: string; submit: string; sentTitle: string; sent: string };
type Given = {
  frame: Frame;
  words: Words & { label: string; fault: string | undefined; toSignIn: string };
  sent: boolean;
  back?: { typed: string };
  signIn: string;
};

/** Asks for a new password, and says afterwards the same to everybody. */
export function ForgotView({ frame: Page, words, sent, back, signIn }: Given) {
  if (sent) {
    return (
      <Page title={words.sentTitle} lead={words.sent}>
        <ButtonLink href={signIn} look="secondary">
          {words.toSignIn}
        </ButtonLink>
      </Page>
    );
  }
  const error = back ? words.fault : undefined;
  return (
    <Page title={words.title} lead={words.lead}>
      <form method="post">
        <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
        <TextField
          name="email"
          type="email"
          label={words.label}
          error={error}
          autoComplete="username"
          defaultValue={back?.typed}
        />
        <Button wide>{words.submit}</Button>
      </form>
    </Page>
  );
}
