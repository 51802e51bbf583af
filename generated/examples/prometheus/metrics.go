// Package prometheus shows how the reports of a receiver feed Prometheus. It is
// a module of its own, so that nobody inherits the client library.
package prometheus

import (
	"context"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/webhookgen/webhookgen/generated/livechat"
)

// Metrics counts deliveries and measures how long they take.
type Metrics struct {
	deliveries *prometheus.CounterVec
	violations *prometheus.CounterVec
	duration   *prometheus.HistogramVec
}

// New returns metrics that are registered with r, and a gauge of the
// deliveries that receiver is handling.
func New(r prometheus.Registerer, receiver *livechat.Receiver) *Metrics {
	m := &Metrics{
		deliveries: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "webhook_deliveries_total", Help: "Requests by what became of them.",
		}, []string{"outcome", "action"}),
		violations: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "webhook_violations_total", Help: "What deliveries broke.",
		}, []string{"action", "rule"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "webhook_duration_seconds", Help: "From the arrival of a request to its answer.",
		}, []string{"outcome"}),
	}
	inFlight := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "webhook_in_flight", Help: "Deliveries that are being handled.",
	}, func() float64 { return float64(receiver.InFlightNow()) })
	r.MustRegister(m.deliveries, m.violations, m.duration, inFlight)
	return m
}

// Report is for livechat.Receiver.OnReport.
func (m *Metrics) Report(_ context.Context, r *livechat.ReceiverReport) {
	action := label(r.Action)
	m.deliveries.WithLabelValues(string(r.Outcome), action).Inc()
	m.duration.WithLabelValues(string(r.Outcome)).Observe(r.Duration.Seconds())
	for _, v := range r.Violations {
		m.violations.WithLabelValues(action, string(v.Rule)).Inc()
	}
}

// label returns an action as a label. Unknown ones share one: a label must not
// take as many values as somebody sends.
func label(a livechat.Action) string {
	if a == "" || a.Known() {
		return string(a)
	}
	return "unknown"
}
