package main

import (
	"net/http"

	"github.com/webhookgen/webhookgen/generated/internal/proofs/basic"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/basic/basictest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/bearer"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/bearer/bearertest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/body"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/body/bodytest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/keys"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/keys/keystest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/pairs"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/pairs/pairstest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/parts"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/parts/partstest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/sealed"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/sealed/sealedtest"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard"
	"github.com/webhookgen/webhookgen/generated/internal/proofs/standard/standardtest"
	"github.com/webhookgen/webhookgen/generated/judges"
)

// provedRoutes are the packages that each prove a sender in another way. What
// they deliver is the same.
func provedRoutes() []route {
	out := []route{
		{name: "basic", parse: func(h http.Header, b []byte) (judges.Delivery, error) { return basic.Parse(h, b) }},
		{name: "bearer", parse: func(h http.Header, b []byte) (judges.Delivery, error) { return bearer.Parse(h, b) }},
		{name: "body", parse: func(h http.Header, b []byte) (judges.Delivery, error) { return body.Parse(h, b) }},
		{name: "keys", parse: func(h http.Header, b []byte) (judges.Delivery, error) { return keys.Parse(h, b) }},
		{name: "pairs", parse: func(h http.Header, b []byte) (judges.Delivery, error) { return pairs.Parse(h, b) }},
		{name: "parts", parse: func(h http.Header, b []byte) (judges.Delivery, error) { return parts.Parse(h, b) }},
		{name: "sealed", parse: func(h http.Header, b []byte) (judges.Delivery, error) { return sealed.Parse(h, b) }},
		{name: "standard", parse: func(h http.Header, b []byte) (judges.Delivery, error) { return standard.Parse(h, b) }},
	}
	add := func(i int, name string, h http.Header, b []byte) {
		out[i].cases = append(out[i].cases, request{name, h, b})
	}
	for _, c := range basictest.Valid() {
		add(0, c.Name, c.Header, c.Body)
	}
	for _, c := range bearertest.Valid() {
		add(1, c.Name, c.Header, c.Body)
	}
	for _, c := range bodytest.Valid() {
		add(2, c.Name, c.Header, c.Body)
	}
	for _, c := range keystest.Valid() {
		add(3, c.Name, c.Header, c.Body)
	}
	for _, c := range pairstest.Valid() {
		add(4, c.Name, c.Header, c.Body)
	}
	for _, c := range partstest.Valid() {
		add(5, c.Name, c.Header, c.Body)
	}
	for _, c := range sealedtest.Valid() {
		add(6, c.Name, c.Header, c.Body)
	}
	for _, c := range standardtest.Valid() {
		add(7, c.Name, c.Header, c.Body)
	}
	return out
}
