import type { Setup } from '../../app/setup.js';
import type { MemberAnswers } from '../../config/setup/fresh-desk.js';
import { fieldProblem } from '../../config/setup/typed-field.js';
import type { Prompts } from './prompts.js';

/** In a channel of so many people everybody is proposed; in a larger one nobody is. */
const mostProposed = 12;

interface People {
  /** Those who are listed, and then the new ones. */
  readonly staff: readonly MemberAnswers[];
  /** Where most people of the channel live. */
  readonly timeZone?: string;
}

/** Asks who of the channel answers, under which name and signature, and who leads. Whoever is listed stays. */
export async function askPeople(
  { prompts, setup }: { readonly prompts: Prompts; readonly setup: Setup },
  {
    botToken,
    channel,
  }: { readonly botToken: string; readonly channel: { readonly id: string; readonly name: string } },
  listed: readonly MemberAnswers[],
): Promise<People> {
  const { proposed, ...zone } = await proposals({ prompts, setup }, botToken, channel, listed);
  if (proposed.length === 0) return { staff: listed, ...zone };
  const isFirst = listed.length === 0;
  const chosen = await prompts.several(
    isFirst
      ? 'Who answers for the library?'
      : `Who else of #${channel.name} answers, besides those in desk.yaml?`,
    proposed.map(({ fullName, ...one }) => ({
      name: `${fullName}  ^${one.signature}`,
      short: one.name,
      value: one,
      checked: isFirst && proposed.length <= mostProposed,
    })),
    (picked) => (isFirst && picked.length === 0 ? 'At least one person: Space marks them.' : undefined),
  );
  const named = await askNames(
    prompts,
    chosen.map((one) => ({ ...one, lead: false, xSignIn: false })),
    listed,
  );
  const staff = [...listed, ...named];
  if (staff.some(({ lead }) => lead)) return { staff, ...zone };
  const lead = await prompts.one(
    "Who leads? They are asked about difficult posts and what the desk can't settle.",
    staff.map(({ key, name }) => ({ name, value: key })),
  );
  return { staff: staff.map((one) => (one.key === lead ? { ...one, lead: true } : one)), ...zone };
}

/** Who may answer; asks again until there is somebody, or nobody is needed. */
async function proposals(
  { prompts, setup }: { readonly prompts: Prompts; readonly setup: Setup },
  botToken: string,
  channel: { readonly id: string; readonly name: string },
  listed: readonly MemberAnswers[],
) {
  for (;;) {
    const answer = await setup.people(botToken, channel.id, listed);
    if ('found' in answer && (answer.found.proposed.length > 0 || listed.length > 0)) return answer.found;
    prompts.say(
      'refused' in answer
        ? `  ${answer.refused}`
        : `  Nobody is in #${channel.name} who may answer: bots and guests don't. Invite colleagues there.`,
    );
    await prompts.one('Then', [{ name: 'Look again', value: true }]);
  }
}

const done = 'done';

/** Lets names and signatures be changed, one person after the other. */
async function askNames(
  prompts: Prompts,
  staff: readonly MemberAnswers[],
  listed: readonly MemberAnswers[],
): Promise<readonly MemberAnswers[]> {
  let named = staff;
  while (named.length > 0) {
    const key = await prompts.one<string>('Names and signatures: answers end with them', [
      { name: 'Right as they are', value: done },
      ...named.map((one) => ({ name: `${one.name}  ^${one.signature}`, value: one.key })),
    ]);
    const person = named.find((one) => one.key === key);
    if (!person) break;
    const others = [...listed, ...named.filter((one) => one !== person)];
    const name = await prompts.line('Name', person.name, (typed) => fieldProblem('name', typed));
    const signature = await prompts.line('Signature, without ^', person.signature, (typed) => {
      const holder = others.find((one) => one.signature === typed);
      return (
        fieldProblem('signature', typed) ?? (holder && `${holder.name} has ^${typed}. Each needs their own.`)
      );
    });
    named = named.map((one) => (one === person ? { ...one, name, signature } : one));
  }
  return named;
}
