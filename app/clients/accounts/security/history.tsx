import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Badge, Card } from "#app/ui/data.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { browserName } from "#app/shared/browser-name.ts";
import { texts } from "./texts.ts";

type SignIn = {
  id: string;
  at: Date;
  way: "digid" | "mail";
  level: number | null;
  client: string;
  current: boolean;
  live: boolean;
};

/** The latest sign-ins, newest first, with a way to stop those that still run. */
export function SignInHistory({ history }: { history: SignIn[] }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const others = history.some(({ live, current }) => live && !current);
  return (
    <Card title={words.history}>
      <p className="mb-2 text-soft">{words.historyText}</p>
      <ul className="divide-y divide-line">
        {history.map((one) => {
          const level = one.level === null ? "" : ` (${words.levels[one.level] ?? one.level})`;
          return (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <div className="min-w-0">
                <p className="font-medium">{formatDateTime(one.at, language)}</p>
                <p className="text-soft">
                  {words.ways_[one.way]}
                  {level}, {browserName(one.client) || words.unknownClient}
                </p>
              </div>
              {one.current ? (
                <Badge kind="positive">{words.now}</Badge>
              ) : one.live ? (
                <form method="post">
                  <input type="hidden" name="session" value={one.id} />
                  <Button name="act" value="end" look="secondary">
                    {words.stop}
                  </Button>
                </form>
              ) : (
                <span className="text-soft">{words.over}</span>
              )}
            </li>
          );
        })}
      </ul>
      {others ? (
        <form method="post" className="mt-4">
          <Button name="act" value="end" look="danger">
            {words.stopAll}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
