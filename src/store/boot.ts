/** Lua: Redis's own identity. Another one means that it restarted, was restored from a copy, or failed over. */
export const bootLua = `
local function boot()
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
  local replication = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
  return run .. '-' .. replication
end
`;

/** Lua: what a recovery from a boot has still to read, by the desk's key for boots; '' when it is done. */
export const unreadLua = `
local function unread(key, booted)
  local known = redis.call('HMGET', key, 'recovered', 'channel-read')
  if known[1] == booted then return '' end
  return known[2] == booted and 'timeline' or 'channel'
end
`;
