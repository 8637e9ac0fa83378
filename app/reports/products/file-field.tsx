import { describedBy, Labelled, type Labels } from "#app/ui/labelled.tsx";

/** One PDF from the visitor's own disk. */
export function FileField({ name, ...labels }: Labels & { name: string }) {
  const { hint, error } = labels;
  return (
    <Labelled id={name} {...labels}>
      <input
        id={name}
        name={name}
        type="file"
        accept="application/pdf,.pdf"
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
        className="max-w-full file:mr-4 file:min-h-11 file:rounded-lg file:border file:border-solid file:border-line-strong file:bg-raised file:px-4 file:font-semibold file:text-brand-text"
      />
    </Labelled>
  );
}
