import { config } from "#app/shared/config.server.ts";

/**
 * Address under which people reach an environment, without a slash at the end: its own host (`ENVIRONMENT_HOSTS`), so
 * that its cookies reach nobody else, or else the host of the portal, by path.
 */
export function originOf(environmentId: string): string {
  const host = config.environmentHosts.get(environmentId);
  return host ? `${new URL(config.publicUrl).protocol}//${host}` : config.publicUrl;
}
