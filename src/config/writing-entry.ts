import type { Checks } from '../core/checks/finding.js';
import type { Desk } from '../core/desk.js';
import { type TopicWords, topicWords } from '../core/topic.js';
import type { DeskEntry } from './schema.js';

/** How a desk writes, from its entry in the file. */
export function toWriting(entry: DeskEntry): Pick<Desk, 'checks' | 'greetings' | 'topicWords' | 'voice'> {
  const { checks: settings, greetings, ours, blockedWords, personalWords, voice, starters } = entry;
  const checks: Checks = { settings, ours, blockedWords, personalWords };
  return {
    checks,
    greetings,
    topicWords: topicWordsOf(entry.topicWords),
    voice: {
      helpDesk: voice.helpDesk,
      starters: Object.entries(starters).map(([id, starter]) => ({ id, ...starter })),
    },
  };
}

/** Posts are read in lower case. */
function topicWordsOf(own: DeskEntry['topicWords']): TopicWords {
  const list = (name: keyof TopicWords) => own[name]?.map((one) => one.toLowerCase()) ?? topicWords[name];
  return {
    fillers: list('fillers'),
    openers: list('openers'),
    asking: list('asking'),
    complaint: list('complaint'),
    praise: list('praise'),
  };
}
