import { data, redirect } from "@remix-run/node";
import { receiveForm, type ReceivedFile } from "#app/platform/files/receive.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Invalid } from "#app/shared/errors.ts";
import { parseForm, type Typed } from "#app/shared/form.ts";
import { LARGEST, productForm, productInput } from "./form.ts";
import { uploadProduct } from "./upload.server.ts";

const refused = (errors: Record<string, string>, typed: Typed) => data({ errors, typed }, 422);

/** Takes the posted form with its file; with mistakes, what was typed comes back and says what is wrong where. */
export async function answerUpload(actor: AccountActor, request: Request) {
  return receiveForm(request, LARGEST, async ({ form, files }) => {
    const parsed = parseForm(productForm, form);
    const errors = { ...(!parsed.ok && parsed.errors), ...fileFault(files) };
    const [file] = files;
    if (!parsed.ok || Object.keys(errors).length > 0 || !file) return refused(errors, parsed.typed);
    try {
      const id = await uploadProduct(actor, productInput(parsed.value), await file.bytes());
      return redirect(`/leveringen/producten/${id}`, 303);
    } catch (error) {
      if (error instanceof Invalid) return refused(error.fields, parsed.typed);
      throw error;
    }
  });
}

/** What is wrong with the file before its bytes are looked at. Of its name only the ending counts. */
function fileFault(files: ReceivedFile[]): { file?: string } {
  const [file, ...more] = files;
  if (more.length > 0) return { file: "twice" };
  if (file?.tooLarge) return { file: "too_large" };
  if (!file || file.size === 0) return { file: "no_file" };
  return /\.pdf$/i.test(file.name) ? {} : { file: "not_pdf" };
}
