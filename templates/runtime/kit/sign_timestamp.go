package kit

import (
	"strconv"
	"time"
)

// The ways to write a time.
func unixSeconds(t time.Time) string { return strconv.FormatInt(t.Unix(), 10) }
func unixMillis(t time.Time) string  { return strconv.FormatInt(t.UnixMilli(), 10) }
func rfc3339(t time.Time) string     { return t.UTC().Format(time.RFC3339Nano) }
