import type { Words } from './words.js';

/** What `/greet` answers. */
export const commandWords = {
  'command.unknown': "I don't know '{typed}'. Try /greet {command}.",
  'command.wrong-channel': 'This works in {channel}.',
  'command.colleague': "That's a colleague in Slack. Type the X name without @: /greet maya_reads",
  'command.no-reason': 'Say why, for your colleagues: /greet pause statement coming',
  'command.paused':
    "{name} paused sending at {time}: '{reason}'. Drafts are kept; nothing goes out until {lead} resumes.",
  'command.paused-already': "{name} paused sending at {time}: '{reason}'. It stays so until {lead} resumes.",
  'command.paused-by-you': 'Sending is paused. Your colleagues read why in this channel.',
  'command.resumed':
    '{name} resumed sending at {time}. What came back in the meantime waits for another Send.',
  'command.resumed-by-you': 'Sending goes on. Your colleagues read it in this channel.',
  'command.not-paused': "Sending isn't paused.",

  'help.waiting': '/greet shows what waits, questions first',
  'help.next': '/greet next opens what waits longest; in a thread the shortcut Answer next does the same',
  'help.handle': '/greet maya_reads opens what that person wrote, or greets a follower',
  'help.note': '/greet note Central closes at 16:00 today stands above every answer until closing',
  'help.notes': '/greet note shows the notes for today, and takes them down',
  'help.pause': '/greet pause statement coming stops all sending; drafts are kept',
  'help.resume': '/greet resume lets sending go on ({lead})',
  'help.budget': '/greet budget shows what X has cost this month',
  'help.rota': '/rota shows who is on shift this week, and finds cover',

  'note.above': 'Today: {note} · {name}',
  'note.kept': 'Until {time} this stands above every answer: {note}',
  'note.none': 'There is no note today. To leave one: /greet note Central closes at 16:00 today',
  'note.title.one': 'This stands above every answer today:',
  'note.title.other': 'These stand above every answer today:',
  'note.line': '{note} · {name} at {time} · until {until}',
  'note.remove': 'Remove',
  'note.removed': 'Removed: {note}',

  'spend.title': 'X has cost {spent} this month.',
  'spend.title-of': 'X has cost {spent} of {budget} this month: {percent}%.',
  'spend.nothing': 'X has cost nothing yet this month.',
  'spend.line': '{kind}: {spent} ({count})',
  'spend.line-bare': '{kind}: {spent}',
  'spend.under-a-cent': 'less than $0.01',
  'spend.mentions': 'What people write to us',
  'spend.followers': 'Who follows us',
  'spend.timelines': 'Our own posts, and what new followers posted',
  'spend.rereads': 'Posts read again before they are answered',
  'spend.people': 'People looked up',
  'spend.answers': 'Answers and other posts of ours',
  'spend.removals': 'Deleted from X',
  'spend.other': 'Other',
  'spend.posts.one': '1 post',
  'spend.posts.other': '{count} posts',
  'spend.persons.one': '1 person',
  'spend.persons.other': '{count} people',
  'spend.limits':
    'At 80% the desk begins to look at X less often. At 100% it reads and sends nothing until next month.',
  'spend.no-budget': 'No budget is set. One can be set in desk.yaml: budget.monthlyUsd.',
} as const satisfies Words;
