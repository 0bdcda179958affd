-- Posts realistic articles (about 1.4 KB of JSON each) to the inference service and prints one line of figures.
-- Without BATCH each request is one article, 64 different ones in turn; with BATCH=n an array of n, 8 different ones in turn.
-- By hand: BATCH=100 wrk -t2 -c20 -d10s --latency -s inference.lua http://127.0.0.1:8000/inference/batch
local batch = tonumber(os.getenv("BATCH") or "0")

local content = [["HARBOUR CITY &mdash; The ferry operator said on Thursday that bookings for the summer season rose 23 percent from a year earlier, well ahead of the forecast that its board had published in the spring. <p>New electric boats on the two longest crossings were the main attraction, and complaints about delays fell to the lowest number in a decade, while the freight business shrank for the third time in a row.</p> The management told reporters that it hopes to hire 140 people before the end of the year, but it repeated a warning about the price of electricity and the risk of a strike in the docks. The shares gained 6 percent by noon.  \"This was a wonderful season, and our crews were brilliant,\" the managing director said in an interview\u2026 [+2870 chars]"]]

local function article(i)
  return '{"id":"bench-inference-' .. i .. '",'
    .. '"source":{"id":"the-sample-courier","name":"The Sample Courier"},'
    .. '"author":"A. Sample Writer",'
    .. '"title":"Ferry operator reports record summer bookings as electric boats win over commuters",'
    .. '"description":"The company spoke of an excellent season on Thursday with full boats on both long crossings, though the management warned of rising energy prices and a possible loss of freight customers during the winter half-year.",'
    .. '"content":' .. content .. ','
    .. '"url":"https://www.example.com/business/2026/03/12/ferry-operator-record-bookings-' .. i .. '.html",'
    .. '"urlToImage":"https://images.example.com/2026/03/12/ferry-at-the-quay-1200x630.jpg",'
    .. '"publishedAt":"2026-03-12T09:30:00Z","category":"business"}'
end

local function body(variant)
  if batch == 0 then
    return article(variant)
  end
  local articles = {}
  for i = 1, batch do
    articles[i] = article(variant * 1000 + i)
  end
  return "[" .. table.concat(articles, ",") .. "]"
end

local requests, variants, sent = {}, batch == 0 and 64 or 8, 0

init = function()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  for variant = 1, variants do
    wrk.body = body(variant)
    requests[variant] = wrk.format(nil, nil)
  end
end

request = function()
  sent = sent % variants + 1
  return requests[sent]
end

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT requests_per_s=%.1f p50_ms=%.3f p99_ms=%.3f max_ms=%.3f requests=%d refused=%d broken=%d\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, summary.requests, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
