import type { Link, WhyShut } from "#app/clients/records/read/gate.server.ts";
import { About } from "#app/ui/about.tsx";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { usePortalWords } from "./places.ts";
import { texts } from "./texts.ts";

/** Why something does not open, and what to do about it. */
export function ShutNotice({ because, link }: { because: WhyShut; link: Link }) {
  const { words, own, desk } = usePortalWords(texts);
  if (because === "link") return <LinkState link={link} />;
  return (
    <>
      <Notice kind="info" title={words.shut.titles[because]}>
        <p>{words.shut.why[because]}</p>
        {because === "nobody" && desk ? (
          <p className="mt-2">
            {desk.phoneLink ? (
              <a href={desk.phoneLink}>{desk.phone}</a>
            ) : (
              <a href={`mailto:${desk.email}`}>{desk.email}</a>
            )}
          </p>
        ) : null}
      </Notice>
      {because === "nobody" ? null : <ButtonLink href={`${own}/inloggen`}>{words.shut.digid}</ButtonLink>}
    </>
  );
}

/** How far the linking of the record is; a button to ask for it where it was not asked (G4). */
function LinkState({ link }: { link: Link }) {
  const { words, at, language } = usePortalWords(texts);
  if (link.state === "asked")
    return (
      <>
        <Notice kind="info" title={words.link.askedTitle}>
          {words.link.asked(link.askedAt ? formatDate(link.askedAt, language) : "")}
        </Notice>
        <form method="post" action={`${at}/zorgdossier/vragen`} className="no-print">
          <About />
          <Button look="secondary" name="act" value="withdraw">
            {words.link.withdraw}
          </Button>
        </form>
      </>
    );
  return (
    <>
      {link.stopped ? (
        <Notice kind="info" title={words.link.stoppedTitle}>
          <p>
            {words.link.stopped(formatDateTime(link.stopped.at, language), link.stopped.by)}{" "}
            {words.link.stoppedWhy[link.stopped.why]}
          </p>
          <p className="mt-2">{words.link.stoppedNext}</p>
        </Notice>
      ) : (
        <Notice kind="info" title={words.shut.titles.link}>
          <p>{words.link.none}</p>
          <p className="mt-2">{words.link.what}</p>
        </Notice>
      )}
      <form method="post" action={`${at}/zorgdossier/vragen`} className="no-print">
        <About />
        <Button>{words.link.ask}</Button>
      </form>
    </>
  );
}
