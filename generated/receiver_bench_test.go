package generated_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// smallDelivery is a delivery of about 300 bytes.
var smallDelivery = []byte(`{"webhook_id":"a53c2b1d0e","secret_key":"` + rightSecret + `","action":"chat_thread_tagged","organization_id":"77aa10f2-c3d4-0e91",` +
	`"additional_data":{},"payload":{"chat_id":"QW7RT2ZX90","thread_id":"LM4PO8VB11","tag":"bug_report about the long form"}}`)

// silent is a ResponseWriter that costs nothing.
type silent struct{ header http.Header }

func (s *silent) Header() http.Header         { return s.header }
func (s *silent) Write(b []byte) (int, error) { return len(b), nil }
func (s *silent) WriteHeader(int)             {}

// benchmarkHandler measures a handler with one body, over and over.
func benchmarkHandler(b *testing.B, h http.Handler, body []byte) {
	b.Helper()
	q := httptest.NewRequest(http.MethodPost, "/", nil)
	q.Header.Set("Content-Type", "application/json")
	q.ContentLength = int64(len(body))
	source := bytes.NewReader(body)
	q.Body = io.NopCloser(source)
	w := &silent{http.Header{}}
	b.ReportAllocs()
	for b.Loop() {
		source.Reset(body)
		h.ServeHTTP(w, q)
	}
}

func benchmarkReceiver() *livechat.Receiver {
	return &livechat.Receiver{
		Secrets: []livechat.Secret{rightSecret},
		Handlers: &livechat.Handlers{
			ChatThreadTagged: func(context.Context, *livechat.Delivery, *livechat.ChatThreadTagged) error { return nil },
		},
		Logger: slog.New(slog.DiscardHandler),
	}
}

// BenchmarkOverhead: what Receiver costs beyond Bare and Parse is its overhead.
func BenchmarkOverhead(b *testing.B) {
	b.Run("Bare", func(b *testing.B) {
		benchmarkHandler(b, http.HandlerFunc(func(_ http.ResponseWriter, q *http.Request) {
			if _, err := io.ReadAll(q.Body); err != nil {
				b.Error(err)
			}
		}), smallDelivery)
	})
	b.Run("BareAndParse", func(b *testing.B) {
		benchmarkHandler(b, http.HandlerFunc(func(_ http.ResponseWriter, q *http.Request) {
			body, err := io.ReadAll(q.Body)
			if err == nil {
				_, err = livechat.Parse(body)
			}
			if err != nil {
				b.Error(err)
			}
		}), smallDelivery)
	})
	b.Run("Receiver", func(b *testing.B) { benchmarkHandler(b, benchmarkReceiver(), smallDelivery) })
}

// BenchmarkWrongSecret refuses secrets of which more and more is right: the
// time is to stay the same.
func BenchmarkWrongSecret(b *testing.B) {
	for _, right := range []int{0, 1, 8, 16, len(rightSecret) - 1} {
		b.Run(fmt.Sprintf("right=%d", right), func(b *testing.B) {
			guess := rightSecret[:right] + strings.Repeat("#", len(rightSecret)-right)
			benchmarkHandler(b, benchmarkReceiver(), bytes.Replace(smallDelivery, []byte(rightSecret), []byte(guess), 1))
		})
	}
}
