import type { Sight } from '../world/world.js';
import { shown, shownEphemeral, shownView } from './acts/look.js';
import { imageTypeOf } from './model/files.js';
import { isPerson } from './model/people.js';
import type { State } from './model/state.js';

/** Everything that people can see in the workspace, for the page: no tokens, metadata or rates. */
export function sightsOf(state: State): Sight[] {
  const { id, name, botUser, botId } = state.app;
  return [
    [
      'slack/workspace',
      {
        team: state.team,
        app: { id, name, botUser, botId },
        manifest: state.manifest,
        brokenImages: state.brokenImages,
      },
    ],
    ...Object.values(state.people)
      .filter(isPerson)
      .map((person): Sight => [`slack/person/${person.id}`, person]),
    ...Object.values(state.channels).map((channel): Sight => [`slack/channel/${channel.id}`, channel]),
    ...Object.values(state.messages)
      .flat()
      .map(
        ({ metadata: _, ...message }): Sight => [
          `slack/message/${message.channel}/${message.ts}`,
          shown(message),
        ],
      ),
    ...filesSeen(state),
    ...state.ephemerals.map((one): Sight => [`slack/ephemeral/${one.ts}`, shownEphemeral(one)]),
    ...Object.entries(state.stacks).map(
      ([user, stack]): Sight => [`slack/modals/${user}`, stack.map(shownView)],
    ),
    ...Object.entries(state.homes).map(([user, view]): Sight => [`slack/home/${user}`, shownView(view)]),
  ];
}

/** The files that were completed, with their content as an address. */
function filesSeen({ files = {} }: State): readonly Sight[] {
  return Object.values(files)
    .filter(({ readyAt }) => readyAt !== undefined)
    .map((file): Sight => {
      const { id, name, title = name, length, alt, bytes } = file;
      const image = imageTypeOf(file);
      const address = `data:${image ? `image/${image}` : 'text/plain'};base64,${bytes}`;
      return [`slack/file/${id}`, { id, name, title, length, alt, isImage: image !== undefined, address }];
    });
}
