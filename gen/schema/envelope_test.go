package schema_test

import (
	"testing"

	"github.com/webhookgen/webhookgen/gen/internal/example"
)

func TestDelivery(t *testing.T) {
	v := validatorOf(t, example.API())
	const order = `{"id":"o","total":1,"lines":[{"sku":"a","count":1}]}`
	tests := []struct {
		body string
		at   []string
	}{
		{`{"action":"order_placed","payload":` + order + `,"secret":"s"}`, nil},
		{`{"action":"order_placed","data":` + order + `,"secret":"s","more":null}`, nil},
		{`{"action":"unheard_of","payload":{"a":null},"secret":"s"}`, nil},
		{`{"action":"person.seen","data":{"person":{"type":"ghost"},"at":1,"attributes":null},"secret":"s"}`, nil},
		{`{"action":"setting","payload":{"setting":{"scope":"x","value":null}},"secret":"s"}`, nil},
		{`{"action":"setting","payload":{"scope":"x","value":null},"secret":"s"}`, nil},
		{`{"action":"unheard_of","payload":[],"secret":"s"}`, []string{"/payload"}},
		{`{"action":"unheard_of","data":null,"secret":"s"}`, []string{"/data"}},
		{`{"action":"order_placed","payload":null,"secret":"s"}`, []string{"/payload"}},
		{`{"action":"order_placed","secret":"s"}`, []string{""}},
		{`{"action":"order_placed","payload":` + order + `,"data":{},"secret":"s"}`, []string{"", "/data"}},
		{`{"payload":null,"secret":"s"}`, []string{""}},
		{`{"action":7,"payload":null,"secret":"s"}`, []string{"/action"}},
		{`{"action":"stock","payload":{"levels":{"a":-1,"b":null},"x":1,"part":2},"secret":1}`,
			[]string{"/payload", "/payload/levels/a", "/payload/part", "/secret"}},
		{`{"action":"stock","payload":{"levels":{},"share":1,"part":1},"secret":""}`, []string{"/payload"}},
		{`{"action":"person.seen","data":{"person":{"type":"guest","friends":[{}]},"at":"x"},"secret":"s"}`,
			[]string{"/data/at", "/data/person/friends/0"}},
		{`[]`, []string{""}},
	}
	for _, tt := range tests {
		checkPlaces(t, tt.body, v.ValidateDelivery([]byte(tt.body)), "", tt.at)
	}
}

func TestPush(t *testing.T) {
	v := validatorOf(t, example.API())
	const order = `{"id":"o","total":1,"lines":[{"sku":"a","count":1}]}`
	tests := []struct {
		body string
		at   []string
	}{
		{`{"action":"order_placed","payload":` + order + `,"type":"push"}`, nil},
		{`{"action":"order_new","payload":` + order + `,"type":"push","request_id":"r"}`, nil},
		{`{"action":"unheard_of","payload":{},"type":"push"}`, nil},
		{`{"action":"order_new","payload":{},"type":"push"}`, []string{"/payload"}},
		{`{"action":"order_new","payload":` + order + `,"type":"pull"}`, []string{"/type"}},
		{`{"action":"order_new","payload":` + order + `,"type":"push","more":1}`, []string{""}},
		{`{"action":"unheard_of","payload":"","type":"push"}`, []string{"/payload"}},
		{`{"action":"order_returned","payload":` + order + `,"type":"push"}`, []string{"/action"}},
		{`{"action":"stock","payload":null,"type":"push"}`, []string{"/action"}},
		{`{"action":"order_new","data":` + order + `,"type":"push"}`, []string{""}},
	}
	for _, tt := range tests {
		checkPlaces(t, tt.body, v.ValidatePush([]byte(tt.body)), "", tt.at)
	}
}
