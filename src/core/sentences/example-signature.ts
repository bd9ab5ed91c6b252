import type { Desk } from '../desk/desk.js';

/** Letters to show how people sign here: a colleague's. */
export const exampleSignature = ({ rota }: Pick<Desk, 'rota'>): string =>
  rota.staff.find(({ signature }) => signature !== '')?.signature ?? 'AK';
