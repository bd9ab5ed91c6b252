/** What the desk's scripts ask of the server itself, and what a look at it is: no work of theirs. */
const notCounted = ['info', 'time', 'config|resetstat', 'client|list'];

/** How many commands a server has run, those inside of scripts too, by its INFO commandstats. */
export function commandsIn(info: string): number {
  let sum = 0;
  for (const [, name = '', calls] of info.matchAll(/^cmdstat_([^:]+):calls=(\d+)/gm)) {
    if (!notCounted.includes(name)) sum += Number(calls);
  }
  return sum;
}

/** How many clients a server has, by its CLIENT LIST. */
export const clientsIn = (list: string): number => list.split('\n').filter((line) => line !== '').length;
