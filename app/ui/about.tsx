import { useShell } from "./shell.tsx";

/** Goes into every form about a client: the server refuses it when it was filled in about somebody else. */
export function About() {
  return <input type="hidden" name="about" value={useShell().environment?.client?.about ?? ""} />;
}
