import type { FollowThanks } from '../languages/word-lists.js';
import { phraseEnd, treeOf, wordsIn } from '../post/phrase-tree.js';
import { oncePer } from '../post/plain.js';
import { asCompared } from '../post/topic.js';

/** "thanks so much for the follow" has four words between. */
const mostBetween = 4;

const treesOf = oncePer(({ thanks, following }: FollowThanks) => ({
  thanks: treeOf(thanks),
  following: treeOf(following),
}));

/** Whether a text thanks for following: in one sentence, with few words between the thanks and what they are for. */
export function thanksForFollowing(text: string, phrases: FollowThanks): boolean {
  const { thanks, following } = treesOf(phrases);
  return asCompared(text)
    .split(/[.!?]+/u)
    .map((sentence) => wordsIn(sentence).filter(({ isWord }) => isWord))
    .some((words) =>
      words.some((_, at) => {
        const end = phraseEnd(thanks, words, at);
        const near = words.slice(end, end + mostBetween + 1);
        return end > at && near.some((_, ahead) => phraseEnd(following, words, end + ahead) > end + ahead);
      }),
    );
}
