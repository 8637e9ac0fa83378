import { Button } from "./buttons.tsx";

/** Under the form of a door that is locked: the owner asks for the mail that opens it, for the address that was typed. */
export function UnlockAsk({ email, text, button }: { email: string; text: string; button: string }) {
  return (
    <form method="post" className="mt-6">
      <input type="hidden" name="email" value={email} />
      <p className="mb-2">{text}</p>
      <Button look="secondary" name="act" value="unlock">
        {button}
      </Button>
    </form>
  );
}
