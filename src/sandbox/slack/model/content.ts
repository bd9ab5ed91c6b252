import type { Random } from '../../world/random.js';
import { blocksLength, checkBlocks } from '../blocks/blocks.js';
import { complete } from '../blocks/complete.js';
import { type Fields, isFields } from '../blocks/json.js';
import type { Args } from './args.js';
import { Refused, withPointers } from './refused.js';

const maxText = 4000;
const maxMarkdown = 12_000;
const maxMessageBlocks = 50;
const maxBlocksLength = 11_000;
const maxAttachments = 100;
/** The most characters of a message's metadata as JSON. */
const maxMetadata = 16_000;

/** What a value in the payload of metadata can be: it has one level. */
const flat = ['string', 'number', 'boolean'];

/** The content of a message. A missing part was not in the call. */
export interface Content {
  readonly text?: string;
  readonly blocks?: Fields[];
  readonly attachments?: Fields[];
}

/** Reads and checks text, blocks, attachments and markdown_text for all methods that show a message. Throws Refused. */
export function readContent(args: Args, random: Random): Content {
  const markdown = args.text('markdown_text');
  const text = args.text('text') ?? markdown;
  if (markdown !== undefined && (args.has('text') || args.has('blocks')))
    throw new Refused('markdown_text_conflict');
  const [max, name] = markdown === undefined ? [maxText, 'text'] : [maxMarkdown, 'markdown_text'];
  if (text !== undefined && text.length > max) {
    throw new Refused('msg_too_long', [
      `[ERROR] must be less than ${max + 1} characters [json-pointer:/${name}]`,
    ]);
  }
  const blocks = readBlocks(args);
  const attachments = readAttachments(args, random);
  return {
    ...(text !== undefined && { text }),
    ...(blocks && { blocks: complete(blocks, random) }),
    ...(attachments && { attachments }),
  };
}

/** Throws Refused for a message without content. */
export function requireSomething({ text, blocks, attachments }: Content): void {
  if (!text && !blocks?.length && !attachments?.length) throw new Refused('no_text');
}

function readBlocks(args: Args): unknown[] | undefined {
  const blocks = args.json('blocks', 'invalid_blocks_format');
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) throw new Refused('invalid_blocks_format');
  refuseBlocks(blocks, '/blocks');
  return blocks;
}

function refuseBlocks(blocks: unknown, at: string): void {
  const problems = checkBlocks(blocks, at, maxMessageBlocks);
  if (problems.length > 0) {
    const errors = withPointers(problems);
    throw new Refused(
      'invalid_blocks',
      errors.map((error) => `[ERROR] ${error}`),
      { errors },
    );
  }
  if (blocksLength(blocks) > maxBlocksLength) {
    throw new Refused('msg_blocks_too_long', [
      `[ERROR] the blocks hold more than ${maxBlocksLength} characters [json-pointer:${at}]`,
    ]);
  }
}

function readAttachments(args: Args, random: Random): Fields[] | undefined {
  const attachments = args.json('attachments', 'invalid_attachments');
  if (attachments === undefined) return undefined;
  if (!Array.isArray(attachments) || !attachments.every(isFields)) throw new Refused('invalid_attachments');
  if (attachments.length > maxAttachments) throw new Refused('too_many_attachments');
  return attachments.map((attachment: Fields, index) => {
    const { blocks } = attachment;
    if (blocks !== undefined) refuseBlocks(blocks, `/attachments/${index}/blocks`);
    return {
      id: index + 1,
      fallback: '[no preview available]',
      ...attachment,
      ...(blocks !== undefined && { blocks: complete(blocks, random) }),
    };
  });
}

/** A message's metadata. An empty object removes it in an update; undefined leaves it. Throws Refused. */
export function readMetadata(args: Args): Fields | undefined {
  const metadata = args.json('metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  if (!isFields(metadata)) throw new Refused('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return metadata;
  const { event_type: type, event_payload: payload, ...rest } = metadata;
  const isFlat = isFields(payload) && Object.values(payload).every((value) => flat.includes(typeof value));
  if (typeof type !== 'string' || !isFlat || Object.keys(rest).length > 0) {
    throw new Refused('invalid_metadata_format');
  }
  if (!/^\w{1,255}$/.test(type)) throw new Refused('invalid_metadata_schema');
  if (JSON.stringify(metadata).length > maxMetadata) throw new Refused('metadata_too_large');
  return metadata;
}
