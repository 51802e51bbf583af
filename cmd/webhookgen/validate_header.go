package main

import (
	"net/http"
	"net/textproto"
	"strings"

	"github.com/webhookgen/webhookgen/spec"
)

// readHeader reads the -header flags. The header that tells the action has to
// be among them where one does.
func readHeader(lines []string, api *spec.API) (http.Header, error) {
	header := http.Header{}
	for _, line := range lines {
		name, value, ok := strings.Cut(line, ":")
		if name = textproto.TrimString(name); !ok || name == "" {
			return nil, misuse("write -header 'X-Event: value'", "-header %q has no name and value with a colon between them", line)
		}
		header.Add(name, textproto.TrimString(value))
	}
	needed := api.Envelope.Action.Header
	if needed != "" && header.Get(needed) == "" {
		return nil, misuse("say -header '"+needed+": VALUE', or -action NAME for payloads without their envelope",
			"the action of a delivery of %s stands in the header %s", api.Provider.Title, needed)
	}
	return header, nil
}

// deliveryJudge judges whole bodies that came with a header.
func deliveryJudge(v validator, api *spec.API, header http.Header) *judge {
	if api.Envelope.Action.Header == "" {
		return &judge{validate: v.ValidateDelivery, action: namedBy(api.Envelope.Action.Path(), v.Known)}
	}
	return &judge{
		validate: func(text []byte) error { return v.ValidateRequest(header, text) },
		action: func(text []byte) (string, bool) {
			name := v.ActionOf(header, text)
			return name, v.Known(name)
		},
	}
}
