import type { ReactNode } from "react";
import type { Overview } from "#app/clients/records/read/overview.server.ts";
import { texts as recordTexts } from "#app/clients/records/client/texts.ts";
import { pick } from "#app/shared/i18n.ts";
import { Card } from "#app/ui/data.tsx";
import { formatDate, formatTime } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { IconName } from "#app/ui/icon-names.ts";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { Go, GoButton } from "#app/clients/frame/sample.tsx";

type Props = { overview: Overview; since: Date | string | null };

/** The front page below its greeting: the next appointment, and how much there is to see (G-02). */
export function HomeView({ overview, since }: Props) {
  const { words, at, language } = usePortalWords(texts);
  const { appointments, parts, link } = overview;
  const shut = (because: string) => (because === "link" ? words.home.notLinked : words.home.notOpen);
  return (
    <>
      {"count" in appointments ? <NextAppointment next={appointments.next} /> : null}
      <ul className="grid gap-4 sm:grid-cols-2">
        <Tile
          href={`${at}/afspraken`}
          icon="calendar"
          title={words.home.appointments}
          since={since}
          kind={appointments}
        >
          {"count" in appointments ? words.home.coming(appointments.count) : shut(appointments.because)}
        </Tile>
        <Tile href={`${at}/zorgdossier`} icon="folder" title={words.home.record} since={since} kind={parts}>
          {"count" in parts ? words.home.parts(parts.count) : shut(parts.because)}
          {link.linkedAt && "count" in parts ? (
            <span className="block text-base font-normal text-soft">
              {words.home.linkedOn(formatDate(link.linkedAt, language))}
            </span>
          ) : null}
        </Tile>
      </ul>
    </>
  );
}

function NextAppointment({ next }: { next: Extract<Overview["appointments"], { count: number }>["next"] }) {
  const { words, at, language } = usePortalWords(texts);
  const { appointments, unreadable } = pick(recordTexts, language);
  if (!next)
    return (
      <Card title={words.home.nextTitle}>
        <p>{words.home.noNext}</p>
        <p className="text-soft">{words.home.noNextHint}</p>
      </Card>
    );
  const { content } = next;
  return (
    <Card title={words.home.nextTitle}>
      <p className="text-lg font-semibold">
        {`${formatDate(next.startsAt, language)} ${appointments.at(formatTime(next.startsAt, language))}`}
      </p>
      {content ? (
        <p>
          {`${content.kind} ${appointments.with(content.withWhom)}`}
          <br />
          {content.location ?? appointments.how[content.how]}
        </p>
      ) : (
        <p>{unreadable}</p>
      )}
      <div className="no-print mt-4">
        <GoButton href={`${at}/afspraken/${next.id}`} look="secondary">
          {words.home.nextLook}
        </GoButton>
      </div>
    </Card>
  );
}

type TileProps = {
  href: string;
  icon: IconName;
  title: string;
  since: Date | string | null;
  kind: Overview["parts"];
  children: ReactNode;
};

/** One kind: how many, and what is new since the previous sign-in. */
function Tile({ href, icon, title, since, kind, children }: TileProps) {
  const { words, language } = usePortalWords(texts);
  return (
    <li className="keep rounded-xl border border-line bg-raised p-5">
      <h2 className="mt-0! mb-1!">
        <Go
          href={href}
          className="inline-flex min-h-11 items-center gap-2 text-brand-text underline underline-offset-4"
        >
          <Icon name={icon} />
          {title}
        </Go>
      </h2>
      <p className="text-lg font-semibold">{children}</p>
      {since && "count" in kind ? (
        <p className="mt-1">
          {kind.newOnes > 0 ? (
            <Go href={`${href}?nieuw=1`}>{words.home.newOnes(kind.newOnes, formatDate(since, language))}</Go>
          ) : (
            <span className="text-soft">{words.home.nothingNew(formatDate(since, language))}</span>
          )}
        </p>
      ) : null}
    </li>
  );
}
