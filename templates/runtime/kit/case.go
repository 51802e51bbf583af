package kit

import (
	"bytes"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// Case is a delivery, ready to be sent.
type Case struct {
	Name   string // of the action, and what is special about it
	Action hooks.Action
	Header http.Header // of the request, beside the content type
	Body   []byte
}

func newCase(a *action, name string, tree any) Case {
	return Case{Name: string(a.name) + ": " + name, Action: a.name, Header: a.header(), Body: textOf(tree)}
}

// Request returns a request that delivers the case to a handler. It can be
// sent once.
func (c Case) Request() *http.Request {
	q := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(c.Body))
	maps.Copy(q.Header, c.Header.Clone())
	q.Header.Set("Content-Type", "application/json")
	return q
}

// Delivery returns the delivery. It panics if the case is not valid.
func (c Case) Delivery() *hooks.Delivery {
	d, err := c.parse()
	if err != nil {
		panic(c.Name + ": " + err.Error())
	}
	return d
}

// WithSecret returns the case with another secret, which needs no escaping in JSON.
func (c Case) WithSecret(secret string) Case {
	c.Body = []byte(strings.ReplaceAll(string(c.Body), `"`+Secret+`"`, `"`+secret+`"`))
	return c
}

// Send gives a case to a handler and returns the answer.
func Send(h http.Handler, c Case) *http.Response {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, c.Request())
	return w.Result()
}

// build returns a delivery with all its members, or that of the sample,
// changed by change. It panics if that makes it invalid.
func build[P hooks.Payload](name hooks.Action, change []func(*hooks.Delivery, P)) Case {
	var c Case
	explore(actionOf(name), func(next Case, _ any) {
		if c.Body == nil {
			c = next
		}
	})
	d := c.Delivery()
	for _, f := range change {
		f(d, d.Payload.(P))
	}
	body, err := d.MarshalJSON()
	built := Case{Name: string(name) + ": built", Action: d.Action, Header: headerOf(d), Body: body}
	if err == nil {
		_, err = built.parse()
	}
	if err != nil {
		panic(string(name) + ": " + err.Error())
	}
	return built
}
