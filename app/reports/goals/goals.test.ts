import { beforeEach, describe, expect, it } from "vitest";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { parseForm } from "#app/shared/form.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { freshDatabase } from "#tests/database.ts";
import { anEmployee, aReader } from "#tests/report-world.ts";
import { indicatorById } from "../definitions/catalogue.ts";
import { marksFor } from "./find.server.ts";
import { goalForm, noteForm } from "./form.ts";
import { addNote, removeMark, setGoal } from "./write.server.ts";

const hba1c = indicatorById("DM-101")!;
const copd = indicatorById("COPD-101")!;
const note = { period: "2026-Q1", text: "In maart gestart met oproepen" };

beforeEach(async () => {
  await freshDatabase();
});

const enter = (cookie: string) => requireReports(new Request("http://localhost/", { headers: { cookie } }));

describe("E12: goal and notes of a practice", () => {
  it("E12: a note and a goal stand beside the figures, with who wrote them, and the log says so", async () => {
    const { actor, practice } = await enter((await aReader()).cookie);
    await addNote(actor, practice, hba1c, note);
    await setGoal(actor, practice, hba1c, { target: 65.5, by: "2027-Q2" });
    const { notes, goal } = await marksFor(actor, practice, hba1c.id);
    expect(notes).toMatchObject([{ ...note, author: "Noor Waterman", mine: true }]);
    expect(goal).toMatchObject({ target: 0.655, period: "2027-Q2" });
    const events = (await db.select({ event: auditLog.event }).from(auditLog)).map(({ event }) => event);
    expect(events.filter((event) => event.startsWith("report."))).toEqual(["report.note", "report.goal"]);
  });

  it("E12: a new goal takes the place of the old one", async () => {
    const { actor, practice } = await enter((await aReader()).cookie);
    await setGoal(actor, practice, hba1c, { target: 60, by: "2027-Q1" });
    await setGoal(actor, practice, hba1c, { target: 70, by: "2027-Q3" });
    expect((await marksFor(actor, practice, hba1c.id)).goal).toMatchObject({ target: 0.7 });
  });

  it("E12 Z02: an employee writes where reports are open, takes away the own note alone, and finds nothing elsewhere", async () => {
    const reader = await aReader();
    const gp = await enter(reader.cookie);
    await addNote(gp.actor, gp.practice, hba1c, note);
    const nurse = await enter((await anEmployee(reader, ["dm2"])).cookie);
    await addNote(nurse.actor, nurse.practice, hba1c, { ...note, text: "Ook de avonden" });
    await expect(addNote(nurse.actor, nurse.practice, copd, note)).rejects.toThrow("not_found");

    const [first, second] = (await marksFor(nurse.actor, nurse.practice, hba1c.id)).notes;
    await expect(removeMark(nurse.actor, nurse.practice, hba1c, first!.id)).rejects.toThrow("not_found");
    await removeMark(nurse.actor, nurse.practice, hba1c, second!.id);
    await expect(removeMark(gp.actor, gp.practice, hba1c, second!.id)).rejects.toThrow("gone");
    await removeMark(gp.actor, gp.practice, hba1c, first!.id);
    expect((await marksFor(gp.actor, gp.practice, hba1c.id)).notes).toEqual([]);
  });

  it("E12 Z02: another practice sees nothing of it and cannot take it away", async () => {
    const here = await enter((await aReader()).cookie);
    await addNote(here.actor, here.practice, hba1c, note);
    const there = await enter((await aReader("01900001")).cookie);
    expect((await marksFor(there.actor, there.practice, hba1c.id)).notes).toEqual([]);
    const [mine] = (await marksFor(here.actor, here.practice, hba1c.id)).notes;
    await expect(removeMark(there.actor, there.practice, hba1c, mine!.id)).rejects.toThrow("not_found");
  });

  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  it.each(["Mevrouw met 123456782", "tel 06-1000 00 11"])(
    "E12: a note with somebody's number is refused: %s",
    (text) => {
      expect(parseForm(noteForm, form({ period: "2026-Q1", text }))).toMatchObject({ errors: { text: "person" } });
    },
  );

  it("E12: a goal is read as people write it, and above 100 percent refused", async () => {
    expect(parseForm(goalForm, form({ by: "2027-Q1", target: "65,5 %".replace(" ", "") }))).toMatchObject({
      value: { target: 65.5 },
    });
    expect(parseForm(goalForm, form({ by: "2027-Q1", target: "veel" }))).toMatchObject({
      errors: { target: "number" },
    });
    const { actor, practice } = await enter((await aReader()).cookie);
    await expect(setGoal(actor, practice, hba1c, { target: 101, by: "2027-Q1" })).rejects.toThrow("invalid");
  });
});
