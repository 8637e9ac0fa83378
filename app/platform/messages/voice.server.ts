import type { Environment } from "#app/platform/settings/environment.ts";
import { entrances, operator } from "#app/platform/settings/in-force.server.ts";
import { originOf } from "#app/platform/settings/origin.server.ts";
import { config } from "#app/shared/config.server.ts";

/** Who speaks in a letter: names, colour, desk and portal. */
export type Voice = {
  /** Stands on top. */
  product: string;
  /** In a list of mails; null: as `MAIL_FROM` has it. */
  sender: string | null;
  /** Under the greeting. */
  name: string;
  colour: string;
  desk: { phone: string | null; email: string; hours: { nl: string; en: string } };
  /** Number to call when something is wrong with an account: there always is one. */
  call: string;
  /** Where its portal is, without a slash at the end. */
  portal: string;
};

/** Step 600 of the brand colours of the operator (`ui/styles/tokens.css`). */
const OWN_COLOUR = "#156873";

/** The voice of the operator. */
export const operatorVoice = (): Voice => {
  const { product, name, desk } = operator();
  return { product, sender: null, name, colour: OWN_COLOUR, desk, call: desk.phone, portal: config.publicUrl };
};

/**
 * The voice of an environment. Its own name can say something about health, and sender and heading are read over a
 * shoulder: the entrance by which its clients come in stands there, as they know it (record 0041).
 */
export const environmentVoice = ({ id, brand, desk }: Environment): Voice => {
  const own = operatorVoice();
  const name = entrances().find(({ environments }) => environments.includes(id))?.name ?? own.product;
  return {
    product: name,
    sender: name,
    name,
    colour: brand[600],
    desk,
    call: desk.phone ?? own.call,
    portal: originOf(id),
  };
};
