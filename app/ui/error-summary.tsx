import { Icon } from "./icon.tsx";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

/** The page was just posted and the reader must come here first, without script too. */
const FOCUSED = { autoFocus: true };

/** What is not right, on top, with a link to each field; `label` names the field where the words do not. It has the focus when the page opens. */
export function ErrorSummary({ errors }: { errors: { field: string; message: string; label?: string }[] }) {
  const { language } = useShell();
  if (errors.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      {...FOCUSED}
      className="mb-8 max-w-2xl rounded-lg border-2 border-negative bg-negative-bg p-4"
    >
      <h2 className="mt-0! mb-2! flex items-center gap-2 text-lg text-negative">
        <Icon name="alert-triangle" />
        {texts[language].fixThis}
      </h2>
      <ul className="list-disc space-y-1 pl-6">
        {errors.map(({ field, message, label }) => (
          <li key={field}>
            <a href={`#${field}`} className="font-semibold text-negative">
              {label ? `${label}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
