import { z } from "zod";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { versionIn } from "#app/platform/cases/version.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { words as required } from "#app/shared/fields/words.ts";
import { noErrors, readForm } from "#app/shared/form.ts";
import { typedIn } from "#app/shared/typed.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { CaseFrame } from "#app/ui/case-frame.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { Notice } from "#app/ui/data.tsx";
import { formOf } from "#app/ui/form-of.ts";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { texts as shared } from "#app/ui/texts.ts";
import { Course } from "#app/ui/timeline.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "../account-texts.ts";
import { lookAtAccount } from "../accounts.server.ts";
import { confirmAge } from "../confirm-age.server.ts";
import { reopenAccount, undoMatch } from "../undo-match.server.ts";
import { AgeForm, ReopenForm, UndoForm } from "./account-acts.tsx";
import { AccountFacts } from "./account-facts.tsx";
import { Receipt } from "./receipt.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const { account, receipts, ...look } = await lookAtAccount(actor, params.id ?? "");
  const { id, firstName, lastName, email, state, birthDate, mailDoor, bsnIndex, createdAt } = account;
  const { ageSeenAt, ageSeenByName, closedReason } = account;
  return {
    environment: { id: environment.id, name: environment.name },
    done: new URL(request.url).searchParams.get("gedaan") ?? "",
    account: {
      ...{ id, email, state, createdAt, ageSeenAt, ageSeenByName, closedReason },
      ...{ name: `${firstName} ${lastName}`.trim(), signedUp: birthDate !== null },
      ...{ mailDoor, digid: bsnIndex !== null, version: account.version },
    },
    receipts: receipts.map(({ id: receipt, matchedAt, matchedByName, checked, person, undoneAt, undoneByName }) => {
      return { id: receipt, matchedAt, matchedByName, checked, person, undoneAt, undoneByName };
    }),
    ...look,
  };
}

const acts = {
  age: z.object({ seen: z.literal("yes", "required") }),
  reopen: nothing,
  undo: z.object({ reason: required(), after: z.enum(["queue", "close"], "required") }),
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const form = await readForm(request);
  const asked = readAct(form, acts);
  const id = params.id ?? "";
  const on = { id, version: versionIn(form) };
  const at = `/behandelaar/${environment.id}/accounts/${id}`;
  const { act, typed } = asked;
  if (!asked.ok) return data({ act, typed, errors: asked.errors, conflict: null }, 422);
  const done =
    asked.act === "age"
      ? confirmAge(actor, on)
      : asked.act === "reopen"
        ? reopenAccount(actor, on)
        : undoMatch(actor, on, asked.value);
  const conflict = await conflictIn(done);
  if (conflict) return data({ act, typed, errors: noErrors, conflict }, 409);
  return redirect(`${at}?gedaan=${asked.act === "undo" ? "ongedaan" : "open"}`, 303);
}

export const meta = titled("Account van een cliënt", "Account of a client");

/** One account: how it stands and what to do, the receipt of its match, and the way to undo that. */
export default function Account() {
  const { environment, account, person, receipts, course, standing, door, birthDate, opensOn, done } =
    useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const at = `/behandelaar/${environment.id}`;
  const fields = { seen: words.ageMissing, reason: words.undoReasonMissing, after: words.undoAfterMissing };
  const form = formOf(back, { long: pick(shared, language).tooLong }, { fields });
  const said: Record<string, string> = { gekoppeld: words.matched, open: words.opened, ongedaan: words.undone };
  const opens = opensOn ? formatDate(opensOn, language) : null;
  return (
    <StaffPage title={account.name} current="accounts" environment={environment} as="staff">
      <CaseFrame
        errors={form.summary}
        said={
          <>
            <Changed code={back?.conflict} words={words.conflicts} typed={back ? typedIn(back, "reason") : undefined} />
            {Object.hasOwn(said, done) && !back ? (
              <Notice kind="positive" title={said[done]}>
                {done === "gekoppeld" ? words.matchedText : null}
              </Notice>
            ) : null}
            {standing === "paused" && door !== "open" ? (
              <Notice kind="warning" title={`${words.standings.paused}: ${words.reasons[door]}`}>
                {words.todo[door](opens)}
              </Notice>
            ) : null}
            {standing === "paused" && door === "age_unknown" ? <AgeForm version={account.version} form={form} /> : null}
          </>
        }
        facts={
          <>
            <AccountFacts account={account} person={person} standing={standing} door={door} birthDate={birthDate}>
              {standing === "waiting" ? (
                <p className="no-print mt-4">
                  <ButtonLink href={`${at}/aanmeldingen/${account.id}`}>{words.toMatch}</ButtonLink>
                </p>
              ) : null}
            </AccountFacts>
            {receipts.map((receipt) => (
              <Receipt key={receipt.id} receipt={receipt} account={account} environment={environment.name} />
            ))}
            {receipts.length === 0 && person ? <p className="text-soft">{words.receiptNone}</p> : null}
          </>
        }
        acts={
          person && (standing === "matched" || standing === "paused") ? (
            <UndoForm account={account} form={form} open={back?.act === "undo"} />
          ) : standing === "closed" && account.closedReason && !account.signedUp && account.digid ? (
            <ReopenForm version={account.version} />
          ) : null
        }
        timeline={<Course lines={course} />}
        back={{ href: `${at}/accounts`, label: words.back }}
      />
    </StaffPage>
  );
}
