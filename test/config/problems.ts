import { readDeskFile } from '../../src/config/desk-file.js';
import { ConfigError } from '../../src/errors.js';

/** What is wrong with the text of a desk file; nothing when it can be used. */
export function problemsOf(text: string): readonly string[] {
  try {
    readDeskFile(text, 'desk.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
