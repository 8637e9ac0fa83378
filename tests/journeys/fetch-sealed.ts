/** Beside a running server: writes the newest sealed authorization to the file named. */
import { writeFileSync } from "node:fs";
import { signedFile } from "#app/professionals/joining/authorization/standing.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { db } from "#db/client.server.ts";

const rows = await db.select().from(authorizations);
const signed = rows.find((row) => row.state === "in_force");
writeFileSync(process.argv[2] ?? "sealed.pdf", (await signedFile(signed?.id ?? "", "document")).bytes);
