import {
  minuteMs
} from "./chunk-5EYM5PYM.js";

// dist/core/post/post.js
var suspects = ["scam", "impersonation", "spam"];
var oldVersionMs = minuteMs;
function isEdited({ readAt, versions }, known) {
  const newest = versions.at(-1);
  if (newest === void 0 || newest === known.versions.at(-1))
    return false;
  const isNew = !known.versions.includes(newest);
  if (readAt === void 0 || known.readAt === void 0)
    return isNew;
  return readAt >= known.readAt + (isNew ? 0 : oldVersionMs);
}
function isAddressedToUs({ authorId, carried = [], names, repliedToAccount, repost }, us) {
  if (repost)
    return false;
  if (repliedToAccount === void 0 || repliedToAccount === us)
    return true;
  if (repliedToAccount === authorId)
    return true;
  return !carried.includes(us) || names.some(({ account }) => account === us);
}
var isAboutUs = ({ carried = [], names, repliedToAccount }, us) => repliedToAccount === us || carried.includes(us) || names.some(({ account }) => account === us);

export {
  suspects,
  isEdited,
  isAddressedToUs,
  isAboutUs
};
