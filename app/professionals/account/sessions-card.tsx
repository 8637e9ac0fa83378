import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Badge, Card } from "#app/ui/data.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { browserName } from "#app/shared/browser-name.ts";
import { texts } from "./texts.ts";

type Moment = string | Date;
type Session = { id: string; client: string; current: boolean; createdAt: Moment; lastSeenAt: Moment };

/** Where somebody is signed in, each to be ended, and all others at once. */
export function SessionsCard({ sessions }: { sessions: Session[] }) {
  const { language } = useShell();
  const words = pick(texts, language).account;
  return (
    <Card title={words.sessions}>
      <ul className="divide-y divide-line">
        {sessions.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0">
              <p className="font-medium">
                {browserName(one.client, " · ") || "Browser"}{" "}
                {one.current ? <Badge kind="positive">{words.thisOne}</Badge> : null}
              </p>
              <p className="text-[0.9375rem] text-soft">
                {words.since} {formatDateTime(one.createdAt, language)} · {words.seen}{" "}
                {formatDateTime(one.lastSeenAt, language)}
              </p>
            </div>
            {one.current ? null : (
              <form method="post">
                <input type="hidden" name="session" value={one.id} />
                <Button name="act" value="end" look="quiet">
                  {words.endOne}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post">
          <Button name="act" value="end" look="secondary">
            {words.endOthers}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}
