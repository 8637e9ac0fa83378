import { lapseAuthorizations } from "#app/professionals/joining/authorization/remind.server.ts";
import { requestById } from "#app/professionals/joining/request.server.ts";
import { askApplicant } from "#app/professionals/joining/review/ask.server.ts";
import { rejectRequest } from "#app/professionals/joining/review/reject.server.ts";
import { takeUp } from "#app/professionals/joining/review/take-up.server.ts";
import { withdrawRequest } from "#app/professionals/joining/withdraw.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { handIn, on, review, sent, signed } from "./requests.ts";

const FIFTEEN_DAYS_MS = 15 * 86_400_000;
const wilg = { agbPractice: "01054360", practiceEmail: "praktijk@dewilg.example" };
const poort = { agbPractice: "01054361", practiceEmail: "huisartsen@depoort.example" };
const kanaal = { agbPractice: "01054363", practiceEmail: "post@kanaalstraat.example" };

/** Registration requests in every state, some with checks that fail, so that the desk has something to judge. */
export async function requestsInEveryState(agent: AccountActor): Promise<void> {
  // First, while no other authorization waits for a signature: the clock of the lapse is ahead.
  await sent(agent, {
    agbPractitioner: "01012401",
    ...wilg,
    firstName: "Hugo",
    lastName: "Meijer",
    mobile: "0610000021",
  });
  await lapseAuthorizations({ kind: "system", name: "clock" }, new Date(now().getTime() + FIFTEEN_DAYS_MS));

  await handIn({
    agbPractitioner: "01012402",
    ...wilg,
    firstName: "Iris Karin",
    lastName: "Sanders",
    mobile: "0610000022",
  });
  const brug = { agbPractice: "01054350", practiceEmail: "praktijk@vandam.example" };
  await handIn({
    agbPractitioner: "01020014",
    ...brug,
    firstName: "Olga",
    lastName: "van Dam",
    recordSystem: "Huisarts-EPD Linea",
  });
  await handIn({
    agbPractitioner: "01020002",
    agbPractice: "01054321",
    practiceEmail: "praktijk@delinde.example",
    firstName: "Lars",
    lastName: "Mulder",
  });

  const inReview = await handIn({
    agbPractitioner: "01012403",
    ...poort,
    firstName: "Roel",
    lastName: "Kok",
    mobile: "0610000023",
  });
  await review(agent, inReview);

  const asked = await handIn({
    agbPractitioner: "01012404",
    ...poort,
    ownEmail: "maud@depoort.example",
    firstName: "Maud",
    lastName: "van Leeuwen",
  });
  await takeUp(agent, await on(asked));
  const question = "Uw voorletters wijken af van het register. Hoe staat u ingeschreven?";
  await askApplicant(agent, await on(asked), { field: "firstName", question });

  await sent(agent, {
    agbPractitioner: "01012405",
    ...poort,
    ownEmail: "deniz@depoort.example",
    firstName: "Deniz",
    lastName: "Aksoy",
    mobile: "0610000024",
  });
  const molen = { agbPractice: "01054362", practiceEmail: "info@molenzicht.example" };
  await signed(agent, {
    agbPractitioner: "01012406",
    ...molen,
    firstName: "Pien Anna",
    lastName: "Verhoeven",
    mobile: "0610000025",
  });

  const rejected = await handIn({ agbPractitioner: "01012407", ...kanaal, firstName: "Lotte", lastName: "Maas" });
  await takeUp(agent, await on(rejected));
  await rejectRequest(agent, await on(rejected), "De praktijk laat weten dat deze aanvraag niet van haar komt.");

  const withdrawn = await handIn({ agbPractitioner: "01012408", ...kanaal, firstName: "Jelle", lastName: "Dekker" });
  const { id } = await requestById(withdrawn);
  await withdrawRequest({ kind: "link", role: "applicant", subjectId: id, name: "Jelle Dekker" });
}
