import type { Words } from './words.js';

/** What the desk says of itself when it joins its channel, and how one practises. */
export const firstWords = {
  'first.title': 'I look after @{account} on {network} with you.',
  'first.arrives': 'What people write to @{account} arrives here, and so do its new followers.',
  'first.watches':
    "I watch day and night: every minute I look for what people write, every five minutes for new followers. If I can't, or have to look less often, I say so here.",
  'first.watches-closely':
    "I watch day and night, and look many times an hour for what people write and for new followers. If I can't, or have to look less often, I say so here.",
  'first.nothing-alone': 'Nothing is sent by itself.',
  'first.sends': 'A person writes every answer and presses Send, and Undo stops it for {seconds} seconds.',
  'first.on-shift': 'On shift as of {time}: {who}. /rota says who it is at any time.',
  'first.help': '/greet help says what else I do.',

  'practise.title': 'Practise',
  'practise.here':
    'This channel is for practising: nobody on the real {network} sees what you send here. Press Answer on a post, write, and press Send.',
  'practise.there':
    'Practise in #{channel}: everything works there as it does here, and nobody on the real {network} sees it.',
  'practise.there-unnamed':
    'There is a channel for practising, for @{account}: everything works there as it does here, and nobody on the real {network} sees it. Ask {lead} where it is.',
  'practise.try':
    'Here you can open any post and write: nothing leaves before Send, and Undo stops it for {seconds} seconds after. Close without a word and it is as before.',
  'practise.none':
    'There is no channel for practising yet. Ask {lead} for one: there nobody on the real {network} sees what you send.',
  'practise.how':
    'For whoever set this up: a desk with practice: true in desk.yaml, under x or bluesky, and a channel of its own.',

  'button.practise': 'Practise',
} as const satisfies Words;
