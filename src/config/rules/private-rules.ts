import { privateSideId } from '../../core/private/private-desk.js';
import { maxDeskIdLength } from '../../core/words/screen-room.js';
import { type Finding, quoted } from './findings.js';
import { desksOf, entries, type Reading, type Rule } from './rule-parts.js';

/** What must hold where a desk watches private messages. */
export const privateRules: readonly Rule[] = [privateMessagesWithPolicy, privateChannelOfItsOwn];
export const privateWarnings: readonly Rule[] = [followBackWithPrivateMessages];

function* privateMessagesWithPolicy({ file, refused }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    if (!desk.x?.privateMessages || desk.privacyPolicy || refused([...path, 'privacyPolicy'])) continue;
    yield {
      path: [...path, 'x', 'privateMessages'],
      at: 'key',
      found: 'private messages without privacyPolicy',
      allowed: 'with privacyPolicy: https://…, which X wants in private answers',
    };
  }
}

/** Its private side is a desk of its own: its id and its channel are no other desk's. */
function* privateChannelOfItsOwn({ file }: Reading): Iterable<Finding> {
  const all = desksOf(file);
  const ids = entries(file.desks).map(([id]) => id);
  for (const [id, desk] of entries(file.desks)) {
    const { privateMessages } = desk.x ?? {};
    if (!privateMessages) continue;
    const path = ['desks', id, 'x', 'privateMessages'];
    const others = all.flatMap((one) => [
      one.desk.channel,
      ...(one.desk === desk ? [] : [one.desk.x?.privateMessages?.channel]),
    ]);
    const { channel } = privateMessages;
    if (channel !== undefined && others.includes(channel)) {
      yield {
        path: [...path, 'channel'],
        found: quoted(channel),
        allowed: 'a channel for private messages alone',
      };
    }
    // The ids of cards there are as long as those of posts, and its own id is longer.
    if (privateSideId(id).length > maxDeskIdLength)
      yield {
        path: ['desks', id],
        at: 'key',
        found: `${id.length} characters, with private messages`,
        allowed: `at most ${maxDeskIdLength - privateSideId('').length}`,
      };
    const taken = privateSideId(id);
    if (ids.includes(taken))
      yield {
        path: ['desks', taken],
        at: 'key',
        found: quoted(taken),
        allowed: `another id: this one is for the private messages of ${id}`,
      };
  }
}

/** X lets patrons whom we follow write to us; somebody has to read what they write. */
function* followBackWithPrivateMessages({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    if (!desk.greetings?.followBack || desk.x?.privateMessages) continue;
    yield {
      path: [...path, 'greetings', 'followBack'],
      found: 'true, without x.privateMessages, so it is not offered',
      allowed: 'with x.privateMessages, because whoever we follow may write to us there',
    };
  }
}
