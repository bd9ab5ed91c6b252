import { compose, leadingHandles } from './compose.js';
import { nextId } from './ids.js';
import { accountById } from './people.js';
import type { Account, Medium, Poll, Post, ReplySettings, X } from './state.js';

/** A post before it is published. */
export interface Draft {
  readonly written: string;
  readonly replyTo?: string;
  readonly quotes?: string;
  readonly media?: readonly Medium[];
  readonly poll?: Poll;
  readonly sensitive?: boolean;
  readonly replySettings?: ReplySettings;
  /** People whom X would name at the beginning of a reply, and whom the writer left out. */
  readonly withoutNames?: readonly string[];
  /** Ids of the people whom X names at the beginning of a reply, instead of those whom it would name by itself. */
  readonly carried?: readonly string[];
  /** What X never gives of the post, as in `Post.omits`. */
  readonly omits?: readonly string[];
}

/** The accounts that X names at the beginning of a reply: the author of the post, then the people it mentions. */
export function frontNames(x: X, author: Account, draft: Draft): Account[] {
  const target = draft.replyTo === undefined ? undefined : x.state.posts[draft.replyTo];
  if (!target) return [];
  const already = new Set(leadingHandles(draft.written));
  const left = new Set(draft.withoutNames ?? []);
  left.delete(target.authorId);
  const ids = draft.carried ?? [target.authorId, ...(target.entities.mentions ?? []).map(({ id }) => id)];
  return [...new Set(ids)]
    .filter((id) => id !== author.id && !left.has(id))
    .map((id) => accountById(x, id))
    .filter(({ handle }) => !already.has(handle.toLowerCase()));
}

/** Publishes without any check: call `whyRefused` first. `at` is for posts of the past in the first state. */
export function publish(x: X, author: Account, draft: Draft, via: Post['via'], at?: number): Post {
  const now = at ?? x.world.clock.now();
  const id = nextId(x, now);
  const target = draft.replyTo === undefined ? undefined : x.state.posts[draft.replyTo];
  const ours = author.id === x.state.ours ? x.state.ownPostsOmit : undefined;
  const post = build(
    x,
    author,
    { ...draft, omits: [...(draft.omits ?? []), ...(ours ?? [])] },
    {
      id,
      firstId: id,
      conversationId: target ? conversationOf(target) : id,
      createdAt: now,
      via,
    },
  );
  x.state.posts[id] = post;
  return post;
}

/** A new version with its own id; the earlier ones stay readable by theirs. X carries the same names, or `carried`. */
export function edit(x: X, before: Post, written: string, carried = namesInFront(before)): Post {
  const author = accountById(x, before.authorId);
  const id = nextId(x);
  const draft: Draft = {
    written,
    replySettings: before.replySettings,
    ...kept(before),
    ...(before.replyTo && { carried }),
    ...(before.replyTo && { replyTo: before.replyTo.postId }),
    ...(before.quotes !== undefined && { quotes: before.quotes }),
  };
  const post = build(x, author, draft, {
    id,
    firstId: before.firstId,
    conversationId: before.replyTo ? before.conversationId : id,
    createdAt: x.world.clock.now(),
    via: before.via,
  });
  x.state.posts[id] = post;
  x.state.edits[before.firstId] = [...(x.state.edits[before.firstId] ?? [before.firstId]), id];
  return post;
}

/** The ids of the people whom X names in front of a post. */
export function namesInFront(post: Post): string[] {
  return (post.entities.mentions ?? []).flatMap(({ id, start }) => (start < post.wordsStart ? [id] : []));
}

type Kept = 'media' | 'poll' | 'sensitive' | 'omits';

/** What a draft hands on to the post, and a version to the next. */
function kept({ media, poll, sensitive, omits }: Pick<Draft, Kept>): Pick<Draft, Kept> {
  return {
    ...(media?.length && { media }),
    ...(poll && { poll }),
    ...(sensitive && { sensitive }),
    ...(omits?.length && { omits }),
  };
}

/** A reply belongs to the conversation of the post's first version, whichever version it answers. */
function conversationOf(target: Post): string {
  return target.replyTo ? target.conversationId : target.firstId;
}

type Fixed = Pick<Post, 'id' | 'firstId' | 'conversationId' | 'createdAt' | 'via'>;

function build(x: X, author: Account, draft: Draft, fixed: Fixed): Post {
  const target = draft.replyTo === undefined ? undefined : x.state.posts[draft.replyTo];
  const quoted = draft.quotes === undefined ? undefined : x.state.posts[draft.quotes];
  const { timelineMs, mentionsMs } = x.state.lag;
  return {
    ...fixed,
    authorId: author.id,
    written: draft.written,
    ...compose(x, {
      written: draft.written,
      names: frontNames(x, author, draft),
      media: draft.media ?? [],
      address: `https://x.com/${author.handle}/status/${fixed.id}`,
      ...(quoted && { quoted: { post: quoted, author: accountById(x, quoted.authorId) } }),
    }),
    ...(target && { replyTo: { postId: target.id, userId: target.authorId } }),
    ...(draft.quotes !== undefined && { quotes: draft.quotes }),
    ...kept(draft),
    replySettings: draft.replySettings ?? 'everyone',
    deleted: false,
    visibleAt: 0,
    timelineAt: fixed.createdAt + timelineMs,
    mentionsAt: fixed.createdAt + mentionsMs,
  };
}
