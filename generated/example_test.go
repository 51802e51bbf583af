package generated_test

import (
	"context"
	"fmt"

	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/livechat/livechattest"
)

// The way from nothing to a handler that is tested.
func Example_tenLines() {
	tags := map[string]string{}
	receiver := &livechat.Receiver{Secrets: []livechat.Secret{livechattest.Secret}, Handlers: &livechat.Handlers{
		ChatThreadTagged: func(_ context.Context, _ *livechat.Delivery, p *livechat.ChatThreadTagged) error {
			tags[p.ChatID] = p.Tag
			return nil
		},
	}}
	vip := livechattest.Build.ChatThreadTagged(func(_ *livechat.Delivery, p *livechat.ChatThreadTagged) { p.ChatID, p.Tag = "chat", "vip" })
	fmt.Println(livechattest.Send(receiver, vip).StatusCode, tags["chat"])
	// Output: 200 vip
}
