-- Puts what a call took in the place of what it could have taken, in each window that still knows of it; once.
--
-- KEYS: a hash for each window
-- ARGV: id, what to add to usd (billionths; may be negative), what to add to tokens
-- Returns usd and tokens of each window.
local answer = {}
for _, key in ipairs(KEYS) do
  if redis.call('HDEL', key, 'r:' .. ARGV[1]) == 1 then
    redis.call('HINCRBY', key, 'usd', ARGV[2])
    redis.call('HINCRBY', key, 'tokens', ARGV[3])
  end
  local spent = redis.call('HMGET', key, 'usd', 'tokens')
  answer[#answer + 1] = tonumber(spent[1] or 0)
  answer[#answer + 1] = tonumber(spent[2] or 0)
end
return answer
