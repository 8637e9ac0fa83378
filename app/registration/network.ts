/** The network an address belongs to, for limits: /24 of IPv4, /64 of IPv6. */
export function networkOf(address: string | undefined): string {
  if (!address) return "none";
  if (address.includes(":") && !address.includes(".")) return address.split(":").slice(0, 4).join(":");
  return (address.split(":").at(-1) ?? "").split(".").slice(0, 3).join(".");
}
