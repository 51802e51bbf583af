package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/bytedance/sonic"
	"github.com/go-faster/jx"
	jsonv2 "github.com/go-json-experiment/json"
	gojson "github.com/goccy/go-json"
	"github.com/mailru/easyjson"
	segmentio "github.com/segmentio/encoding/json"
	"github.com/webhookgen/webhookgen/generated/bench/easy"
	"github.com/webhookgen/webhookgen/generated/bench/ogen"
	"github.com/webhookgen/webhookgen/generated/bench/plain"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/schema"
)

// contender is one way to bring a delivery to its handler.
type contender struct {
	name      string
	validates bool
	run       func(body []byte) error
}

// secret is that of the samples.
const secret = "hush-hush-8842"

var errSecret = errors.New("wrong secret")

// handled counts calls of handlers, so that none is optimised away.
var handled int

var handlers = livechat.Handlers{
	IncomingChatThread: func(context.Context, *livechat.Delivery, *livechat.IncomingChatThread) error { handled++; return nil },
	IncomingEvent:      func(context.Context, *livechat.Delivery, *livechat.IncomingEvent) error { handled++; return nil },
	ThreadClosed:       func(context.Context, *livechat.Delivery, *livechat.ThreadClosed) error { handled++; return nil },
}

// contenders lists those that decode into types: ours first.
var contenders = []contender{
	{"webhookgen", true, generated},
	{"webhookgen, Borrow", true, borrowed},
	{"encoding/json", false, plainWith(json.Unmarshal)},
	{"goccy/go-json", false, plainWith(gojson.Unmarshal)},
	{"bytedance/sonic", false, plainWith(sonic.Unmarshal)},
	{"segmentio/encoding", false, plainWith(segmentio.Unmarshal)},
	{"mailru/easyjson", false, easily},
	{"json/v2", false, plainWith(func(body []byte, v any) error { return jsonv2.Unmarshal(body, v) })},
	{"ogen", true, withOgen},
	{"encoding/json and jsonschema/v5", true, schema.ValidateDelivery},
}

// checks lists those that only say whether a text is JSON.
var checks = []contender{
	{"json.Valid", false, valid(json.Valid)},
	{"sonic.Valid", false, valid(sonic.Valid)},
	{"segmentio Valid", false, valid(segmentio.Valid)},
	{"jx.Valid", false, valid(jx.Valid)},
}

func generated(body []byte) error {
	d, err := livechat.Parse(body)
	return used(d, err)
}

func borrowed(body []byte) error { return livechat.Borrow(body, used) }

func used(d *livechat.Delivery, err error) error {
	if err != nil {
		return err
	}
	if !d.SecretKey.Equal(secret) {
		return errSecret
	}
	return handlers.Dispatch(context.Background(), d)
}

// plainWith decodes the envelope and then the payload, as people do.
func plainWith(unmarshal func([]byte, any) error) func([]byte) error {
	return func(body []byte) error {
		var d plain.Delivery
		if err := unmarshal(body, &d); err != nil {
			return err
		}
		if d.SecretKey != secret {
			return errSecret
		}
		switch d.Action {
		case "incoming_chat_thread":
			return unmarshal(d.Payload, handling(new(plain.IncomingChatThread)))
		case "incoming_event":
			return unmarshal(d.Payload, handling(new(plain.IncomingEvent)))
		case "thread_closed":
			return unmarshal(d.Payload, handling(new(plain.ThreadClosed)))
		}
		return fmt.Errorf("no handler for %s", d.Action)
	}
}

func handling[T any](v *T) any {
	handled++
	return v
}

func easily(body []byte) error {
	var d easy.Delivery
	if err := easyjson.Unmarshal(body, &d); err != nil {
		return err
	}
	if d.SecretKey != secret {
		return errSecret
	}
	handled++
	switch d.Action {
	case "incoming_chat_thread":
		return easyjson.Unmarshal(d.Payload, new(easy.IncomingChatThread))
	case "incoming_event":
		return easyjson.Unmarshal(d.Payload, new(easy.IncomingEvent))
	case "thread_closed":
		return easyjson.Unmarshal(d.Payload, new(easy.ThreadClosed))
	}
	return fmt.Errorf("no handler for %s", d.Action)
}

// withOgen decodes the envelope and the payload in one, by the action, and checks
// both, as ogen's server does.
func withOgen(body []byte) error {
	var d ogen.Delivery
	if err := d.Decode(jx.DecodeBytes(body)); err != nil {
		return err
	}
	if err := d.Validate(); err != nil {
		return err
	}
	var given string
	switch d.Type {
	case ogen.ChatDeliveryDelivery:
		given = d.ChatDelivery.SecretKey
	case ogen.EventDeliveryDelivery:
		given = d.EventDelivery.SecretKey
	case ogen.ClosedDeliveryDelivery:
		given = d.ClosedDelivery.SecretKey
	}
	if given != secret {
		return errSecret
	}
	handled++
	return nil
}

func valid(check func([]byte) bool) func([]byte) error {
	return func(body []byte) error {
		if !check(body) {
			return fmt.Errorf("not valid: %s", bytes.TrimSpace(body))
		}
		return nil
	}
}
