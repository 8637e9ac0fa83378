import type { ReactNode } from "react";
import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList } from "#app/ui/data.tsx";
import { formatBirthDate, formatDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { OwnDoor } from "#app/platform/doors/owners/own-door.ts";
import { texts } from "../account-texts.ts";
import type { Standing } from "../accounts.server.ts";
import { StandingBadge } from "./standing-badge.tsx";

type Moment = string | Date;
type Props = {
  account: {
    email: string | null;
    digid: boolean;
    mailDoor: boolean;
    createdAt: Moment;
    ageSeenAt: Moment | null;
    ageSeenByName: string | null;
    closedReason: string | null;
  };
  person: { name: string; number: string } | null;
  standing: Standing;
  door: OwnDoor;
  birthDate: string;
  children: ReactNode;
};

/** What is known of an account: how it stands, whose it is, and how its owner signs in. */
export function AccountFacts({ account, person, standing, door, birthDate, children }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { email, digid, mailDoor, ageSeenAt, ageSeenByName } = account;
  const doors = [digid ? words.digid : null, mailDoor ? words.mail : null].filter(Boolean);
  const items = [
    { term: words.standing, value: <StandingBadge standing={standing} door={door} /> },
    { term: words.birthDate, value: formatBirthDate(birthDate, language) },
    ...(email ? [{ term: words.email, value: email }] : []),
    { term: words.doors, value: doors.join("\n") || words.noDoor },
    { term: words.since, value: formatDateTime(account.createdAt, language) },
    { term: words.person, value: person ? `${person.name}, ${person.number}` : words.notMatched },
  ];
  if (ageSeenAt && ageSeenByName)
    items.push({ term: words.ageTitle, value: words.ageSeen(ageSeenByName, formatDate(ageSeenAt, language)) });
  return (
    <Card title={words.account}>
      <DescriptionList items={items} />
      {children}
      {account.closedReason && standing === "closed" ? <p className="mt-4">{words.closedWrong}</p> : null}
    </Card>
  );
}
