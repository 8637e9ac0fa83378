/** The way through the pages of the DigiD simulator, as a person goes it. */
import { expect, type Page } from "@playwright/test";

/** Test persons of the simulator that the invented world knows. */
export const FATIMA = "999991772";
export const AISHA = "900095192";
export const KEES = "000000012";
export const WILLEM = "999992351";
export const JET = "999995844";
/** Known nowhere. */
export const ROOS = "999999990";

type Way = { bsn: string; level?: string; fault?: string; script?: boolean };

/** From the door of an environment to the page of the simulator. */
export async function toDigid(page: Page, script = true): Promise<void> {
  await page.getByRole("button", { name: "Inloggen met DigiD" }).click();
  if (!script) await page.getByRole("button", { name: "Ga naar DigiD" }).click();
  await expect(page).toHaveURL(/127\.0\.0\.1/);
}

/** Signs in at the simulator without its steps in between, and comes back. */
export async function throughDigid(page: Page, { bsn, level, fault, script = true }: Way): Promise<void> {
  await toDigid(page, script);
  await page.getByLabel("Zonder tussenstappen").check();
  await page.getByRole("radio", { name: new RegExp(bsn) }).check();
  if (level) await page.getByLabel("Bereikt niveau").selectOption(level);
  if (fault) {
    await page.getByText("Foutschakelaars").click();
    await page.locator(`[name=fault]`).selectOption(fault);
  }
  await page.getByRole("button", { name: "Inloggen", exact: true }).click();
  await expect(page).toHaveURL(/localhost/);
}

/** Signs in for the first time: DigiD, then the terms. */
export async function firstSignIn(page: Page, environment: string, bsn: string, script = true): Promise<void> {
  await page.goto(`/mijn/${environment}`);
  await throughDigid(page, { bsn, script });
  await page.getByRole("button", { name: "Ik ga akkoord" }).click();
  await expect(page).toHaveURL(new RegExp(`/mijn/${environment}$`));
}
