package prometheus

import (
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/livechattest"
)

// TestMetrics sends deliveries and compares what Prometheus would read.
func TestMetrics(t *testing.T) {
	var recorder livechattest.Recorder
	receiver := &livechat.Receiver{Handlers: recorder.Handlers(), Secrets: []livechat.Secret{livechattest.Secret}}
	registry := prometheus.NewRegistry()
	receiver.OnReport = New(registry, receiver).Report
	for _, c := range []livechattest.Case{
		livechattest.Build.ThreadClosed(), livechattest.Build.ThreadClosed(), livechattest.Unknown(),
		livechattest.Build.ThreadClosed().WithSecret("guess"),
	} {
		livechattest.Send(receiver, c)
	}
	want := `
# HELP webhook_deliveries_total Requests by what became of them.
# TYPE webhook_deliveries_total counter
webhook_deliveries_total{action="",outcome="unproved"} 1
webhook_deliveries_total{action="thread_closed",outcome="handled"} 2
webhook_deliveries_total{action="unknown",outcome="handled"} 1
# HELP webhook_in_flight Deliveries that are being handled.
# TYPE webhook_in_flight gauge
webhook_in_flight 0
`
	if err := testutil.GatherAndCompare(registry, strings.NewReader(want), "webhook_deliveries_total", "webhook_in_flight"); err != nil {
		t.Error(err)
	}
}
