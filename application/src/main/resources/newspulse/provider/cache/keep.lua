-- Keeps answers for as long as the first argument says, in seconds: one call for all the parts of an article.
--
-- KEYS: one for each part; ARGV: how long, then the JSON of each
for i, key in ipairs(KEYS) do
  redis.call('SET', key, ARGV[i + 1], 'EX', ARGV[1])
end
return #KEYS
