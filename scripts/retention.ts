import { writeFileSync } from "node:fs";
import { PLACE, retentionPage } from "./checks/retention.ts";

/** `npm run retention`: writes the page of how long everything is kept from its table. */
writeFileSync(PLACE, await retentionPage());
console.log(PLACE);
