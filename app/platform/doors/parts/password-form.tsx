import { Button } from "#app/ui/buttons.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PasswordField, TextField } from "#app/ui/fields.tsx";
import { UnlockAsk } from "#app/ui/unlock-ask.tsx";

type Words = { email: string; password: string; submit: string; ask: string; askSubmit: string };
type Back = { error: string; typed: string; locked?: boolean };
type Link = { href: string; text: string };

/** Address and password, what was wrong with them, and under a lock the wish for the mail that ends it. */
export function PasswordForm({ words, back, links }: { words: Words; back?: Back; links: Link[] }) {
  return (
    <>
      <form method="post">
        <ErrorSummary errors={back ? [{ field: "email", message: back.error }] : []} />
        <TextField
          name="email"
          type="email"
          label={words.email}
          autoComplete="username"
          defaultValue={back?.typed}
          maxLength={254}
        />
        <PasswordField name="password" label={words.password} autoComplete="current-password" />
        <Button wide>{words.submit}</Button>
      </form>
      {back?.locked ? <UnlockAsk email={back.typed} text={words.ask} button={words.askSubmit} /> : null}
      <ul className="mt-6 space-y-3">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
