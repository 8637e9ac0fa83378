import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import { DomainError } from "#app/shared/errors.ts";

type Part = { name: string; filename: string; data: AsyncIterable<Uint8Array> };

/** The form broke off on its way, or is none. */
export class BrokenForm extends DomainError {
  constructor() {
    super(400, "broken_form");
  }
}

/**
 * Reads a form with files part by part; nothing of a file is held in memory.
 * @param onFile takes one file; what it leaves is read and dropped, or the sender would see a broken line
 * @throws BrokenForm, and whatever `onFile` throws, when all is read
 */
export async function readForm(request: Request, onFile: (part: Part) => Promise<void>): Promise<void> {
  const faults: Error[] = [];
  await parseMultipart(request, async ({ name, filename, data }) => {
    try {
      if (filename !== undefined && faults.length === 0) await onFile({ name, filename, data });
    } catch (error) {
      faults.push(error as Error);
    }
    for await (const _ of data);
    return null;
  }).catch(() => {
    if (faults.length === 0) faults.push(new BrokenForm());
  });
  const [first] = faults;
  if (first) throw first instanceof DomainError || "syscall" in first ? first : new BrokenForm();
}
