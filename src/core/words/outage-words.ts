import type { Words } from './words.js';

/** What is out of reach, since when, and until when it was. */
export const outageWords = {
  'outage.network-all':
    "Nothing could be read from {network} since {time} ({why}). Nothing is lost; answers can't go out.",
  'outage.network-waits':
    'Nothing could be read from {network} since {time}: {network} asks us to wait. Nothing is lost.',
  'outage.network-some': "We can't read all of {network} ({why}): {what}. Nothing is lost.",
  'outage.look-mentions': 'what people write to us since {time}',
  'outage.look-followers': 'who follows us since {time}',
  'outage.look-own-posts': 'our own posts since {time}',
  'outage.look-recheck': 'what was changed or removed since {time}',
  'outage.look-private-messages': 'private messages since {time}',
  'outage.began': 'It began at {time}, with a break.',
  'outage.network-was': "{network} couldn't be read from {from} until {until} ({why}). Nothing was lost.",
  'outage.network-was-some':
    "We couldn't read all of {network} from {from} until {until} ({why}). Nothing was lost.",
  'outage.network-over': "{network} can be read again. It couldn't from {from} until {until}.",
  'outage.network-over-some': "We can read all of {network} again. We couldn't from {from} until {until}.",
  'outage.with-breaks': 'In between it could for a while.',
  'outage.back': '{network} could be read again at {back}, until {time}.',

  'outage.why-unreachable': "{network} can't be reached",
  'outage.why-no-answer': "{network} doesn't answer",
  'outage.why-busy': '{network} asks us to wait',
  'outage.why-sign-in': "{network} doesn't let us in",
  'outage.why-not-permitted': "{network} doesn't let our app read",
  'outage.why-budget': '{network} wants money',
  'outage.why-refused': '{network} says no',
  'outage.why-unreadable': "we don't understand what {network} answers",

  'outage.rota-back': 'The rota at {where} could be read again at {back}, until {time}.',
  'outage.slack':
    'Slack was out of reach from {from} until {until}. Nothing from {network} is lost. Something that you pressed then may not have arrived: look, and press it again.',
  'outage.redis':
    "I couldn't save anything from {from} until {until}. Nothing from {network} is lost. Something that you pressed then may not have been saved: look, and press it again.",

  'outage.channel':
    "Slack doesn't let me write in {channel} ({why}). {cure} Nothing is lost: I try again every ten minutes, and at once when I am invited.",
  'outage.channel-was': "Slack didn't let me write in {channel} from {from} until {until}.",
  'outage.channel-unknown': "the desk's channel",
  'outage.private-channel':
    "Slack doesn't let me write in {channel}, the channel for private messages ({why}). {cure} Nothing is lost: I try again every ten minutes, and at once when I am invited.",
  'outage.private-channel-was': "Private messages couldn't be shown in {channel} from {from} until {until}.",
  'outage.private-channel-unknown': 'the channel for private messages',
  'outage.private-is_public':
    'Private messages are not read: {channel} is public. Make it a private channel of colleagues alone, or name another one in desk.yaml. All else goes on.',
  'outage.private-is_shared':
    'Private messages are not read: {channel} is shared with another organisation. Take colleagues alone, or name another channel in desk.yaml. All else goes on.',
  'outage.private-has_guests':
    'Private messages are not read: a guest is in {channel}. Remove every guest, or name another channel in desk.yaml. All else goes on.',
  'outage.cure-invite': 'Invite me there: /invite @Greeting Desk.',
  'outage.cure-unarchive': 'Unarchive the channel and invite me there.',
  'outage.cure-scope': 'Whoever installed me has to install me again with all rights that I ask for.',
  'outage.cure-restricted': 'Whoever runs this workspace has to let apps post there.',
  'outage.cure-other': 'Whoever installed me finds the reason in the log.',

  'outage.last-looked': 'Last looked at {network} at {time}.',
} as const satisfies Words;
