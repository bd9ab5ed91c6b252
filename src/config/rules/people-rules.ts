import type { Finding } from './findings.js';
import type { Path } from './locate.js';
import { desksOf, type Reading, type Rule, staffOf } from './rule-parts.js';

/** What must hold within the entry of each person. */
export const peopleRules: readonly Rule[] = [answersAreSigned, sharedIsNobody, fallbackIsSomebody];

/** Slack knows the names of a channel's members, and so their initials; others need a signature in the file. */
function* answersAreSigned({ file, refused }: Reading): Iterable<Finding> {
  for (const { path, member, isChannel } of peopleOf(file)) {
    const at = [...path, 'signature'];
    if (member.shared && member.signature !== undefined) {
      yield {
        path: at,
        found: `${JSON.stringify(member.signature)}, with shared: true`,
        allowed: 'no signature: several people use this account, and each ends with their own',
      };
    }
    const isSaid = member.shared || member.signature !== undefined || refused(at);
    if (isChannel || isSaid || refused([...path, 'shared'])) continue;
    yield {
      path: at,
      found: 'missing',
      allowed: 'one to five letters or digits, such as AK (answers end with ^AK); or shared: true',
    };
  }
}

function* sharedIsNobody({ file }: Reading): Iterable<Finding> {
  for (const { path, member } of peopleOf(file)) {
    if (!member.shared || !member.lead) continue;
    yield {
      path: [...path, 'lead'],
      found: 'lead, with shared: true',
      allowed: 'one person: nobody in particular would be asked',
    };
  }
}

function* fallbackIsSomebody({ file }: Reading): Iterable<Finding> {
  for (const one of desksOf(file)) {
    const { fallback } = one.desk;
    const member = staffOf(one).list?.find(([key, { slack }]) => key === fallback || slack === fallback)?.[1];
    const path = [...one.path, 'fallback'];
    const found = JSON.stringify(fallback);
    if (member?.trainee) {
      yield { path, found: `${found} is a trainee`, allowed: 'somebody who may check answers' };
    }
    if (member?.shared) {
      yield {
        path,
        found: `${found} is a shared login`,
        allowed: 'one person: nobody in particular would be asked',
      };
    }
  }
}

function peopleOf(file: Reading['file']) {
  return desksOf(file).flatMap((one) => {
    const { isChannel, list = [], path } = staffOf(one);
    return list.map(([key, member]) => ({ path: [...path, key] satisfies Path, member, isChannel }));
  });
}
