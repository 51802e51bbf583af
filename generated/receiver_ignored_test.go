package generated_test

import (
	"bytes"
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// TestReceiverIgnored has one handler at a time, and all but one: a delivery is
// handled by that of its action and by no other.
func TestReceiverIgnored(t *testing.T) {
	payloads := map[reflect.Type]*livechat.Delivery{}
	for _, d := range validDeliveries(t) {
		payloads[reflect.TypeOf(d.Payload)] = d
	}
	if want := reflect.TypeFor[livechat.Handlers]().NumField(); len(payloads) != want {
		t.Fatalf("samples of %d payloads, want %d", len(payloads), want)
	}
	var report livechat.ReceiverReport
	for payload, d := range payloads {
		d.SecretKey = rightSecret
		body, err := d.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, own := range []bool{true, false} {
			h := new(livechat.Handlers)
			for i := range reflect.TypeFor[livechat.Handlers]().NumField() {
				f := reflect.ValueOf(h).Elem().Field(i)
				if (f.Type().In(2) == payload) == own {
					f.Set(reflect.MakeFunc(f.Type(), func([]reflect.Value) []reflect.Value {
						return []reflect.Value{reflect.Zero(reflect.TypeFor[error]())}
					}))
				}
			}
			r := livechat.Receiver{Secrets: []livechat.Secret{rightSecret}, Handlers: h}
			r.OnReport = func(_ context.Context, got *livechat.ReceiverReport) { report = *got }
			r.ServeHTTP(httptest.NewRecorder(), newPost(bytes.NewReader(body)))
			want := livechat.OutcomeIgnored
			if own {
				want = livechat.OutcomeHandled
			}
			if report.Outcome != want {
				t.Errorf("%v, its own handler %v: %s", payload, own, report.Outcome)
			}
		}
	}
}

// validDeliveries returns LiveChat's valid samples, and one of an unknown action.
func validDeliveries(t *testing.T) []*livechat.Delivery {
	t.Helper()
	files, err := filepath.Glob("../spec/livechat/testdata/v3.0/valid/*.json")
	if err != nil {
		t.Fatal(err)
	}
	bodies := []string{`{"webhook_id":"w","secret_key":"s","action":"new","payload":{}}`}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		bodies = append(bodies, string(body))
	}
	var out []*livechat.Delivery
	for _, body := range bodies {
		if d, err := livechat.Parse([]byte(body)); err == nil { // pushes are other objects
			out = append(out, d)
		}
	}
	return out
}
