package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"github.com/webhookgen/webhookgen/generated/livechat/livechattest"
)

// result is what wrk has counted.
type result struct {
	Statuses                      map[string]int64
	Requests, Micros              int64
	P50, P99, Max                 int64 // microseconds
	Connect, Read, Write, Timeout int64 // errors
}

// deliveries returns valid deliveries of every form, one a line.
func deliveries() []byte {
	var out []byte
	for _, c := range livechattest.Valid() {
		out = append(append(out, c.Body...), '\n')
	}
	return out
}

// wrk sends the deliveries in folder to url.
func wrk(url, folder string, duration time.Duration, connections int) (*result, error) {
	cmd := exec.Command("wrk", "-t2", "-c", strconv.Itoa(connections), "-d", fmt.Sprintf("%ds", int(duration.Seconds())),
		"--timeout", "20s", "-s", filepath.Join(folder, "load.lua"), url, "--", filepath.Join(folder, "deliveries"))
	out, err := cmd.CombinedOutput()
	_, text, found := bytes.Cut(out, []byte("RESULT "))
	if err != nil || !found {
		return nil, fmt.Errorf("wrk: %v\n%s", err, out)
	}
	var r result
	return &r, json.Unmarshal(text, &r)
}
