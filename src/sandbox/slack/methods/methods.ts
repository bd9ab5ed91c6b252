import { blockMethods } from './blocks.js';
import { chatMethods } from './chat.js';
import { conversationMethods } from './conversations.js';
import { fileMethods } from './files.js';
import { identityMethods } from './identity.js';
import type { Method } from './method.js';
import { userMethods } from './users.js';
import { viewMethods } from './views.js';

/** Every method that the sandbox answers, by name. */
export const methods: Readonly<Record<string, Method>> = {
  ...identityMethods,
  ...chatMethods,
  ...viewMethods,
  ...conversationMethods,
  ...userMethods,
  ...blockMethods,
  ...fileMethods,
};
