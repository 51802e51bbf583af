package runtime

import (
	"strconv"
	"strings"
	"time"
)

// signedTimestamp is the time that a signature holds for. The zero value stands
// for signatures that hold for ever.
type signedTimestamp struct {
	header    string        // that it stands in, or
	pair      string        // its name among the pairs of the signature's header
	unit      time.Duration // that it counts since 1970; 0 for the form of RFC 3339
	tolerance time.Duration // on both sides
	now       func() time.Time
}

// within returns t with another tolerance and clock, where they are given.
func (t signedTimestamp) within(tolerance time.Duration, now func() time.Time) signedTimestamp {
	if tolerance > 0 {
		t.tolerance = tolerance
	}
	t.now = now
	return t
}

// maxDigits is the length of the longest timestamp, in milliseconds too.
const maxDigits = 15

// parse returns the time that a text means. Numbers are digits alone, without
// a sign and leading zeros.
func (t signedTimestamp) parse(text string) (time.Time, ProofReason) {
	if t.tolerance == 0 {
		return time.Time{}, ""
	}
	if text == "" {
		return time.Time{}, ProofMissing
	}
	if t.unit == 0 {
		at, err := time.Parse(time.RFC3339, text)
		if err != nil {
			return time.Time{}, ProofMalformed
		}
		return at, ""
	}
	if len(text) > maxDigits || text[0] == '0' || strings.ContainsFunc(text, isNoDigit) {
		return time.Time{}, ProofMalformed
	}
	count, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return time.Time{}, ProofMalformed
	}
	if t.unit == time.Millisecond {
		return time.UnixMilli(count), ""
	}
	return time.Unix(count, 0), ""
}

// check says whether a time is too far from now.
func (t signedTimestamp) check(at time.Time) ProofReason {
	if t.tolerance == 0 {
		return ""
	}
	now := t.now
	if now == nil {
		now = time.Now
	}
	switch age := now().Sub(at); {
	case age > t.tolerance:
		return ProofTooOld
	case age < -t.tolerance:
		return ProofTooNew
	}
	return ""
}

func isNoDigit(r rune) bool { return r < '0' || r > '9' }
