-- Stores analysed articles. Of two values for one id the higher revision wins, whoever writes in whatever order;
-- a first arrival goes to the head of the list of recent ids, a new revision stays where it is.
-- An article is there if and only if its JSON is; what the indexes say of an expired one does not count.
--
-- KEYS: by importance, recent, by expiry, revisions
-- ARGV: prefix of article keys, retention in ms, length of recent; then id, revision, importance and JSON of each
-- Revisions have a fixed width, so that their order as text is their order.
-- Returns one character for each article: N new, R replaced, S same revision, O older revision.
local FIRST = 3
local prefix, retention, recent_length = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local expiry = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000) + retention)

local ids = {}
for at = FIRST + 1, #ARGV, 4 do
  ids[#ids + 1] = ARGV[at]
end
local stored = redis.call('HMGET', KEYS[4], unpack(ids))
local written = {}
local outcomes, importance, expiries, revisions, first = {}, {}, {}, {}, {}

for i, id in ipairs(ids) do
  local at = FIRST + (i - 1) * 4
  local revision = ARGV[at + 2]
  local known = written[id] or stored[i]
  local outcome = 'N'
  if known then
    if not written[id] and redis.call('EXISTS', prefix .. id) == 0 then
      redis.call('LREM', KEYS[2], 0, id)
    elseif known < revision then
      outcome = 'R'
    else
      outcome = known == revision and 'S' or 'O'
    end
  end
  if outcome == 'N' or outcome == 'R' then
    redis.call('SET', prefix .. id, ARGV[at + 4], 'PXAT', expiry)
    written[id] = revision
    importance[#importance + 1] = ARGV[at + 3]
    importance[#importance + 1] = id
    expiries[#expiries + 1] = expiry
    expiries[#expiries + 1] = id
    revisions[#revisions + 1] = id
    revisions[#revisions + 1] = revision
    if outcome == 'N' then
      first[#first + 1] = id
    end
  end
  outcomes[i] = outcome
end

if #importance > 0 then
  redis.call('ZADD', KEYS[1], unpack(importance))
  redis.call('ZADD', KEYS[3], unpack(expiries))
  redis.call('HSET', KEYS[4], unpack(revisions))
end
if #first > 0 then
  redis.call('LPUSH', KEYS[2], unpack(first))
  redis.call('LTRIM', KEYS[2], 0, recent_length - 1)
end
return table.concat(outcomes)
