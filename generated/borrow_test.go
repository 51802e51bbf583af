package generated_test

import (
	"errors"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/everything"
	"github.com/webhookgen/webhookgen/generated/livechat"
	"github.com/webhookgen/webhookgen/generated/slack"
)

// borrowing compares what Borrow of a package lends with what Parse returns.
type borrowing struct {
	folders []string
	compare func(t *testing.T, name string, body []byte)
}

// lent returns the test of one body for a package's Parse and Borrow.
func lent[D any](parse func([]byte) (*D, error), borrow func([]byte, func(*D, error) error) error) func(*testing.T, string, []byte) {
	errUsed := errors.New("from use")
	return func(t *testing.T, name string, body []byte) {
		want, wantErr := parse(body)
		used := false
		err := borrow(body, func(got *D, err error) error {
			used = true
			if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(err, wantErr) {
				t.Errorf("%s: borrowed %+v, %v; parsed %+v, %v", name, got, err, want, wantErr)
			}
			return errUsed
		})
		switch {
		case used != (want != nil):
			t.Errorf("%s: use was called: %v", name, used)
		case used && err != errUsed:
			t.Errorf("%s: returned %v in place of the error of use", name, err)
		case !used && !reflect.DeepEqual(err, wantErr):
			t.Errorf("%s: %v, parsed: %v", name, err, wantErr)
		}
	}
}

// TestBorrow lends each delivery of the corpora, cut short and spoilt too, in a
// row: nothing of one may be found in the next.
func TestBorrow(t *testing.T) {
	header := http.Header{}
	packages := map[string]borrowing{
		"livechat":   {[]string{livechatCorpus + "valid", livechatCorpus + "invalid"}, lent(livechat.Parse, livechat.Borrow)},
		"everything": {[]string{everythingCorpus + "valid"}, lent(everything.Parse, everything.Borrow)},
		"slack": {[]string{slackCorpus + "valid", slackCorpus + "invalid"}, lent(
			func(body []byte) (*slack.Delivery, error) { return slack.Parse(header, body) },
			func(body []byte, use func(*slack.Delivery, error) error) error {
				return slack.Borrow(header, body, use)
			})},
	}
	for name, p := range packages {
		t.Run(name, func(t *testing.T) {
			for _, folder := range p.folders {
				for file, body := range readCorpus(t, folder) {
					p.compare(t, file, body)
					p.compare(t, file+" cut short", body[:len(body)/2])
					p.compare(t, file+" with numbers for texts", []byte(strings.ReplaceAll(string(body), `":"`, `":1,"x":"`)))
				}
			}
		})
	}
}

// TestBorrowLimits lends within limits that are not the default.
func TestBorrowLimits(t *testing.T) {
	body := readCorpus(t, livechatCorpus+"valid")["thread_closed__sample.json"]
	lent(livechat.Limits{Size: len(body)}.Parse, livechat.Limits{Size: len(body)}.Borrow)(t, "at the limit", body)
	lent(livechat.Limits{Size: len(body) - 1}.Parse, livechat.Limits{Size: len(body) - 1}.Borrow)(t, "beyond it", body)
}

// TestBorrowTakesBack checks that what is kept against the rules tells nothing,
// neither of its own delivery nor of the next one, and that errors do outlive.
func TestBorrowTakesBack(t *testing.T) {
	body := readCorpus(t, livechatCorpus+"valid")["thread_closed__sample.json"]
	var kept *livechat.Delivery
	var payload *livechat.ThreadClosed
	var text string
	err := livechat.Borrow(body, func(d *livechat.Delivery, err error) error {
		kept, payload = d, d.Payload.(*livechat.ThreadClosed)
		text = payload.ChatID
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(*kept, livechat.Delivery{}) || !reflect.DeepEqual(*payload, livechat.ThreadClosed{}) || strings.Trim(text, "\x00") != "" {
		t.Errorf("%+v, %+v and %q are left", *kept, *payload, text)
	}
	closed := []byte(`{"action":"closed_object","nonsense":1}`) // names that are the sender's
	_, want := everything.Parse(closed)
	err = everything.Borrow(closed, func(*everything.Delivery, error) error { return nil })
	if !reflect.DeepEqual(err, want) {
		t.Errorf("%+v is left of %+v", err, want)
	}
}

// TestBorrowPanic lends again after a handler has panicked.
func TestBorrowPanic(t *testing.T) {
	compare := lent(livechat.Parse, livechat.Borrow)
	for name, body := range readCorpus(t, livechatCorpus+"valid") {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic is lost")
				}
			}()
			_ = livechat.Borrow(body, func(*livechat.Delivery, error) error { panic("from use") })
		}()
		compare(t, name, body)
	}
}

// TestBorrowTogether lends from many goroutines, and in one another.
func TestBorrowTogether(t *testing.T) {
	compare := lent(livechat.Parse, livechat.Borrow)
	corpus := readCorpus(t, livechatCorpus+"valid")
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for name, body := range corpus {
				_ = livechat.Borrow(body, func(outer *livechat.Delivery, _ error) error {
					action := outer.Action
					compare(t, name, body)
					if outer.Action != action || outer.Payload == nil {
						t.Errorf("%s: the outer delivery has changed", name)
					}
					return nil
				})
			}
		}()
	}
	wait.Wait()
}
