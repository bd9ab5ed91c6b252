import { elementsOf } from '../blocks/find.js';
import { type Fields, fieldsList, isFields } from '../blocks/json.js';
import { isShowable } from './files.js';
import type { State } from './state.js';

/**
 * What Slack says of the first image that it can't show; undefined where it shows all. It loads the pictures of image blocks
 * before it takes a message or view; of an image element it shows a broken picture. A Slack file must be there for both.
 * `at` is the JSON pointer to the blocks.
 */
export function brokenImageIn(state: State, blocks: readonly Fields[], at: string): string | undefined {
  const said = blocks.flatMap((block, index) => [
    ...brokenImage(state, block, `${at}/${index}`),
    ...imagesIn(block).flatMap((element) => brokenFile(state, element, `${at}/${index}`)),
  ]);
  return said[0];
}

const imagesIn = (block: Fields): readonly Fields[] =>
  block.type === 'context' ? fieldsList(block.elements) : elementsOf(block);

function brokenImage(state: State, block: Fields, at: string): readonly string[] {
  const { brokenImages = [] } = state;
  if (block.type !== 'image') return [];
  const isBroken = brokenImages.some((one) => isMeant(one, String(block.image_url)));
  return isBroken
    ? [`downloading image failed [json-pointer:${at}/image_url]`]
    : brokenFile(state, block, at);
}

const brokenFile = (state: State, { type, slack_file: file }: Fields, at: string): readonly string[] =>
  type !== 'image' || !isFields(file) || isShowable(state, file)
    ? []
    : [`invalid slack file [json-pointer:${at}/slack_file]`];

/** Whether an address is the one that is broken, or begins as one that ends in *. */
const isMeant = (broken: string, url: string): boolean =>
  broken.endsWith('*') ? url.startsWith(broken.slice(0, -1)) : url === broken;
