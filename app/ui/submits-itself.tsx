import { useContext } from "react";
import { Nonce } from "./scripts.tsx";
import script from "./submit-by-itself.ts?worker&url";

/** Makes the form `by-itself` press its own button; without script there is the button. */
export function SubmitsItself() {
  return <script type="module" src={script} nonce={useContext(Nonce)} />;
}
