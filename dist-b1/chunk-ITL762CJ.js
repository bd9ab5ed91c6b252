import {
  accountId,
  accountIdOf
} from "./chunk-DX3M4XLW.js";

// dist/core/typed-account.js
function typedAccount(typed) {
  if (/^\d+$/u.test(typed))
    return { network: "x", id: accountId(typed) };
  if (/^did:(?:plc|web):[\w.:%-]+$/u.test(typed))
    return { network: "bluesky", id: accountId(accountIdOf(typed)) };
  return /^(?:plc|web)_\w+$/u.test(typed) && !isHandleOfX(typed) ? { network: "bluesky", id: accountId(typed) } : void 0;
}
var isHandleOfX = (typed) => typed.length <= 15;
var typedHandle = (typed) => typed.replace(/^@/u, "").toLowerCase();
function canBeOn({ handle, id }, typed) {
  const account = typedAccount(typed);
  return account ? account.network === id : handle.test(typedHandle(typed));
}

export {
  typedAccount,
  typedHandle,
  canBeOn
};
