-- Counts the most that a call can take as taken, in each window, unless a ceiling would be passed in one.
-- Asked again with the same id (a connection that broke repeats what it had sent) it counts nothing twice.
--
-- KEYS: a hash for each window: usd (billionths), tokens, and r:{id} for each call that is not settled
-- ARGV: id, usd, tokens; then for each window its ceiling in usd and in tokens, and how long it is kept, in seconds
-- Returns the window whose ceiling stands in the way, from 1, or 0; then usd and tokens of each window.
-- Numbers stay below 2^53, where Lua's are exact.
local FIRST = 3
local mark, usd, tokens = 'r:' .. ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local known = redis.call('HEXISTS', KEYS[1], mark) == 1
local refused = 0
local answer = {0}
for i, key in ipairs(KEYS) do
  local at = FIRST + (i - 1) * 3
  local spent = redis.call('HMGET', key, 'usd', 'tokens')
  local spent_usd, spent_tokens = tonumber(spent[1] or 0), tonumber(spent[2] or 0)
  if refused == 0 and not known
      and (spent_usd + usd > tonumber(ARGV[at + 1]) or spent_tokens + tokens > tonumber(ARGV[at + 2])) then
    refused = i
  end
  answer[#answer + 1] = spent_usd
  answer[#answer + 1] = spent_tokens
end
answer[1] = refused
if refused == 0 and not known then
  for i, key in ipairs(KEYS) do
    answer[2 * i] = redis.call('HINCRBY', key, 'usd', ARGV[2])
    answer[2 * i + 1] = redis.call('HINCRBY', key, 'tokens', ARGV[3])
    redis.call('HSET', key, mark, '')
    redis.call('EXPIRE', key, ARGV[FIRST + i * 3])
  end
end
return answer
