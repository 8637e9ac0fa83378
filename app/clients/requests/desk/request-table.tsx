import { DataTable, EmptyState } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";

type Words<Kind extends string, State extends string> = {
  title: string;
  none: string;
  noneText: string;
  columns: string[];
  kinds: Record<Kind, string>;
  states: Record<State, string>;
  late: string;
};
type Given<Kind extends string, State extends string> = {
  /** Address under which each one is read. */
  at: string;
  requests: { id: string; name: string; kind: Kind; state: State; dueOn: string; open: boolean; late: boolean }[];
  words: Words<Kind, State>;
};

/** What clients ask one desk: who, what, how far, and until when there is time to answer. */
export function RequestTable<Kind extends string, State extends string>({ at, requests, words }: Given<Kind, State>) {
  const { language } = useShell();
  if (requests.length === 0) return <EmptyState title={words.none}>{words.noneText}</EmptyState>;
  return (
    <DataTable
      caption={words.title}
      columns={words.columns}
      rows={requests.map(({ id, name, kind, state, dueOn, open, late }) => ({
        key: id,
        cells: [
          <a key="name" href={`${at}/${id}`}>
            {name}
          </a>,
          words.kinds[kind],
          late ? words.late : words.states[state],
          open ? formatDate(dueOn, language) : "",
        ],
      }))}
    />
  );
}
