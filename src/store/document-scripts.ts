import { bootLua, clockLua, homesLua, placeLua, unreadLua } from './shared-lua.js';

/** KEYS: document, settings, boot. Returns { rev, doc, boot, pause, what is unread, clock }. */
export const readLua = `${bootLua}${unreadLua}${clockLua}
local now = boot()
return {
  redis.call('HGET', KEYS[1], 'rev'), redis.call('HGET', KEYS[1], 'doc'), now,
  redis.call('HGET', KEYS[2], 'pause'), unread(KEYS[3], now), clock()
}
`;

/**
 * KEYS: document, settings, boot, homes, due, then the keys of the commands. ARGV: op id, expected revision, expected
 * boot, expected pause ('' for none), new document ('' for no change, '-' to remove it), when the write is too late (Unix ms by Redis's
 * clock), whether App Homes show the document ('' for no), the last op ('' for any), then commands: the number of arguments, name, number of the key, arguments …
 * Returns { 'done' }; or { 'stale', … } and what a read returns when another write came first, or when Redis was frozen
 * for so long that the writer was told that nothing was saved. The last 16 op ids make a write that arrives twice take
 * effect once. A writer that goes on from its own write names the op of that: revisions begin again where a document was removed.
 */
export const writeLua = `${bootLua}${unreadLua}${clockLua}${homesLua}${placeLua}
local op, document = ARGV[1], ARGV[5]
local ops = redis.call('HGET', KEYS[1], 'ops') or ''
if string.find(ops, op, 1, true) then return { 'done' } end
local rev = redis.call('HGET', KEYS[1], 'rev') or '0'
local pause = redis.call('HGET', KEYS[2], 'pause') or ''
local now = boot()
local at = clock()
local goesOn = ARGV[8] == '' or ARGV[8] == string.sub(ops, -#ARGV[8])
if rev ~= ARGV[2] or now ~= ARGV[3] or pause ~= ARGV[4] or tonumber(at) > tonumber(ARGV[6]) or not goesOn then
  return { 'stale', rev, redis.call('HGET', KEYS[1], 'doc'), now, pause, unread(KEYS[3], now), at }
end
local placed = redis.call('HGET', KEYS[1], 'place')
if document == '-' then
  redis.call('DEL', KEYS[1])
  if ARGV[7] ~= '' then homesChanged(KEYS[4], KEYS[5]) end
elseif document ~= '' then
  local kept = {}
  for one in string.gmatch(ops, '%S+') do table.insert(kept, one) end
  table.insert(kept, op)
  while #kept > 16 do table.remove(kept, 1) end
  redis.call('HSET', KEYS[1], 'rev', tonumber(rev) + 1, 'doc', document, 'ops', table.concat(kept, ' '))
  if ARGV[7] ~= '' then homesChanged(KEYS[4], KEYS[5]) end
end
local first = 9
while first <= #ARGV do
  local last = first + 2 + ARGV[first]
  if ARGV[first + 1] == 'place' then place(placed, { unpack(ARGV, first + 1, last) })
  else redis.call(ARGV[first + 1], KEYS[tonumber(ARGV[first + 2])], unpack(ARGV, first + 3, last)) end
  first = last + 1
end
return { 'done' }
`;
