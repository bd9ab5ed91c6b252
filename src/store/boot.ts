/** Lua: Redis's own identity. Another one means that it restarted, was restored from a copy, or failed over. */
export const bootLua = `
local function boot()
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
  local replication = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
  return run .. '-' .. replication
end
`;
