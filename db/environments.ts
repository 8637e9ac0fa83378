import * as accounts from "./schema/accounts.ts";
import * as doors from "./schema/doors.ts";
import * as records from "./schema/records.ts";
import * as requests from "./schema/requests.ts";

type OfEnvironment = typeof records.environmentStaff;

/** Every table whose rows belong to an environment of clients. */
export const environmentTables = [accounts, doors, records, requests]
  .flatMap((schema) => Object.values(schema) as object[])
  .filter((table): table is OfEnvironment => "environmentId" in table);
