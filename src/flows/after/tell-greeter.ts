import type { CardEvent } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { postedAt } from '../../core/ids.js';
import { plainText } from '../../core/post/plain.js';
import { findingSentence } from '../../core/sentences/finding-sentences.js';
import { firstOf } from '../../core/sentences/phrases.js';
import { say } from '../../core/words/words.js';
import { checkWords } from '../../core/writing/check-words.js';
import { isRemoteFault, undefinedIf } from '../../errors.js';
import type { Ports } from '../../ports.js';

/**
 * A greeting is written in X, where nothing checks it: what would have been said before is said once it is seen, and
 * only to its writer.
 */
export async function tellGreeter(
  { board, clock, desk, ourPosts }: Pick<Ports, 'board' | 'clock' | 'desk' | 'ourPosts'>,
  card: Card,
  { postId }: Extract<CardEvent, { event: 'greeting-seen' }>,
): Promise<void> {
  const greeting = card.answers.find((answer) => answer.postId === postId);
  if (!greeting?.by) return;
  const said = await ourPosts.recent(clock.now());
  const { warnings } = checkWords({
    card,
    text: plainText(greeting.text),
    signature: '',
    openings: [],
    checks: { ...desk.checks, settings: { ...desk.checks.settings, ...unsaid } },
    said: said.filter(({ at }) => at < postedAt(postId)),
    helpDesk: desk.voice.helpDesk,
    us: desk.x.handle,
    longPosts: true,
    reach: 'hand-off',
  });
  if (warnings.length === 0) return;
  const found = warnings.map((one) => findingSentence(desk, one, card)).join(' ');
  const text = say(desk.words, 'told.greeting-seen', { first: firstOf(card.patron), found });
  // Whoever left the channel can't be told there, and the greeting stands all the same.
  await board.whisper(greeting.by, text).catch(undefinedIf(isRemoteFault));
}

/** Too late for what could only have been put right before; whoever signs in X does so by hand. */
const unsaid = { signature: 'off', links: 'off', others: 'off' } as const;
