package runtime

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"
	"sync"
)

// checkHeader returns the outcome of a request's header, or "". Content type
// and encoding may be missing only if the delivery does not come over HTTP.
func (r *Receiver) checkHeader(header http.Header, overHTTP bool) ReceiverOutcome {
	types := header["Content-Type"]
	if len(types) > 1 || len(types) == 0 && overHTTP || len(types) == 1 && !acceptsType(types[0]) {
		return OutcomeType
	}
	switch encodings := header["Content-Encoding"]; {
	case len(encodings) == 0:
	case len(encodings) > 1:
		return OutcomeEncoding
	case !strings.EqualFold(encodings[0], "identity") && !(r.Gzip && isGzip(header)):
		return OutcomeEncoding
	}
	return ""
}

// isJSON says whether a content type is that of JSON in UTF-8, or of a format
// that is written in JSON, such as application/cloudevents+json.
func isJSON(contentType string) bool {
	if contentType == "application/json" || contentType == "application/json; charset=utf-8" {
		return true
	}
	kind, params, err := mime.ParseMediaType(contentType)
	charset, given := params["charset"]
	json := kind == "application/json" || strings.HasPrefix(kind, "application/") && strings.HasSuffix(kind, "+json")
	return err == nil && json && (!given || strings.EqualFold(charset, "utf-8"))
}

func isGzip(header http.Header) bool {
	encodings := header["Content-Encoding"]
	return len(encodings) == 1 && strings.EqualFold(encodings[0], "gzip")
}

// bodyBuffer is what bodies are read into. It is used again: whatever outlives
// the request is copied from it.
type bodyBuffer struct {
	bytes    []byte
	borrowed bool // it is the caller's, and not touched
}

// keptBuffer is the size up to which a buffer is kept for the next body.
const keptBuffer = 64 << 10

var bodyBuffers = sync.Pool{New: func() any { return &bodyBuffer{bytes: make([]byte, 0, 4096)} }}

// release clears the buffer, since there was a secret in it, and gives it back.
func (b *bodyBuffer) release() {
	if !b.borrowed && cap(b.bytes) <= keptBuffer {
		clear(b.bytes)
		b.bytes = b.bytes[:0]
		bodyBuffers.Put(b)
	}
}

var errTooLarge = errors.New("the body is larger than the limit")

// readAll reads all that there is, limit bytes at the most. No room is made
// for what a client promises and does not send.
func (b *bodyBuffer) readAll(from io.Reader, limit int) error {
	for {
		if len(b.bytes) == cap(b.bytes) {
			b.bytes = append(b.bytes, 0)[:len(b.bytes)]
		}
		n, err := from.Read(b.bytes[len(b.bytes):cap(b.bytes)])
		b.bytes = b.bytes[:len(b.bytes)+n]
		switch {
		case len(b.bytes) > limit:
			return errTooLarge
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

// readBody reads the body of a request and returns its outcome, or "".
func (r *Receiver) readBody(q *http.Request, b *bodyBuffer) ReceiverOutcome {
	limit := r.config.limits.Size
	if q.ContentLength > int64(limit) {
		return OutcomeTooLarge
	}
	if q.Body == nil {
		return ""
	}
	return readOutcome(b.readAll(q.Body, limit))
}

// readOutcome returns the outcome of an error of reading.
func readOutcome(err error) ReceiverOutcome {
	if err == nil {
		return ""
	}
	var limit *http.MaxBytesError
	switch {
	case err == errTooLarge, errors.As(err, &limit):
		return OutcomeTooLarge
	case errors.Is(err, os.ErrDeadlineExceeded):
		return OutcomeSlow
	}
	return OutcomeBroken
}

// decompress decompresses body into b and returns the outcome, or "".
func (r *Receiver) decompress(body []byte, b *bodyBuffer) ReceiverOutcome {
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return OutcomeBroken
	}
	return readOutcome(b.readAll(z, r.config.limits.Size))
}
