import { staffHome, type Workplace } from "#app/shared/staff-home.ts";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

/**
 * Where somebody who is signed in starts, with the name of that place; nothing for a stranger. At a page of an environment
 * that is the start there.
 */
export function useOwnPlace(): { href: string; label: string } | null {
  const { language, person, path } = useShell();
  const words = texts[language];
  if (!person) return null;
  const here = person.staffOf.find(
    ({ environmentId }) => path.split(/[/?]/, 3).join("/") === `/behandelaar/${environmentId}`,
  );
  if (here) return startOf(here, words);
  if (person.desk) return { href: "/servicedesk", label: words.queue };
  if (person.deliveries) return { href: "/leveringen", label: words.deliveries };
  const [staff] = person.staffOf;
  if (staff && !person.practice) return startOf(staff, words);
  return person.reports ? { href: "/rapportages", label: words.reports } : { href: "/praktijk", label: words.practice };
}

function startOf(work: Workplace, words: (typeof texts)["nl"]) {
  if (work.role === "clinician") return { href: staffHome(work), label: words.clients };
  return { href: staffHome(work), label: work.signUps ? words.signUps : words.clientAccounts };
}
