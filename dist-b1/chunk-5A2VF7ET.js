// dist/core/omit.js
function omit(value, ...keys) {
  const rest = { ...value };
  for (const key of keys)
    delete rest[key];
  return rest;
}

// dist/core/card/select.js
var mentionCardId = (conversation, author) => `mention-${conversation}-${author}`;
var followCardId = (user) => `follow-${user}`;
var isHelloId = (id) => id?.startsWith("hello-") === true;
var privateCardId = (conversation) => `private-${conversation}`;
function conversationOfCard(id) {
  const [, conversation] = /^mention-([^-]+)-/.exec(id) ?? [];
  return conversation === void 0 ? void 0 : conversation;
}
function newestAct(card) {
  const act = card.acts.at(-1);
  if (!act)
    throw new RangeError(`Card ${card.id} has no act.`);
  return act;
}
var unanswered = (card) => card.acts.filter((act) => !act.answered && !act.gone);
var isWritten = (act) => act?.kind === "mention" || act?.kind === "private";
var isStop = (act) => act.kind === "private" && act.stops === true;
var isQuestion = (act) => isWritten(act) && act.topic === "question";
var isUrgent = (act) => isWritten(act) && act.urgent !== void 0;
function urgentWordOf(card) {
  const act = unanswered(card).findLast(isUrgent);
  return isWritten(act) ? act.urgent : void 0;
}
var isPraise = (act) => isWritten(act) && act.topic === "praise";
var isHello = (card) => card.acts[0]?.kind === "hello";
var isFollow = (card) => card.acts[0]?.kind === "follow";
var answersUs = ({ acts }) => acts.some((act) => act.kind === "mention" && !act.gone && act.ours?.asked === true);
var isPrivate = (card) => card.acts[0]?.kind === "private";
var lastAnswer = (card) => card.answers.at(-1);
function replyTarget(card) {
  const act = actToAnswer(card);
  return isWritten(act) ? act.versions.at(-1) : card.picked;
}
var actToAnswer = (card) => unanswered(card).at(-1) ?? card.acts.findLast(({ gone }) => !gone);
function isClosedToUs(card) {
  const act = actToAnswer(card);
  return act?.kind === "mention" && act.closed === true;
}
var hasHandOff = ({ network }) => network.paths.composer !== void 0;
var takesNoReply = (card, desk) => isClosedToUs(card) && !hasHandOff(desk);
var saysTheSame = (known, now) => known.closed === now.closed && known.sensitive === now.sensitive && known.suspect === now.suspect;
function withSaidOfPost(card, act, now) {
  const known = card.acts.find(({ id }) => id === act);
  if (known?.kind !== "mention" || known.gone || known.purged)
    return card;
  if (saysTheSame(known, now))
    return card;
  const { closed, sensitive, suspect } = now;
  const said = {
    ...closed && { closed },
    ...sensitive && { sensitive },
    ...suspect && { suspect }
  };
  const next = { ...omit(known, "closed", "sensitive", "suspect"), ...said };
  return { ...card, acts: card.acts.map((one) => one === known ? next : one), version: card.version + 1 };
}
function postsOf(card) {
  const posts = /* @__PURE__ */ new Set();
  for (const act of card.acts)
    if (isWritten(act))
      for (const id of act.versions)
        posts.add(id);
  for (const id of [card.picked, card.reply?.replyTo, card.handOff?.replyTo])
    if (id)
      posts.add(id);
  for (const { postId } of card.answers)
    if (postId)
      posts.add(postId);
  return [...posts];
}
function postsAround(card) {
  const act = newestAct(card);
  if (act.kind !== "mention" || act.answered || act.gone)
    return [];
  const { ours = {}, quoted, repliedTo } = act;
  const onCard = postsOf(card);
  return [
    ...repliedTo && ours.answered === void 0 ? [repliedTo] : [],
    ...quoted && ours.quoted === void 0 ? [quoted] : []
  ].filter((post) => !onCard.includes(post));
}
var mayAnswer = (card, post, shown) => postsOf(card).includes(post) || isFollow(card) && shown.includes(post);
var ourWords = ({ reply }, answer) => reply && answer.how === "as-approved" && answer.n === reply.n ? reply.text : answer.text;
var writerOf = ({ by, writtenBy }) => writtenBy ?? by;
function waitingSince(card) {
  return (unanswered(card)[0] ?? newestAct(card)).at;
}
function waitingAct(card) {
  return unanswered(card).findLast(isQuestion) ?? unanswered(card).at(-1) ?? newestAct(card);
}
function reachOf(card, { account, network }) {
  if (!hasHandOff({ network }))
    return "api";
  if (card.onlyByHand || isClosedToUs(card))
    return "hand-off";
  return isFollow(card) && !network.byApi[account.plan].greet ? "hand-off" : "api";
}

export {
  omit,
  mentionCardId,
  followCardId,
  isHelloId,
  privateCardId,
  conversationOfCard,
  newestAct,
  unanswered,
  isWritten,
  isStop,
  isQuestion,
  isUrgent,
  urgentWordOf,
  isPraise,
  isHello,
  isFollow,
  answersUs,
  isPrivate,
  lastAnswer,
  replyTarget,
  isClosedToUs,
  hasHandOff,
  takesNoReply,
  saysTheSame,
  withSaidOfPost,
  postsOf,
  postsAround,
  mayAnswer,
  ourWords,
  writerOf,
  waitingSince,
  waitingAct,
  reachOf
};
