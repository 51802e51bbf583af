package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
)

// full is a device without space after some bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errors.New("no space left")
	}
	return len(p), nil
}

// Whatever a command found, nobody can have read all of it.
func TestOutputThatGetsLost(t *testing.T) {
	inShop(t, "order.json", `{"action":"order_gone","payload":{"id":"1"},"secret_key":"s"}`)
	for _, args := range []string{
		"help", "help check", "version", "check", "check -format json", "actions", "actions -format json",
		"validate order.json", "validate -format json order.json", "generate -check", "generate", "init new",
	} {
		for _, room := range []int{0, 2} {
			os.RemoveAll("new")
			var errs bytes.Buffer
			p := newProgram(strings.NewReader(""), &full{room}, &errs, func(string) string { return "" })
			p.library.generate = fakeGenerate
			if status := p.run(context.Background(), strings.Fields(args)); status != statusFault || strings.Count(errs.String(), "no space left") != 1 {
				t.Errorf("%s: exit status %d, and %q", args, status, errs.String())
			}
		}
	}
}
