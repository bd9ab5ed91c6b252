import { homeEntry } from '../core/due/due-entries.js';
import { dueMember } from './redis.js';

// Lua functions that several scripts begin with.

/** `boot()`: which run of Redis this is. It changes when Redis restarts, is restored from a backup, or fails over. */
export const bootLua = `
local function boot()
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
  local replication = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
  return run .. '-' .. replication
end
`;

/** `unread(boot key, boot)`: what a recovery must still read for a boot; '' when it is done. */
export const unreadLua = `
local function unread(key, booted)
  local known = redis.call('HMGET', key, 'recovered', 'channel-read')
  if known[1] == booted then return '' end
  return known[2] == booted and 'timeline' or 'channel'
end
`;

/** `clock()`: the time by Redis's own clock (Unix ms). */
export const clockLua = `
local function clock()
  local time = redis.call('TIME')
  return string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
end
`;

/** `homesChanged(homes key, due key)`: App Homes are due, unless nobody opened one lately. */
export const homesLua = `
local function homesChanged(homes, due)
  if redis.call('HEXISTS', homes, 'open') == 0 then return end
  redis.call('HINCRBY', homes, 'changes', 1)
  redis.call('ZADD', due, 0, '${dueMember(homeEntry)}')
end
`;
