package runtime

import "time"

// Timestamp is a point in time as the provider wrote it. Any string is
// accepted and survives; Time parses it.
type Timestamp string

// TimestampOf returns t in the form of RFC 3339 with as many digits as it needs.
func TimestampOf(t time.Time) Timestamp { return Timestamp(t.Format(time.RFC3339Nano)) }

// Time returns the point in time. It fails unless the text is RFC 3339.
func (t Timestamp) Time() (time.Time, error) { return time.Parse(time.RFC3339, string(t)) }

// UnmarshalJSON decodes the text as strictly as Parse does.
func (t *Timestamp) UnmarshalJSON(data []byte) error {
	return unmarshal(data, t, text[Timestamp])
}
