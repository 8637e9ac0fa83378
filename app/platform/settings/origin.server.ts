import type { Address } from "#app/shared/address.ts";
import { config } from "#app/shared/config.server.ts";

/**
 * Address under which people reach an environment, without a slash at the end: its own host (`ENVIRONMENT_HOSTS`), so
 * that its cookies reach nobody else, or else the host of the portal, by path.
 */
export function originOf(environmentId: string): string {
  const host = config.environmentHosts.get(environmentId);
  return host ? `${new URL(config.publicUrl).protocol}//${host}` : config.publicUrl;
}

/** An address as it can be followed from elsewhere, such as a mailbox: pages of an environment on its own host. */
export function absolute(address: Address): string {
  const environmentId = /^\/mijn\/([^/?]+)/.exec(address)?.[1];
  return `${environmentId ? originOf(environmentId) : config.publicUrl}${address}`;
}
