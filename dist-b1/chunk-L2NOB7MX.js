// dist/log.js
import { pino } from "pino";
function createLog(level = "info") {
  const formatters = { level: (name) => ({ level: name }) };
  return pino({ level, base: null, formatters }, pino.destination({ fd: 2, sync: true }));
}

export {
  createLog
};
