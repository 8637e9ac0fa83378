import { useContext } from "react";
import { pick } from "#app/shared/i18n.ts";
import { Button, ErrorSummary } from "#app/ui/fields.tsx";
import { Labelled, describedBy } from "#app/ui/labelled.tsx";
import { Nonce } from "#app/ui/scripts.tsx";
import { useShell } from "#app/ui/shell.tsx";
import script from "./enhance-upload.ts?worker&url";
import { texts } from "./texts.ts";

/** Files of one delivery. A plain form; with script they go in pieces, with progress. */
export function UploadForm({ error }: { error?: string }) {
  const { language } = useShell();
  const nonce = useContext(Nonce);
  const words = pick(texts, language).upload;
  const message = error && (words.errors[error] ?? words.errors.broken);
  return (
    <>
      <ErrorSummary errors={message ? [{ field: "files", message }] : []} />
      <form method="post" encType="multipart/form-data" id="upload" data-words={JSON.stringify(words.errors)}>
        <Labelled id="files" label={words.files} hint={words.filesHint} error={message}>
          <input
            id="files"
            name="files"
            type="file"
            multiple
            className="field-input max-w-xl"
            aria-describedby={describedBy("files", words.filesHint, message)}
            aria-invalid={message ? true : undefined}
          />
        </Labelled>
        <p className="mb-6 max-w-xl text-soft">
          {words.limits} {words.resumes}
        </p>
        <div id="upload-going" hidden className="mb-6 max-w-xl">
          <p>
            {words.sending} <span id="upload-name" />
          </p>
          <progress id="upload-progress" max={100} value={0} aria-label={words.progress} className="w-full" />
          <p id="upload-waiting" hidden className="font-semibold">
            {words.waiting}
          </p>
        </div>
        <div id="upload-faults" role="alert" className="mb-6 max-w-3xl font-semibold text-negative empty:hidden" />
        <Button>{words.send}</Button>
      </form>
      <script type="module" src={script} nonce={nonce} />
    </>
  );
}
