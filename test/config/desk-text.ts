/** A small desk.yaml that is right; each pair replaces a text in it, which must be there once. */
export function deskText(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${JSON.stringify(from)} is not there exactly once`);
    return text.replace(from, () => to);
  }, right);
}

const right = `desks:
  central:
    channel: C0XDESK01
    x: { handle: centrallibrary, secrets: MAIN, plan: self-serve, governmentUse: notGovernment }
    timeZone: Europe/London
    openHours:
      mon: ["09:00-13:00", "14:00-20:00"]
      sat: ["22:00-02:00"]
    staff:
      ana: { slack: U0ANA0001, name: Ana, signature: AK, lead: true }
      ben: { slack: U0BEN0001, name: Ben, signature: BT, trainee: true }
    shifts:
      - { days: [mon], at: ["09:00-13:00", "17:00-20:00"], who: [ana, ben] }
      - { days: [sat], at: ["22:00-24:00"], who: [ana] }
`;

/** The desk of \`deskText\` once more, under another id, with everything that must differ made different. */
export function secondDesk(id: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return deskText(
    ['central:', `${id}:`],
    ['C0XDESK01', 'C0XDESK02'],
    ['centrallibrary', `${id}library`],
    ['MAIN', id.toUpperCase()],
    ...changes,
  ).replace('desks:\n', '');
}
