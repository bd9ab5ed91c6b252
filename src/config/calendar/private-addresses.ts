import { BlockList, isIPv6 } from 'node:net';

/** Ranges of addresses that lead to this machine, to its own network, or to nobody on the internet (IANA's registries). */
const private4: readonly (readonly [network: string, bits: number])[] = [
  // "This network": 0.0.0.0 is this machine.
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Shared by the customers of a provider.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; clouds answer with a machine's secrets at 169.254.169.254.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  // Multicast, reserved and broadcast.
  ['224.0.0.0', 3],
];
const private6: readonly (readonly [network: string, bits: number])[] = [
  // Unspecified (::), loopback (::1) and the old form of IPv4 addresses.
  ['::', 96],
  // Local translation of IPv4.
  ['64:ff9b:1::', 48],
  // Teredo and 6to4, which hide an IPv4 address and are no longer in use.
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const list = new BlockList();
for (const [network, bits] of private4) {
  // Node asks these for the form ::ffff:10.0.0.1 too.
  list.addSubnet(network, bits, 'ipv4');
  // As networks without IPv4 write an IPv4 address (RFC 6052).
  list.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6');
}
for (const [network, bits] of private6) list.addSubnet(network, bits, 'ipv6');

/** Whether an IP address leads to this machine or its own network, and not into the internet. */
export function isPrivateAddress(address: string): boolean {
  // "fe80::1%eth0" names an interface.
  const [plain = ''] = address.split('%');
  return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
