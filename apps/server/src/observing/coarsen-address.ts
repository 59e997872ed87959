import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network of an address: enough to see where trouble comes from, too little to find a person. /24 for IPv4, /48 for IPv6, which is what a
 * house or an office is given.
 */
export function coarsen(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIPv6(plain)) return `${firstGroups(plain).join(':')}::/48`;
  return 'unknown';
}

/** The first three of the eight groups, whatever `::` stands for. */
function firstGroups(address: string): readonly string[] {
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const middle = after === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...middle, ...tail]
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase());
}
