const digits = '234567abcdefghijklmnopqrstuvwxyz';
/** Tells apart the keys of several servers in one microsecond; ours has one. */
const clockId = 21n;

/** A record key that is ordered by time: microseconds, in base32. https://atproto.com/specs/tid */
export function tidOf(microseconds: number): string {
  let left = (BigInt(microseconds) << 10n) | clockId;
  let text = '';
  for (let at = 0; at < 13; at += 1) {
    text = `${digits[Number(left & 31n)]}${text}`;
    left >>= 5n;
  }
  return text;
}
