/** What somebody does in Slack that the app has to answer. */
export const pressKinds = ['command', 'button', 'home'] as const;
export type PressKind = (typeof pressKinds)[number];

/** What reached the processes of a deployment that answer people in Slack; `doctor` reads it from outside. */
export interface Presses {
  /** Something was answered. */
  answered(kind: PressKind): Promise<void>;
  /** How many were answered, ever. */
  counts(): Promise<Readonly<Record<PressKind, number>>>;
  /** A process that answers people is connected to Slack. It counts for a few seconds. */
  alive(): Promise<void>;
  /** Whether there is such a process. */
  isAlive(): Promise<boolean>;
}
