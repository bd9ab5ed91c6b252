import type { Answer, Card } from '../card/card.js';
import { isPrivate, isWritten, ourWords } from '../card/select.js';
import type { AccountId, PostId, SlackUserId } from '../ids.js';
import { omit } from '../omit.js';
import type { Topic } from '../post/topic.js';
import { withoutNames } from '../writing/blank-names.js';

/**
 * A reply of the library's and who approved it, as it leaves the desk or outlives its card (`keep: { hold: true }`): none of
 * a patron's words, and no name in ours. Field names are stored; times are Unix ms.
 */
export interface KeptReply {
  /** The id of our post; of a reply of which only a person told us, when and by whom it was sent. */
  readonly id: string;
  readonly format: 1;
  readonly at: number;
  readonly postId?: PostId;
  /** "" where the words are not kept, as of private messages. */
  readonly text: string;
  /** Who approved it; undefined when somebody wrote it in X and the desk cannot tell who. */
  readonly by?: SlackUserId;
  /** Who wrote the words, where a colleague checked and sent them. */
  readonly writtenBy?: SlackUserId;
  readonly how: Answer['how'];
  /** Of what it answers. */
  readonly topic?: Topic;
  /** The post that it answers, and whose that is. Both go when that person is forgotten. */
  readonly answersTo?: PostId;
  readonly patron?: AccountId;
}

/** The id under which a reply is kept while only a person has told us of it. */
export const idBeforePosted = ({ at, by }: Pick<Answer, 'at' | 'by'>): string => `reported-${at}-${by ?? ''}`;

/**
 * The library's replies of a card, oldest first. Words that are not kept any more, and those of private messages, are "": what
 * is said in private stands nowhere else.
 */
export const repliesOf = (card: Card): readonly KeptReply[] =>
  card.answers.map((answer) => {
    const { at, by, covers, how, postId, under, writtenBy } = answer;
    const answered = card.acts.filter((act) => isWritten(act) && covers.includes(act.id)).findLast(isWritten);
    const isStillThere = answered !== undefined && !answered.gone;
    const answersTo = under ?? (isStillThere ? answered.versions.at(-1) : card.picked);
    return {
      id: postId ?? idBeforePosted(answer),
      format: 1,
      at,
      text: isPrivate(card) ? '' : withoutNames(ourWords(card, answer), card.patron),
      how,
      ...(card.acts[0]?.kind === 'hello' ? {} : { patron: card.patron.id }),
      ...(postId && { postId }),
      ...(by && { by }),
      ...(writtenBy && { writtenBy }),
      ...(answered && { topic: answered.topic }),
      ...(answersTo && { answersTo }),
    };
  });

/** A kept reply of which nobody can tell any more to whom it was. The same where that is so already. */
export const withoutPerson = (reply: KeptReply): KeptReply =>
  reply.patron === undefined && reply.answersTo === undefined ? reply : omit(reply, 'answersTo', 'patron');
