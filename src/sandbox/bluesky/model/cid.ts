import { createHash } from 'node:crypto';

/** A record, as JSON. `{$link: cid}` stands for a link, `{$bytes: base64}` for bytes. https://atproto.com/specs/data-model */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [name: string]: Data };
export type DataObject = { readonly [name: string]: Data };

/** The content id of a record: CIDv1, DAG-CBOR, SHA-256, in base32. https://github.com/multiformats/cid */
export const cidOf = (record: Data): string => cidOfBytes(0x71, encode(record));

/** The content id of bytes, such as a picture's. */
export const cidOfBlob = (bytes: Uint8Array): string => cidOfBytes(0x55, bytes);

function cidOfBytes(codec: number, bytes: Uint8Array): string {
  return `b${base32(Buffer.concat([Buffer.of(1, codec, 0x12, 32), createHash('sha256').update(bytes).digest()]))}`;
}

/** A record with its keys in the order in which the servers store them and give them back: the shorter first. */
export function ordered<T extends Data>(value: T): T {
  if (Array.isArray(value)) return value.map(ordered) as unknown as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    entriesInOrder(value as DataObject).map(([name, part]) => [name, ordered(part)]),
  ) as T;
}

const entriesInOrder = (value: DataObject) =>
  Object.entries(value)
    .map(([name, part]) => ({ name, part, bytes: Buffer.from(name) }))
    .sort((a, b) => a.bytes.length - b.bytes.length || a.bytes.compare(b.bytes))
    .map(({ name, part }) => [name, part] as const);

/** https://ipld.io/specs/codecs/dag-cbor/spec */
function encode(value: Data): Buffer {
  if (value === null) return Buffer.of(0xf6);
  if (typeof value === 'boolean') return Buffer.of(value ? 0xf5 : 0xf4);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return counted(3, Buffer.from(value));
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(encode)]);
  const map = value as DataObject;
  const names = Object.keys(map);
  if (names.length === 1 && typeof map.$link === 'string')
    return Buffer.concat([
      head(6, 42),
      counted(2, Buffer.concat([Buffer.of(0), bytesOfBase32(map.$link.slice(1))])),
    ]);
  if (names.length === 1 && typeof map.$bytes === 'string')
    return counted(2, Buffer.from(map.$bytes, 'base64'));
  const parts = entriesInOrder(map).flatMap(([name, part]) => [encode(name), encode(part)]);
  return Buffer.concat([head(5, names.length), ...parts]);
}

const counted = (major: number, bytes: Buffer) => Buffer.concat([head(major, bytes.length), bytes]);

/** The kind of an item and its number, in as few bytes as it fits. https://www.rfc-editor.org/rfc/rfc8949#section-3 */
function head(major: number, count: number): Buffer {
  const first = major << 5;
  if (count < 24) return Buffer.of(first | count);
  if (count < 2 ** 8) return Buffer.of(first | 24, count);
  const bytes = Buffer.alloc(count < 2 ** 16 ? 3 : count < 2 ** 32 ? 5 : 9);
  bytes.writeUInt8(first | (bytes.length === 3 ? 25 : bytes.length === 5 ? 26 : 27));
  if (bytes.length === 9) bytes.writeBigUInt64BE(BigInt(count), 1);
  else bytes.writeUIntBE(count, 1, bytes.length - 1);
  return bytes;
}

const digits = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += digits[(held >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + digits[(held << (5 - bits)) & 31] : text;
}

function bytesOfBase32(text: string): Buffer {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const digit of text) {
    held = ((held << 5) | digits.indexOf(digit)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Buffer.from(bytes);
}
