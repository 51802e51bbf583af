-- Sends the deliveries of a file, one a line, and one hostile request in a
-- hundred. Prints what came back as JSON.
local threads, number = {}, 0

function setup(thread)
  number = number + 1
  thread:set("number", number)
  table.insert(threads, thread)
end

local json = { ["Content-Type"] = "application/json" }

local function hostile(good)
  local text = { ["Content-Type"] = "text/plain" }
  local zipped = { ["Content-Type"] = "application/json", ["Content-Encoding"] = "gzip" }
  return {
    wrk.format("POST", "/", json, (good:gsub('"secret_key":"[^"]*"', '"secret_key":"guess"'))),
    wrk.format("POST", "/", json, (good:gsub('"secret_key"', '"Secret_Key"'))),
    wrk.format("POST", "/", json, good:sub(1, #good - 7)),
    wrk.format("POST", "/", json, good .. good),
    wrk.format("POST", "/", json, string.rep("[", 50000)),
    wrk.format("POST", "/", json, (good:gsub('"webhook_id":"[^"]*"', '"webhook_id":7'))),
    wrk.format("GET", "/", json, nil),
    wrk.format("POST", "/", text, good),
    wrk.format("POST", "/", zipped, good),
  }
end

function init(args)
  math.randomseed(number)
  deliveries, bad = {}, nil
  for line in io.lines(args[1]) do
    table.insert(deliveries, wrk.format("POST", "/", json, line))
    bad = bad or hostile(line)
  end
  counts = {}
end

function request()
  if math.random(100) == 1 then return bad[math.random(#bad)] end
  return deliveries[math.random(#deliveries)]
end

function response(status)
  counts[status] = (counts[status] or 0) + 1
end

function done(summary, latency)
  local out = {}
  for _, status in ipairs({ 200, 400, 401, 405, 408, 413, 415, 422, 500, 503 }) do
    local sum = 0
    for _, thread in ipairs(threads) do
      local c = thread:get("counts")
      sum = sum + ((c and c[status]) or 0)
    end
    if sum > 0 then table.insert(out, string.format('"%d":%d', status, sum)) end
  end
  io.write(string.format('\nRESULT {"statuses":{%s},"requests":%d,"micros":%d,"p50":%d,"p99":%d,"max":%d,"connect":%d,"read":%d,"write":%d,"timeout":%d}\n',
    table.concat(out, ","), summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
    summary.errors.connect, summary.errors.read, summary.errors.write, summary.errors.timeout))
end
