import { defaultWords } from '../core/words.js';

/** For buttons and modals of a desk that was renamed or removed in desk.yaml: it has no words of its own any more. */
export const notServed = defaultWords['told.not-served'] ?? '';
