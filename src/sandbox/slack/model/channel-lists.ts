import type { Fields } from '../blocks/json.js';
import { showChannel } from './channels.js';
import type { Channel, State } from './state.js';

const typeOf = { public: 'public_channel', private: 'private_channel', im: 'im', mpim: 'mpim' } as const;

/** The conversations of somebody that the app may see: public ones, and others that it is in itself. */
export function conversationsOf(
  { app, channels }: State,
  person: string,
  { types, withArchived }: { readonly types: readonly string[]; readonly withArchived: boolean },
): readonly Channel[] {
  return Object.values(channels).filter(
    ({ archived, kind, members }) =>
      types.includes(typeOf[kind]) &&
      members.includes(person) &&
      (kind === 'public' || members.includes(app.botUser)) &&
      (withArchived || !archived),
  );
}

/** A conversation in a list: Slack says there neither how many are in it nor whether the app is. */
export function showListed(state: State, channel: Channel): Fields {
  const { is_member: _member, ...shown } = showChannel(state, channel, false);
  return shown;
}
