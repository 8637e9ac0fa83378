import ipaddr from "ipaddr.js";

/** What is left of an address when the port that some proxies add, the brackets around it and its zone are off. */
function plain(given: string): string {
  const trimmed = given.trim();
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  return bare.split("%", 1)[0] ?? "";
}

/**
 * The network that an address belongs to, for limits: /24 of IPv4 and /64 of IPv6, which is what one line is given
 * (RFC 6177). IPv4 written as IPv6 (RFC 4291, 2.5.5.2; RFC 6052) counts as the IPv4 it is. Whatever is no address is
 * one network: `none`. Never throws.
 */
export function networkOf(address: string | undefined): string {
  const written = plain(address ?? "");
  if (ipaddr.IPv4.isValidFourPartDecimal(written)) return ofIPv4(ipaddr.IPv4.parse(written));
  if (!written.includes(":") || !ipaddr.IPv6.isValid(written)) return "none";
  const six = ipaddr.IPv6.parse(written);
  if (six.isIPv4MappedAddress()) return ofIPv4(six.toIPv4Address());
  if (six.range() === "rfc6052") return ofIPv4(new ipaddr.IPv4(six.toByteArray().slice(12)));
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${six.toNormalizedString()}/64`).toString()}/64`;
}

const ofIPv4 = (four: ipaddr.IPv4) => `${ipaddr.IPv4.networkAddressFromCIDR(`${four.toString()}/24`).toString()}/24`;
