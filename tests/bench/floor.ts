import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { renderToString } from "react-dom/server";
import { marksFor } from "#app/reports/goals/find.server.ts";
import { overviewFor } from "#app/reports/model/overview.server.ts";
import { indicator } from "#app/reports/figures/read.server.ts";
import { indicatorById } from "#app/reports/definitions/catalogue.ts";
import { hasPatients } from "#app/reports/patients/open-patients.server.ts";
import { countProducts } from "#app/reports/products/find.server.ts";
import { lookAtOverview } from "#app/clients/records/read/overview.server.ts";
import { requireClient } from "#app/platform/rights/client-guards.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { keepUp } from "#app/platform/settings/in-force.server.ts";
import { elementOf, textOfTree, treeOf } from "./tree.ts";

/**
 * A floor to measure against: paints exactly the tree of a page of ours after exactly its reads, with React or with
 * template strings, on a bare server. Arguments: `react` or `bare`, then the file with the page and its path.
 */
const [, , kind, file = "", path = ""] = process.argv;
const tree = treeOf(readFileSync(file, "utf8"));
const place = /^\/mijn\/([\w-]+)$/.exec(path)?.[1];
const id = /\/rapportages\/([\w-]+)/.exec(path)?.[1];

const server = createServer((incoming, outgoing) => {
  const request = new Request(`http://localhost${path}`, { headers: { cookie: incoming.headers.cookie ?? "" } });
  void answer(request).then((body) => {
    outgoing.setHeader("Content-Type", "text/html; charset=utf-8");
    outgoing.end(body);
  });
});

async function answer(request: Request): Promise<string> {
  if (place) await readHome(request, place);
  else await readReports(request);
  return `<!DOCTYPE html>${kind === "react" ? renderToString(elementOf(tree)) : textOfTree(tree)}`;
}

async function readHome(request: Request, environmentId: string): Promise<void> {
  const { actor, environment } = await requireClient(request, environmentId);
  await lookAtOverview(actor, environment);
}

async function readReports(request: Request): Promise<void> {
  const { actor, practice } = await requireReports(request, null);
  if (id) {
    await indicator(practice.agb, id, "country");
    await marksFor(actor, practice, id);
    await hasPatients(practice, indicatorById(id)!);
  } else {
    await overviewFor(practice, { programme: "", search: "" }, "nl");
    await countProducts(practice);
  }
}

await keepUp();
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`port ${typeof address === "object" && address ? address.port : 0}\n`);
});
