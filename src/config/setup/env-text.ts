import { parseEnv } from 'node:util';
import { ConfigError } from '../../errors.js';

/** What a new `.env` says beside its values. */
const freshEnv = `# Secrets and addresses of Greeting Desk. For nobody's eyes but yours.
# Each secret may also come from a file: SLACK_BOT_TOKEN_FILE=/run/secrets/slack_bot_token

# Slack: https://api.slack.com/apps, your app. OAuth & Permissions has the bot token.
SLACK_BOT_TOKEN=
# Basic Information, App-Level Tokens, with the scope connections:write.
SLACK_APP_TOKEN=

# Redis or Valkey, with appendonly yes, appendfsync always and maxmemory-policy noeviction.
REDIS_URL=

# By this, whoever asked to be forgotten is recognised. Keep it as long as the desk lives, apart from the backups.
FORGET_KEY=
`;

/**
 * The text of a `.env` with these variables set; of a new one where `text` is undefined. Lines that set nothing of them stay as
 * they are. A variable that came from a file (`<name>_FILE`) and is set now no longer does. Throws ConfigError where a file
 * is written so that a line can't be changed alone.
 */
export function withVariables(text: string | undefined, changes: Readonly<Record<string, string>>): string {
  let changed = text ?? freshEnv;
  const wanted = { ...parseEnv(changed), ...changes };
  for (const [name, value] of Object.entries(changes)) {
    changed = setLine(changed, name, value) ?? withLine(changed, `${name}=${quoted(value)}`);
    const fromFile = `${name}_FILE`;
    if (wanted[fromFile] === undefined || fromFile in changes) continue;
    changed = setLine(changed, fromFile, '') ?? changed;
    wanted[fromFile] = '';
  }
  const read = parseEnv(changed);
  const wrong = Object.keys({ ...wanted, ...read }).find((name) => wanted[name] !== read[name]);
  if (wrong === undefined) return changed;
  throw new ConfigError([`.env: ${wrong} stands there so that it can't be set alone; set it by hand.`]);
}

/** The text with the last line that sets a variable changed; undefined when there is none. */
function setLine(text: string, name: string, value: string): string | undefined {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(line));
  if (at < 0) return undefined;
  const [, start = '', rest = ''] = /^([^=]*=)(?:[^'"`#]*?)(\s+#.*|\r)?$/.exec(lines[at] ?? '') ?? [];
  const kept = start || `${name}=`;
  return lines.with(at, `${kept}${quoted(value)}${rest}`).join('\n');
}

const withLine = (text: string, line: string): string =>
  `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`;

/** A value as a `.env` has it: what has other signs than a token stands in quotes that are not in it. */
function quoted(value: string): string {
  if (/^[\w.:/@%+,~-]*$/.test(value)) return value;
  const mark = ["'", '"', '`'].find((one) => !value.includes(one)) ?? "'";
  return `${mark}${value}${mark}`;
}
