// dist/core/durations.js
var secondMs = 1e3;
var minuteMs = 60 * secondMs;
var hourMs = 60 * minuteMs;
var dayMs = 24 * hourMs;

export {
  secondMs,
  minuteMs,
  hourMs,
  dayMs
};
