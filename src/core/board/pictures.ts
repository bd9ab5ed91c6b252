import type { Card, Mention } from '../card/card.js';
import { newestAct } from '../card/select.js';
import type { Desk } from '../desk/desk.js';
import type { PostId } from '../ids.js';
import type { Media } from '../post/post.js';

/** A photo, or the still of a film, that Slack may load from the network. */
export type Picture = Exclude<Media, { readonly kind: 'poll' }> & { readonly preview: string };

/**
 * The pictures of a post that have an address of the network's own, in the order of the post. Those of a practice network lead
 * nowhere.
 */
export const picturesOf = (
  media: readonly Media[],
  { account, network }: Pick<Desk, 'account' | 'network'>,
): readonly Picture[] =>
  media.filter(
    (one): one is Picture =>
      !account.practice &&
      one.kind !== 'poll' &&
      one.preview !== undefined &&
      network.pictures.test(one.preview),
  );

/**
 * Why a picture waits for a press: the network says that it may disturb people, its writer is new to us, the desk wants it
 * so, or Slack could not load it.
 */
export type WhyHidden = 'sensitive' | 'new-to-us' | 'on-press' | 'unloadable';

/** Why the pictures of a post are not shown before somebody presses; undefined where they are. */
export function whyHidden(
  card: Card,
  mention: Mention,
  { picturesOnPress }: Pick<Desk, 'picturesOnPress'>,
): WhyHidden | undefined {
  if (mention.sensitive) return 'sensitive';
  if (isNewToUs(card, mention)) return 'new-to-us';
  if (picturesOnPress) return 'on-press';
  return mention.unloadable ? 'unloadable' : undefined;
}

/** Somebody who goes on in their first conversation with us is new until we answer: the picture may come second. */
const isNewToUs = ({ acts, answers }: Card, mention: Mention): boolean =>
  mention.first === true ||
  (answers.length === 0 && acts.some((act) => act.kind === 'mention' && act.first === true));

/** The mention of a card that has a post as one of its versions; undefined for none, and for one that was removed. */
export const mentionOf = ({ acts }: Card, post: PostId): Mention | undefined =>
  acts.find(
    (act): act is Mention => act.kind === 'mention' && !act.gone && act.versions.some((one) => one === post),
  );

/** The card when Slack could not load the picture of its newest post, so that nothing tries it again by itself. */
export function withUnloadable(card: Card): Card {
  const act = newestAct(card);
  if (act.kind !== 'mention' || act.unloadable || act.media.length === 0) return card;
  return {
    ...card,
    acts: [...card.acts.slice(0, -1), { ...act, unloadable: true }],
    version: card.version + 1,
  };
}
