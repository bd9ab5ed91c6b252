/** A name with its @, in the words of a post. Handles are domain names. https://atproto.com/specs/handle */
const NAME =
  /(?<=^|[\s(])@(?<handle>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)/giu;

/** A name in a text: its handle in small letters, and where it stands with its @, in UTF-16 units. */
interface NameIn {
  readonly handle: string;
  readonly start: number;
  readonly end: number;
}

/** The names that stand in a text. */
export const namesIn = (text: string): readonly NameIn[] =>
  [...text.matchAll(NAME)].map(({ 0: name, groups, index }) => ({
    handle: (groups?.handle ?? '').toLowerCase(),
    start: index,
    end: index + name.length,
  }));

/** The handles that a text names, each once. */
export const handlesIn = (text: string): readonly string[] => [
  ...new Set(namesIn(text).map(({ handle }) => handle)),
];
