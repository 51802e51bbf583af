package generated_test

import (
	"bytes"
	"errors"
	"net/http"
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/everything/everythingtest"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/livechattest"
)

// What a consumer turns on in a repository of its own.
func TestLiveChatKit(t *testing.T)   { livechattest.Conformance(t) }
func TestEverythingKit(t *testing.T) { everythingtest.Conformance(t) }
func FuzzLiveChatKit(f *testing.F)   { livechattest.Fuzz(f) }

// TestKitAgrees holds what the kit makes against the schemas: they must accept
// the valid deliveries and find the broken ones broken at the same place.
func TestKitAgrees(t *testing.T) {
	for _, c := range livechattest.Valid() {
		if accepted, err := livechatDeliveries.Agree(c.Body); !accepted || err != nil {
			t.Errorf("%s: %v, %v", c.Name, accepted, err)
		}
	}
	for _, c := range livechattest.Broken() {
		if o := livechatDeliveries.Schema(c.Body); o.Accepted || !slices.Equal(o.Pointers, []string{c.Violation.Pointer}) {
			t.Errorf("%s: %+v, want %v", c.Name, o, c.Violation)
		}
	}
}

// TestKitCovers checks that the kit goes everywhere: every action, rule,
// variant and shape.
func TestKitCovers(t *testing.T) {
	valid, broken := livechattest.Valid(), livechattest.Broken()
	t.Logf("%d valid and %d broken deliveries", len(valid), len(broken))
	perAction := map[livechat.Action]int{}
	var all []byte
	for _, c := range valid {
		perAction[c.Action]++
		all = append(all, c.Body...)
	}
	for _, action := range livechat.Actions() {
		if perAction[action] < 3 {
			t.Errorf("%s has %d deliveries", action, perAction[action])
		}
	}
	for _, want := range []string{`"data":{`, `"payload":{`, `"type":"system_message"`, `"type":"a_kind_of_tomorrow"`, `"value":`, `"customer":{`} {
		if !bytes.Contains(all, []byte(want)) {
			t.Errorf("no delivery has %s", want)
		}
	}
	rules := map[livechat.Rule]int{}
	for _, c := range broken {
		rules[c.Violation.Rule]++
	}
	for _, rule := range []livechat.Rule{livechat.RuleType, livechat.RuleRequired, livechat.RuleEnum, livechat.RuleOneName, livechat.RuleMinimum, livechat.RuleMaximum} {
		if rules[rule] == 0 {
			t.Errorf("nothing breaks %s", rule)
		}
	}
}

// TestKitRandom checks that seeds say what comes.
func TestKitRandom(t *testing.T) {
	different := map[string]bool{}
	for seed := range uint64(200) {
		c := livechattest.Random(seed)
		if again := livechattest.Random(seed); !bytes.Equal(c.Body, again.Body) {
			t.Errorf("seed %d: %s and %s", seed, c.Body, again.Body)
		}
		different[string(c.Body)] = true
	}
	if len(different) < 150 {
		t.Errorf("%d different deliveries of 200", len(different))
	}
}

// TestKitRecorder sends everything to the recorder behind a receiver.
func TestKitRecorder(t *testing.T) {
	var recorder livechattest.Recorder
	p := newProbe(t)
	p.Handlers = recorder.Handlers()
	valid := livechattest.Valid()
	for _, c := range valid {
		if answer := livechattest.Send(p, c.WithSecret(rightSecret)); answer.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", c.Name, answer.StatusCode)
		}
	}
	if n := len(recorder.Deliveries()); n != len(valid) {
		t.Errorf("%d of %d deliveries recorded", n, len(valid))
	}
	for _, c := range livechattest.Broken() {
		if answer := livechattest.Send(p, c.WithSecret(rightSecret)); answer.StatusCode != statusOf(c.Violation) {
			t.Errorf("%s: %d, want %d", c.Name, answer.StatusCode, statusOf(c.Violation))
		}
	}
	if answer := livechattest.Send(p, valid[0]); answer.StatusCode != http.StatusUnauthorized {
		t.Errorf("wrong secret: %d", answer.StatusCode)
	}
	recorder.Fail(errors.New("no"))
	if answer := livechattest.Send(p, valid[0].WithSecret(rightSecret)); answer.StatusCode != http.StatusInternalServerError {
		t.Errorf("a failing handler: %d", answer.StatusCode)
	}
}

// statusOf returns the answer to a delivery that breaks one rule: what concerns
// the proof is told before all else.
func statusOf(v livechat.Violation) int {
	whole := v.Pointer == "" && v.Rule == livechat.RuleType
	if whole || v.Pointer == "/secret_key" || v.Pointer == "" && v.Member == "secret_key" {
		return http.StatusUnauthorized
	}
	return http.StatusUnprocessableEntity
}
