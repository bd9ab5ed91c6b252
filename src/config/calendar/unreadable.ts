/** A calendar can't be read. `why` ends a sentence: "The rota at calendar.example can't be read: it is no calendar." */
export class Unreadable extends Error {
  constructor(readonly why: string) {
    super(`The calendar can't be read: ${why}.`);
    this.name = 'Unreadable';
  }
}
