// Package livechat holds the specifications of LiveChat's webhooks, a file for
// each version of the API, and under testdata the deliveries that they are
// tested with, as spec's corpus_test.go says. There is no code here but tests:
// of the specification against the provider's page, where that is at hand.
package livechat
