/** The text as it is posted: signed once (" ^AK"), also when the writer typed the signature. */
export function withSignature(text: string, signature: string): string {
  const own = withoutSignature(text, signature);
  return [own, signature.trim()].filter((part) => part !== '').join(' ');
}

export function withoutSignature(text: string, signature: string): string {
  const trimmed = text.trim();
  const sign = signature.trim();
  const before = trimmed.slice(0, trimmed.length - sign.length);
  const signed = sign !== '' && trimmed.slice(before.length).toLowerCase() === sign.toLowerCase();
  return signed && /(?:^|\s)$/u.test(before) ? before.trimEnd() : trimmed;
}

/** A signature that stands at the end of the words and is not the writer's. */
export function foreignSignature(text: string, signature: string): string | undefined {
  const [, found] = SIGNATURE.exec(withoutSignature(text, signature)) ?? [];
  return found;
}

/** The words alone, whoever signed them. */
export const unsigned = (text: string): string => text.trim().replace(SIGNATURE, '').trimEnd();

const SIGNATURE = /(?:^|\s)(\^[\p{L}\p{N}]{1,5})$/u;
