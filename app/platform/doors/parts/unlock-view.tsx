import type { ReactElement } from "react";
import { Button } from "#app/ui/buttons.tsx";
import type { Frame } from "./frame.ts";

type Words = { title: string; lead: string; submit: string; badTitle: string; bad: string };

/** Takes the lock off, or says that the link is no good any more. @param props.toSignIn what leads back to the door */
export function UnlockView({
  frame: Page,
  words,
  good,
  toSignIn,
}: {
  frame: Frame;
  words: Words;
  good: boolean;
  toSignIn: ReactElement;
}) {
  if (!good) {
    return (
      <Page title={words.badTitle} lead={words.bad}>
        {toSignIn}
      </Page>
    );
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <form method="post">
        <Button wide>{words.submit}</Button>
      </form>
    </Page>
  );
}
