package generated_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"reflect"
	"slices"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/conformance"
	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/internal/everything/everythingtest"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/livechattest"
	livechat36test "github.com/webhookgen/webhookgen/generated/livechat/v36/livechattest"
	"github.com/webhookgen/webhookgen/generated/slack/slacktest"
	"github.com/webhookgen/webhookgen/generated/standardwebhooks/standardwebhookstest"
)

// What a consumer turns on in a repository of its own.
func TestLiveChatKit(t *testing.T)         { livechattest.Conformance(t) }
func TestLiveChat36Kit(t *testing.T)       { livechat36test.Conformance(t) }
func TestSlackKit(t *testing.T)            { slacktest.Conformance(t) }
func TestStandardWebhooksKit(t *testing.T) { standardwebhookstest.Conformance(t) }
func TestEverythingKit(t *testing.T)       { everythingtest.Conformance(t) }
func FuzzLiveChatKit(f *testing.F)         { livechattest.Fuzz(f) }
func FuzzLiveChat36Kit(f *testing.F)       { livechat36test.Fuzz(f) }
func FuzzSlackKit(f *testing.F)            { slacktest.Fuzz(f) }
func FuzzStandardWebhooksKit(f *testing.F) { standardwebhookstest.Fuzz(f) }
func FuzzEverythingKit(f *testing.F)       { everythingtest.Fuzz(f) }

// kitCase is a case of any kit.
type kitCase struct {
	name    string
	body    []byte
	pointer string // of the violation, in those that break a rule
}

// casesOf returns a list of the cases of a kit, or without the flag -full some
// of them.
func casesOf(list any) []kitCase {
	stride := 3
	if *full {
		stride = 1
	}
	var out []kitCase
	for i := 0; i < reflect.ValueOf(list).Len(); i += stride {
		c := reflect.ValueOf(list).Index(i)
		body := c.FieldByName("Body")
		if !body.IsValid() {
			body = c.FieldByName("Message") // of a push
		}
		one := kitCase{name: c.FieldByName("Name").String(), body: body.Bytes()}
		if v := c.FieldByName("Violation"); v.IsValid() {
			one.pointer = v.FieldByName("Pointer").String()
		}
		out = append(out, one)
	}
	return out
}

// TestKitAgrees holds what the kits make against the schemas: they must accept
// the valid deliveries and find the broken ones broken at the same place.
func TestKitAgrees(t *testing.T) {
	for _, kit := range []struct {
		name          string
		target        conformance.Target
		valid, broken any
	}{
		{"livechat", livechatDeliveries, livechattest.Valid(), livechattest.Broken()},
		{"livechat pushes", livechatPushes, livechattest.Pushes(), livechattest.BrokenPushes()},
		{"slack", slackDeliveries, slacktest.Valid(), slacktest.Broken()},
		{"standardwebhooks", standardDeliveries, standardwebhookstest.Valid(), standardwebhookstest.Broken()},
	} {
		for _, c := range casesOf(kit.valid) {
			if accepted, err := kit.target.Agree(c.body); !accepted || err != nil {
				t.Errorf("%s: %s: %v, %v", kit.name, c.name, accepted, err)
			}
		}
		for _, c := range casesOf(kit.broken) {
			if o := kit.target.Schema(c.body); o.Accepted || !slices.Equal(o.Pointers, []string{c.pointer}) {
				t.Errorf("%s: %s: %+v, want %q", kit.name, c.name, o, c.pointer)
			}
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

// TestKitMalformed puts the malformed bodies before encoding/json. It refuses
// them too, but for what it is known to let pass.
func TestKitMalformed(t *testing.T) {
	lenient := map[string]bool{
		"a member's name occurs twice": true, "half of a surrogate pair": true, "invalid UTF-8": true,
		"nesting is deeper than the limit": true, "a number is longer than the limit": true, "a number's exponent is larger than the limit": true,
	}
	problems := map[string]int{}
	for _, c := range livechattest.Malformed() {
		problems[c.Syntax.Problem]++
		if json.Valid(c.Body) != lenient[c.Syntax.Problem] {
			t.Errorf("%s: encoding/json accepts it: %v\n%q", c.Name, json.Valid(c.Body), c.Body)
		}
	}
	if len(problems) != 17 {
		t.Errorf("%d problems: %v", len(problems), problems)
	}
	p := newProbe(t)
	for i, c := range livechattest.Malformed() {
		if i%97 == 0 {
			if answer := livechattest.Send(p, c.WithSecret(rightSecret)); answer.StatusCode != http.StatusBadRequest {
				t.Errorf("%s: %d\n%q", c.Name, answer.StatusCode, c.Body)
			}
		}
	}
}

// TestKitPushes sends the pushes of the kit to a receiver.
func TestKitPushes(t *testing.T) {
	var recorder livechattest.Recorder
	p := newProbe(t)
	p.Handlers = recorder.Handlers()
	outcome := func(message []byte) livechat.ReceiverOutcome {
		_ = p.HandlePush(t.Context(), message)
		return p.last()
	}
	apis, valid := map[livechat.PushEquivalent]livechat.Action{}, livechattest.Pushes()
	for _, push := range valid {
		d := push.Delivery()
		apis[livechat.PushEquivalent{API: push.API, Name: d.Push.Name}] = d.Action
		if got := outcome(push.Message); got != livechat.OutcomeHandled || d.Action != push.Action {
			t.Errorf("%s of %s: %s", push.Name, push.API, got)
		}
	}
	if n := len(recorder.Deliveries()); n != len(valid) {
		t.Errorf("%d of %d pushes recorded", n, len(valid))
	}
	for _, action := range livechat.Actions() {
		for _, e := range action.Push() {
			if apis[e] != action {
				t.Errorf("no push of %s is %s of %s", action, e.Name, e.API)
			}
		}
	}
	for _, push := range livechattest.BrokenPushes() {
		if got := outcome(push.Message); got != livechat.OutcomeInvalid {
			t.Errorf("%s: %s", push.Name, got)
		}
	}
	for _, push := range livechattest.NoPushes() {
		if got := outcome(push.Message); got != livechat.OutcomeInvalid || len(push.Action.Push()) > 0 {
			t.Errorf("%s: %s", push.Name, got)
		}
	}
	if len(livechattest.NoPushes()) == 0 {
		t.Error("every action has a push")
	}
	for i, push := range livechattest.MalformedPushes() {
		if i%97 == 0 {
			if got := outcome(push.Message); got != livechat.OutcomeMalformed {
				t.Errorf("%s: %s", push.Name, got)
			}
		}
	}
}

// TestKitBuildsPushes changes pushes.
func TestKitBuildsPushes(t *testing.T) {
	push := livechattest.BuildPush.ChatThreadTagged(func(d *livechat.Delivery, p *livechat.ChatThreadTagged) { p.Tag = "vip" })
	if d := push.Delivery(); d.Payload.(*livechat.ChatThreadTagged).Tag != "vip" || d.Push.Name != "chat_thread_tagged" || push.API == "" {
		t.Errorf("%+v", push)
	}
	again := everythingtest.BuildPush.ScalarsAgain()
	if d := again.Delivery(); d.Push.Name != "scalars_repeated" || again.API != "first" || d.Action != everything.ActionScalarsAgain {
		t.Errorf("%+v", again)
	}
	for seed := range uint64(100) {
		push, again := livechattest.RandomPush(seed), livechattest.RandomPush(seed)
		if !bytes.Equal(push.Message, again.Message) || push.API != again.API || push.Delivery().Action != push.Action {
			t.Errorf("seed %d: %+v and %+v", seed, push, again)
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
