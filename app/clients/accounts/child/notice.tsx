import { pick } from "#app/shared/i18n.ts";
import { Card } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** How to reach the people of this environment: by telephone where they have one, and by mail. */
function Reach() {
  const { language, environment } = useShell();
  if (!environment) return null;
  const { phone, phoneLink, email, hours } = environment.desk;
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-5">
      {phoneLink ? (
        <a href={phoneLink} className="inline-flex min-h-11 items-center font-semibold">
          {phone}
        </a>
      ) : null}
      <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center font-semibold wrap-anywhere">
        {email}
      </a>
      <span className="text-soft">{hours[language]}</span>
    </p>
  );
}

/** What parents of a child under 12 can do, with the desk of this environment. */
export function ForParents() {
  const words = pick(texts, useShell().language);
  return (
    <Card title={words.parents}>
      <p>{words.parentsText}</p>
      <p className="mt-2">{words.wrong}</p>
      <Reach />
    </Card>
  );
}

/** What somebody can do of whom nobody here knows the age for certain. */
export function ForUnknownAge() {
  const words = pick(texts, useShell().language);
  return (
    <Card title={words.reach}>
      <p>{words.unknownText}</p>
      <Reach />
    </Card>
  );
}

/** At a door, before anything is typed: from which age, and whom parents can ask. */
export function FromTwelve() {
  const words = pick(texts, useShell().language);
  return (
    <div className="mt-6">
      <p>
        {words.atDoor} {words.atDoorParents}
      </p>
      <Reach />
    </div>
  );
}
