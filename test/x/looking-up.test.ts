import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postId } from '../../src/core/ids.js';
import { createXWorld, times, type XWorld } from './x-world.js';

const lookUpCall = 'GET /2/tweets';
const removeCall = 'DELETE /2/tweets/:id';

let x: XWorld;
beforeEach(async () => {
  x = await createXWorld();
});
afterEach(() => x.close());

describe('posts by their ids', () => {
  it('come with who wrote them', async () => {
    const id = x.post('maya_reads', '@centrallibrary Large print?');
    expect(await x.network.posts([id])).toMatchObject({
      found: [{ post: { id }, author: { id: x.maya, name: 'Maya Ortiz' } }],
      gone: [],
    });
  });

  it('come in their newest version, by whichever version they are asked for', async () => {
    const first = x.post('maya_reads', '@centrallibrary Large pint?');
    const { id: second } = x.act('edit', { id: first, text: '@centrallibrary Large print?' });
    for (const asked of [first, postId(second)]) {
      const { found } = await x.network.posts([asked]);
      expect(found).toMatchObject([{ post: { id: second, versions: [first, second] } }]);
    }
  });

  it('are gone when they were removed, their author is suspended, or they became private', async () => {
    const there = x.post('maya_reads', 'Still there');
    const removed = x.post('maya_reads', 'Removed');
    x.person('lena_m');
    x.person('quiet_q');
    const suspended = x.post('lena_m', 'Suspended');
    const closed = x.post('quiet_q', 'For friends');
    x.act('delete', { id: removed });
    x.act('suspend', { handle: 'lena_m' });
    x.act('protect', { handle: 'quiet_q' });
    const { found, gone } = await x.network.posts([there, removed, suspended, closed]);
    expect(found.map(({ post }) => post.id)).toEqual([there]);
    expect([...gone].sort()).toEqual([removed, suspended, closed].sort());
  });

  it('are gone when one that is asked for alone is a 404', async () => {
    const id = x.post('maya_reads', 'Removed');
    const body = {
      title: 'Not Found Error',
      type: 'https://api.x.com/2/problems/resource-not-found',
      detail: '',
    };
    x.fail(lookUpCall, { when: 'before', how: 'status', status: 404, body });
    expect(await x.network.posts([id])).toEqual({ found: [], odd: [], gone: [id] });
  });

  it('that X says nothing certain about are neither there nor gone', async () => {
    const id = x.post('maya_reads', 'Hm');
    const body = { errors: [{ value: id, type: 'https://api.x.com/2/problems/operational-disconnect' }] };
    x.fail(lookUpCall, { when: 'before', how: 'status', status: 200, body });
    expect(await x.network.posts([id])).toMatchObject({ found: [], gone: [], odd: [{ id }] });
  });

  it('are asked for in hundreds, each once', async () => {
    const ids = times(130, (n) => x.post('maya_reads', `Chapter ${n}`));
    const { found } = await x.network.posts([...ids, ...ids]);
    expect(found).toHaveLength(130);
    expect(x.calls(lookUpCall)).toMatchObject([{ count: 100 }, { count: 30 }]);
  });

  it('are not asked for when there are none', async () => {
    expect(await x.network.posts([])).toEqual({ found: [], odd: [], gone: [] });
    expect(x.calls(lookUpCall)).toEqual([]);
  });

  it('are read no longer than there is time', async () => {
    x.fail(lookUpCall, { when: 'before', how: 'hang' });
    const begun = performance.now();
    await expect(x.network.posts([x.post('maya_reads', 'Hm')], 300)).rejects.toMatchObject({
      name: 'OutcomeUnknown',
    });
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

describe('a person by their handle', () => {
  it('is found in whatever capitals', async () => {
    expect(await x.network.person('Maya_Reads')).toMatchObject({ id: x.maya, name: 'Maya Ortiz' });
  });

  it.each([
    ['does not exist', 'nobody_here', () => {}],
    ['is suspended', 'samokafor', () => x.act('suspend', { handle: 'samokafor' })],
  ])('is nobody when the account %s', async (_, handle, happens) => {
    happens();
    expect(await x.network.person(handle)).toBeUndefined();
  });

  it('is not asked for by what can be no handle', async () => {
    expect(await x.network.person('maya reads!')).toBeUndefined();
    expect(await x.network.person('a'.repeat(16))).toBeUndefined();
    expect(x.calls('GET /2/users/by/username/:username')).toEqual([]);
  });
});

describe('removing a post of ours', () => {
  const ours = () => x.act<{ posts: { id: string }[] }>('timeline', { handle: 'centrallibrary' }).posts;

  it('takes it off X', async () => {
    const id = x.post('centrallibrary', 'Oops');
    await x.network.remove(id);
    expect(ours().map((post) => post.id)).not.toContain(id);
  });

  it('that is gone already is done', async () => {
    const id = x.post('centrallibrary', 'Oops');
    x.act('delete', { id });
    await x.network.remove(id);
    expect(x.calls(removeCall)).toMatchObject([{ status: 404 }]);
  });

  it('may be repeated when X did not say what became of it', async () => {
    const id = x.post('centrallibrary', 'Oops');
    x.fail(removeCall, { when: 'after', how: 'reset' });
    await expect(x.network.remove(id)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    await x.network.remove(id);
    expect(x.calls(removeCall)).toMatchObject([{ tookEffect: true }, { status: 404 }]);
  });

  it("is refused for somebody else's", async () => {
    const id = x.post('maya_reads', 'Mine');
    await expect(x.network.remove(id)).rejects.toMatchObject({ name: 'Rejected' });
  });

  it('that X does not confirm is unclear', async () => {
    const id = x.post('centrallibrary', 'Oops');
    x.fail(removeCall, { when: 'before', how: 'status', status: 200, body: { data: { deleted: false } } });
    await expect(x.network.remove(id)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
  });
});
