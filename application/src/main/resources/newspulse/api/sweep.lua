-- Takes ids whose article has expired out of every index. Returns how many expired ids it met; there may be more
-- when that is the limit.
--
-- KEYS: by importance, recent, by expiry, revisions
-- ARGV: prefix of article keys, limit; then ids that a reader found missing
local prefix, limit = ARGV[1], tonumber(ARGV[2])
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))

local function forget(id)
  if redis.call('EXISTS', prefix .. id) == 0 then
    redis.call('ZREM', KEYS[1], id)
    redis.call('LREM', KEYS[2], 0, id)
    redis.call('HDEL', KEYS[4], id)
  end
  redis.call('ZREM', KEYS[3], id)
end

for at = 3, #ARGV do
  if redis.call('EXISTS', prefix .. ARGV[at]) == 0 then
    forget(ARGV[at])
  end
end
local expired = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', '(' .. now, 'LIMIT', 0, limit)
for _, id in ipairs(expired) do
  forget(id)
end
return #expired
