import { closestMatch } from 'leven';

/** The name that was probably meant by `written`: one with few other letters, or one that `written` begins with. */
export function nearName(written: string, names: readonly string[]): string | undefined {
  const maxDistance = Math.min(2, Math.max(1, Math.floor(written.length / 3)));
  const same = names.find((name) => name.toLowerCase() === written.toLowerCase());
  const near = closestMatch(written.slice(0, 100), names, { maxDistance });
  return same ?? near ?? names.find((name) => name.length > 2 && written.toLowerCase().startsWith(name));
}
