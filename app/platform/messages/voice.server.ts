import { operator } from "#app/platform/settings/in-force.server.ts";
import { config } from "#app/shared/config.server.ts";

/** Who speaks in a letter: names, desk and portal. */
export type Voice = {
  /** Stands on top. */
  product: string;
  /** Under the greeting. */
  name: string;
  desk: { phone: string; email: string; hours: { nl: string; en: string } };
  /** Where its portal is, without a slash at the end. */
  portal: string;
};

/** The voice of the operator. */
export const operatorVoice = (): Voice => {
  const { product, name, desk } = operator();
  return { product, name, desk, portal: config.publicUrl };
};

/** The voice of an environment. */
export const environmentVoice = (_environmentId: string | undefined): Voice => operatorVoice();
