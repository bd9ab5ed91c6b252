// dist/core/outcomes/outcome-month.js
var sampleSize = 40;
var newMonth = (given) => ({
  ...given,
  format: 1,
  followed: [],
  ended: [],
  counts: {}
});
var nameOfOutcome = ({ group, after7, after30, wrote }) => [group, after7, after30, wrote].join(" ");
function outcomeNamed(name) {
  const [group, after7, after30, wrote] = name.split(" ");
  return { group, after7, after30, wrote };
}
function withFollow(month, follow) {
  const { ended, followed } = month;
  const { draw, person } = follow;
  if (followed.some((one) => one.person === person) || ended.some((one) => one.draw === draw))
    return month;
  const draws = [...followed, ...ended].map((one) => one.draw);
  if (draws.length < sampleSize)
    return { ...month, followed: [...followed, follow] };
  const largest = Math.max(...draws);
  if (draw > largest)
    return month;
  const stays = (one) => one.draw !== largest;
  return { ...month, followed: [...followed.filter(stays), follow], ended: ended.filter(stays) };
}
function withOutcome(month, { draw, person }, outcome) {
  return {
    ...month,
    followed: month.followed.filter((one) => one.person !== person),
    ended: [...month.ended, { draw, outcome: nameOfOutcome(outcome) }]
  };
}
function settled(month, now) {
  if (now < month.toMs || month.secret === void 0 && month.ended.length === 0)
    return month;
  const { secret: _, ...rest } = month;
  const counts = { ...month.counts };
  for (const { outcome } of month.ended)
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { ...rest, ended: [], counts };
}

export {
  sampleSize,
  newMonth,
  outcomeNamed,
  withFollow,
  withOutcome,
  settled
};
