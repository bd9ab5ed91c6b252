type Fields = Record<string, unknown>;

export const letters = (count: number) => 'a'.repeat(count);
export const plain = (text: string) => ({ type: 'plain_text', text });
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
export const button = (more: Fields = {}) => ({
  type: 'button',
  action_id: 'go',
  text: plain('Go'),
  ...more,
});
export const actions = (...elements: Fields[]) => ({ type: 'actions', elements });
