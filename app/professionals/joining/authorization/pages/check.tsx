import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { checkByCode, checkByFile } from "#app/professionals/joining/authorization/check-document.server.ts";
import { receiveForm } from "#app/platform/files/receive.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { textOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import type { RouteRules } from "#app/shared/route-rules.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { ErrorSummary, TextField } from "#app/ui/fields.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { CheckAnswer } from "./check-answer.tsx";
import { LARGEST } from "./check-file.ts";
import { texts } from "./texts.ts";

export const handle = { files: { largest: LARGEST, of: "strangers" } } satisfies RouteRules;

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  return receiveForm(request, LARGEST, async ({ form, files }) => {
    const [file] = files;
    if (file) {
      if (file.tooLarge) return data({ kind: "refused" as const, field: "file", error: "too_large" }, 422);
      if (file.size === 0) return data({ kind: "refused" as const, field: "file", error: "no_file" }, 422);
      return { kind: "file" as const, answer: await checkByFile(actor, await file.bytes()) };
    }
    const typed = textOf(form, "checkCode");
    if (typed.trim() === "") return data({ kind: "refused" as const, field: "checkCode", error: "no_code" }, 422);
    return { kind: "code" as const, answer: await checkByCode(actor, typed) };
  });
}

export const meta = titled("Controleer een document", "Check a document");

export default function Check() {
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).check;
  const refused = back?.kind === "refused" ? back : null;
  const message = refused ? (words.errors[refused.error] ?? words.errors.no_code) : undefined;
  return (
    <PublicPage title={words.title} lead={words.lead}>
      {refused && message ? <ErrorSummary errors={[{ field: refused.field, message }]} /> : null}
      {back && back.kind !== "refused" ? <CheckAnswer result={back} /> : null}
      <Card title={words.byCode}>
        <form method="post">
          <TextField
            name="checkCode"
            label={words.code}
            hint={words.codeHint}
            width="half"
            maxLength={40}
            autoComplete="off"
            error={refused?.field === "checkCode" ? message : undefined}
          />
          <Button>{words.check}</Button>
        </form>
      </Card>
      <Card title={words.byFile}>
        <form method="post" encType="multipart/form-data">
          <div className="mb-6">
            <label htmlFor="file" className="mb-1 block font-semibold">
              {words.file}
            </label>
            <p id="file-hint" className="mb-1.5 max-w-xl text-[0.9375rem] text-soft">
              {words.fileHint}
            </p>
            <input
              id="file"
              name="file"
              type="file"
              accept="application/pdf"
              aria-describedby="file-hint"
              className="max-w-full file:mr-4 file:min-h-11 file:rounded-lg file:border file:border-solid file:border-line-strong file:bg-raised file:px-4 file:font-semibold file:text-brand-text"
            />
          </div>
          <Button look="secondary">{words.checkFile}</Button>
        </form>
      </Card>
    </PublicPage>
  );
}
