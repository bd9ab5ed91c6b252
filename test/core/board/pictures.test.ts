import { describe, expect, it } from 'vitest';
import { picturesOf, whyHidden, withUnloadable } from '../../../src/core/board/pictures.js';
import { theDesk } from '../../../src/core/card/actions.js';
import type { Mention } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { newestAct } from '../../../src/core/card/select.js';
import { actId, postId } from '../../../src/core/ids.js';
import { networks } from '../../../src/core/network/networks.js';
import { aCard, aDesk, aMention, tuesday } from '../../build.js';
import { anAnswer } from '../../slack/cards.js';

const photo = { kind: 'photo', preview: 'https://pbs.twimg.com/media/1.jpg' } as const;

describe('pictures of a post', () => {
  it('are photos and the stills of films, in the order of the post', () => {
    const film = { ...photo, kind: 'film', durationMs: 42_000 } as const;
    const poll = { kind: 'poll', options: ['Crime', 'Romance'] } as const;
    expect(picturesOf([film, poll, photo], aDesk())).toEqual([film, photo]);
  });

  it.each([
    undefined,
    'http://pbs.twimg.com/media/1.jpg',
    'https://evil.example/1.jpg',
    'https://pbs.twimg.com@evil.example/1.jpg',
    'https://pbs.twimg.com.evil.example/1.jpg',
  ])('have an address of the network: not %s', (preview) => {
    expect(picturesOf([{ kind: 'photo', ...(preview && { preview }) }], aDesk())).toEqual([]);
  });

  it.each([
    'https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:abc/bafkrei@jpeg',
    'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:abc/bafkrei',
  ])('on Bluesky are those of its own store: %s', (preview) => {
    const bluesky = aDesk({ network: networks.bluesky });
    expect(picturesOf([{ kind: 'photo', preview }], bluesky)).toHaveLength(1);
    expect(picturesOf([{ kind: 'photo', preview }], aDesk())).toEqual([]);
  });

  it.each([
    'http://localhost:2584/img/feed_thumbnail/plain/did:plc:abc/bafkrei@jpeg',
    'https://cdn.pds.example/img/1.jpg',
    'https://cdn.bsky.app.evil.example/img/1.jpg',
    'https://pbs.twimg.com/media/1.jpg',
  ])('of another server are not given to Slack, which may not reach it: %s', (preview) => {
    expect(picturesOf([{ kind: 'photo', preview }], aDesk({ network: networks.bluesky }))).toEqual([]);
  });

  it('of a practice network are none: their addresses lead nowhere', () => {
    const { account } = aDesk();
    expect(picturesOf([photo], aDesk({ account: { ...account, practice: true } }))).toEqual([]);
  });
});

describe('a picture waits for a press', () => {
  const why = (given: Partial<Mention>, desk = aDesk()) => {
    const mention = aMention({ media: [photo], ...given });
    return whyHidden(aCard({ acts: [mention] }), mention, desk);
  };

  it('when the network calls it sensitive, its writer is new to us, the desk wants it so, or Slack could not load it', () => {
    expect(why({})).toBeUndefined();
    expect(why({ sensitive: true, first: true })).toBe('sensitive');
    expect(why({ first: true })).toBe('new-to-us');
    expect(why({}, aDesk({ picturesOnPress: true }))).toBe('on-press');
    expect(why({ unloadable: true })).toBe('unloadable');
  });

  it('of somebody new also in their second post, until we answer', () => {
    const second = aMention({ id: actId('5002'), media: [photo] });
    const card = aCard({ acts: [aMention({ first: true }), second] });
    expect(whyHidden(card, second, aDesk())).toBe('new-to-us');
    expect(whyHidden({ ...card, answers: [anAnswer()] }, second, aDesk())).toBeUndefined();
  });
});

describe('a picture that Slack could not load', () => {
  const card = aCard({ acts: [aMention({ media: [photo] })] });

  it('is remembered once, and its card is shown anew', () => {
    const known = withUnloadable(card);
    expect(known).toMatchObject({ version: 2, acts: [{ unloadable: true }] });
    expect(withUnloadable(known)).toBe(known);
  });

  it('is not what a post without one or a follow lacks', () => {
    expect(withUnloadable(aCard())).toMatchObject({ version: 1 });
    expect(withUnloadable(aCard({ acts: [aMention()] })).acts[0]).not.toHaveProperty('unloadable');
  });

  it('may be another one in the next version of its post', () => {
    const mention = aMention({ media: [photo], versions: [postId('5001'), postId('5009')] });
    const next = decide(withUnloadable(card), { do: 'edited', act: mention.id, mention }, theDesk, tuesday);
    if (isRefusal(next)) throw new Error('It was refused.');
    expect(newestAct(next.card)).not.toHaveProperty('unloadable');
  });
});
