import { eq, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { agbParties, agbRelations } from "#db/schema/joining.ts";
import type { AgbRegister, Answer, Party } from "./register.ts";

async function party(agb: string): Promise<Party | undefined> {
  const [row] = await db.select().from(agbParties).where(eq(agbParties.agb, agb));
  return row;
}

const answer = <T>(value: T | undefined): Answer<T> => (value ? { state: "found", value } : { state: "absent" });

/** The register as last imported (`npm run import:agb`). */
export const tableRegister: AgbRegister = {
  source: "register_table",
  async findPractitioner(agb) {
    const found = await party(agb);
    return answer(found?.kind === "person" ? found : undefined);
  },
  async findPractice(agb) {
    const found = await party(agb);
    return answer(found && found.kind !== "person" ? found : undefined);
  },
  async relations(agb) {
    const rows = await db
      .select()
      .from(agbRelations)
      .where(or(eq(agbRelations.agbA, agb), eq(agbRelations.agbB, agb)));
    return { state: "found", value: rows.map(({ id: _, ...relation }) => relation) };
  },
};
