/** The formats of strings in lexicons. https://atproto.com/specs/lexicon#string-formats */
export type Format = keyof typeof formats;

const did = /^did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]$/;
const handle =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
const nsid =
  /^[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+\.[a-zA-Z][a-zA-Z0-9]{0,62}$/;
const recordKey = /^(?!\.{1,2}$)[a-zA-Z0-9_~.:-]{1,512}$/;
const tid = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
const cid = /^(?:bafy|bafk)rei[a-z2-7]{52}$/;
const datetime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,20})?(?:Z|[+-]\d{2}:\d{2})$/;
const uri = /^[a-z][a-z.-]{0,80}:[^\s]+$/;
const language = /^(?:i|[a-z]{2,3}(?:-[a-zA-Z0-9]{1,8})*)$/;
const isHandle = (text: string) => text.length <= 253 && handle.test(text);
const isDid = (text: string) => text.length <= 2048 && did.test(text);
const isAtUri = (text: string) => {
  const [, authority = '', collection, key] = /^at:\/\/([^/]+)(?:\/([^/]+)(?:\/([^/]+))?)?$/.exec(text) ?? [];
  return (
    (isDid(authority) || isHandle(authority)) &&
    (collection === undefined || nsid.test(collection)) &&
    (key === undefined || recordKey.test(key))
  );
};

const formats = {
  'at-identifier': ['at-identifier', (text: string) => isDid(text) || isHandle(text)],
  'at-uri': ['at-uri', isAtUri],
  cid: ['CID string', (text: string) => cid.test(text)],
  datetime: ['datetime', (text: string) => datetime.test(text) && !Number.isNaN(Date.parse(text))],
  did: ['DID', isDid],
  handle: ['handle', isHandle],
  language: ['language', (text: string) => language.test(text)],
  nsid: ['NSID', (text: string) => nsid.test(text)],
  'record-key': ['record key', (text: string) => recordKey.test(text)],
  tid: ['TID string', (text: string) => tid.test(text)],
  uri: ['uri', (text: string) => uri.test(text)],
} as const satisfies Record<string, readonly [string, (text: string) => boolean]>;

/** Whether a text has a format. */
export const hasFormat = (format: Format, text: string): boolean => formats[format][1](text);

/** What the servers call a format in their refusals: `Invalid datetime (got "yesterday")`. */
export const nameOf = (format: Format): string => formats[format][0];
