const SIGNATURE_AT_END = /(?:^|\s)(\^[\p{L}\p{N}]{1,5})$/u;

/** Whose signature stands at the end of a text, as "^AK"; undefined when there is none. */
export const signatureAtEnd = (text: string): string | undefined => SIGNATURE_AT_END.exec(text.trim())?.[1];

/** The text without any signatures at its end. */
export function unsigned(text: string): string {
  let words = text.trim();
  while (SIGNATURE_AT_END.test(words)) words = words.replace(SIGNATURE_AT_END, '').trimEnd();
  return words;
}
