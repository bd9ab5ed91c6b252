import { homeEntry } from '../core/due/due-entries.js';
import { dueMember } from './keys.js';

/** KEYS: counter. ARGV: milliseconds after which it begins again. Returns the new count. */
export const countLua = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count
`;

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

/**
 * `place(placed, command)`: moves a document in orders, from where it was `placed`. The command is ['place', number of the key
 * of its order or 0 for none, its place there, numbers of the keys of all orders …]. KEYS[1] is the document.
 */
export const placeLua = `
local function place(placed, command)
  if placed then
    for at = 4, #command do redis.call('ZREM', KEYS[tonumber(command[at])], placed) end
  end
  local to = tonumber(command[2])
  if to > 0 then
    redis.call('ZADD', KEYS[to], 0, command[3])
    redis.call('HSET', KEYS[1], 'place', command[3])
  elseif placed then
    redis.call('HDEL', KEYS[1], 'place')
  end
end
`;
