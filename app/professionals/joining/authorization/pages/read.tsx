import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { DocumentText } from "#app/professionals/joining/authorization/document/text.ts";
import { reminderSchedule } from "#app/professionals/joining/authorization/remind.server.ts";
import { noteLook, openedLink } from "#app/professionals/joining/authorization/signing/open.server.ts";
import { signedNotice } from "#app/professionals/joining/authorization/signing/require-open.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { ClosedLink } from "./closed-link.tsx";
import { DocumentView } from "./document-view.tsx";
import { newsIn } from "./news.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const opened = await openedLink(request);
  if (opened.state === "good") {
    await noteLook(opened);
    const { authorization, version, expiresAt } = opened;
    const { reminders } = reminderSchedule(authorization.sentAt);
    const news = newsIn(request);
    return {
      state: "good" as const,
      document: version.words as DocumentText,
      hash: version.documentHash,
      expiresAt,
      reminders,
      news,
    };
  }
  if (opened.state === "unknown" && signedNotice(request) !== null) return { state: "signed" as const, newestAt: null };
  const newestAt = opened.state === "replaced" ? opened.newestAt : null;
  return data({ state: opened.state, newestAt }, opened.state === "unknown" ? 404 : 410);
}

export const meta = titled("Uw machtiging", "Your authorization");

export default function Read() {
  const page = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language).read;
  if (page.state !== "good") return <ClosedLink state={page.state} newestAt={page.newestAt} />;
  const { document, reminders } = page;
  return (
    <PublicPage title={words.title} lead={words.lead(document.practitioner.name, document.practice.name)}>
      {page.news ? <Notice kind="info" title={words.news[page.news]} /> : null}
      <div className="my-6 flex flex-wrap gap-3">
        <ButtonLink href="/machtiging/ondertekenen">{words.sign}</ButtonLink>
        <ButtonLink href="/machtiging/document.pdf" look="secondary">
          {words.open}
        </ButtonLink>
      </div>
      <p className="max-w-2xl text-soft">{words.pdfCounts}</p>
      <DocumentView document={document} />
      <div className="my-6">
        <ButtonLink href="/machtiging/ondertekenen">{words.signBelow}</ButtonLink>
      </div>
      <h2>{words.notRightTitle}</h2>
      <p className="max-w-2xl">{words.notRight}</p>
      <div className="my-4 flex flex-wrap gap-3">
        <ButtonLink href="/machtiging/aanpassen" look="secondary">
          {words.correct}
        </ButtonLink>
        <ButtonLink href="/machtiging/weigeren" look="secondary">
          {words.decline}
        </ButtonLink>
      </div>
      <p className="max-w-2xl text-soft">
        {words.until(formatDate(page.expiresAt, language))}{" "}
        {words.reminders(reminders.map((day) => formatDate(day, language)).join(", "))}
      </p>
      <p className="max-w-2xl text-sm break-all text-soft">
        {words.version(document.version)} SHA-256: <span className="font-mono">{page.hash}</span>
      </p>
    </PublicPage>
  );
}
