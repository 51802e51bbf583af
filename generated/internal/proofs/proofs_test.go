package proofs

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// What is signed in order is accepted: with any of several secrets, at both
// ends of the tolerance, for every body, and as the kit signs.
func TestProofs(t *testing.T) {
	for _, s := range schemes {
		t.Run(s.name, func(t *testing.T) {
			for _, body := range []string{goodBody, "", "\x00\xff", strings.Repeat("long ", 1<<16)} {
				h := s.signed(body, s.secret, now)
				for _, secrets := range [][]string{{s.secret}, {"another", s.secret}, {s.secret, "another"}, {"", s.secret, ""}} {
					if reason := s.verify(now, h, body, secrets...); reason != "" {
						t.Errorf("%q: %s", secrets, reason)
					}
				}
				kit := http.Header{}
				if s.sign(kit, body, s.secret, now); s.verify(now, kit, body, s.secret) != "" {
					t.Errorf("the kit signs %v", kit)
				}
			}
			h := s.signed(goodBody, s.secret, now)
			for _, shift := range []time.Duration{-5 * time.Minute, 5 * time.Minute} {
				if reason := s.verify(now.Add(shift), h, goodBody, s.secret); reason != "" {
					t.Errorf("%v from now: %s", shift, reason)
				}
			}
			handled := 0
			w := httptest.NewRecorder()
			s.receive(&handled, kitSecrets[s.name]).ServeHTTP(w, s.request())
			if w.Code != http.StatusOK || handled != 1 {
				t.Errorf("the receiver answers %d and handles %d of the kit", w.Code, handled)
			}
		})
	}
}

var kitSecrets = map[string]string{
	"body": "a secret for tests", "parts": "a secret for tests", "pairs": "a secret for tests", "bearer": "a secret for tests",
	"keys": publicKeyOf("a secret for tests"), "basic": "user:a secret for tests", "standard": "whsec_" + base64.StdEncoding.EncodeToString([]byte("a secret for tests")),
}

// The reasons tell an owner what to mend.
func TestReasons(t *testing.T) {
	byName := map[string]string{
		"wrong key": "wrong", "cut at 0": "missing", "pairs: v1 empty": "malformed", "no secrets": "no_secret", "empty secret: several empty": "no_secret", "no proof": "missing", "header twice: same": "repeated",
		"1h0m0s old": "too_old", "1h0m0s ahead": "too_new", "timestamp, signed: plus": "malformed", "pairs: time twice": "repeated", "pairs: no signature": "missing",
		"standard: no version": "malformed", "id none": "missing", "secret is no base64": "no_secret", "token: Digest fW8tLq2mZxP0sQ": "malformed",
	}
	seen := map[string]bool{}
	for _, s := range schemes {
		for _, x := range forgeries(s) {
			if want := byName[x.name]; want != "" {
				seen[x.name] = true
				if got := s.verify(x.at, x.header, x.body, x.secrets...); got != want {
					t.Errorf("%s: %s: %s, want %s", s.name, x.name, got, want)
				}
			}
		}
	}
	if len(seen) != len(byName) {
		t.Errorf("met only %v", seen)
	}
}

// Senders that rotate their secrets send several signatures: one that fits is
// enough, and what the receiver does not know is passed over.
func TestSeveralSignatures(t *testing.T) {
	stripe, standard := schemes[2], schemes[3]
	good := stripe.signed(goodBody, stripe.secret, now).Get(stripe.header)
	zeros := strings.Repeat("0", 64)
	for _, value := range []string{good + ",v1=" + zeros, strings.Replace(good, ",", ",v1="+zeros+",", 1), good + ",v0=x,v2=y", "v0=x," + good} {
		if reason := stripe.verify(now, http.Header{stripe.header: {value}}, goodBody, "another", stripe.secret); reason != "" {
			t.Errorf("%s: %s", value, reason)
		}
	}
	h := standard.signed(goodBody, standard.secret, now)
	good = h.Get(standard.header)
	signed := ed25519Key.header()
	public := "whpk_" + base64.StdEncoding.EncodeToString(ed25519Key.Public)
	for _, value := range []string{"v1,AAAA " + good, good + " v1,AAAA", "v2,x " + good + " v1a,AAAA", signed.Get(standard.header) + " v1,AAAA", good + " " + signed.Get(standard.header)} {
		h.Set(standard.header, value)
		if reason := standard.verify(now, h, goodBody, "another", public, standard.secret); reason != "" {
			t.Errorf("%s: %s", value, reason)
		}
	}
	kit := http.Header{}
	standard.sign(kit, goodBody, "whsk_"+base64.StdEncoding.EncodeToString(ed25519Key.Private), now)
	if reason := standard.verify(now, kit, goodBody, public); reason != "" {
		t.Errorf("the kit signs with Ed25519: %s", reason)
	}
}

// The names of authentication schemes have no case.
func TestSchemeNames(t *testing.T) {
	for _, s := range schemes[4:6] {
		for _, change := range []func(string) string{strings.ToLower, strings.ToUpper} {
			name, rest, _ := strings.Cut(s.signed(goodBody, s.secret, now).Get(s.header), " ")
			if reason := s.verify(now, http.Header{s.header: {change(name) + " " + rest}}, goodBody, s.secret); reason != "" {
				t.Errorf("%s: %s", change(name), reason)
			}
		}
	}
}

// The sender is proved before the body is looked into: what is no JSON, and
// what does not decompress, tells nothing to those who have no secret. What is
// signed is the body as it was sent, compressed.
func TestProofComesFirst(t *testing.T) {
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(goodBody)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	s := schemes[0]
	for _, c := range []struct {
		name, body, signed, encoding string
		want                         int
	}{
		{"broken, not signed", `{"action"`, "", "", 401},
		{"broken, signed", `{"action"`, `{"action"`, "", 400},
		{"empty, signed", "", "", "", 400},
		{"gzip, signed as sent", zipped.String(), zipped.String(), "gzip", 200},
		{"gzip, signed before", zipped.String(), goodBody, "gzip", 401},
		{"no gzip, not signed", "no gzip", "", "gzip", 401},
		{"no gzip, signed", "no gzip", "no gzip", "gzip", 400},
	} {
		handled := 0
		q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(c.body))
		q.Header = s.signed(c.signed, s.secret, now)
		if c.encoding != "" {
			q.Header.Set("Content-Encoding", c.encoding)
		}
		w := httptest.NewRecorder()
		if s.receive(&handled, s.secret).ServeHTTP(w, q); w.Code != c.want {
			t.Errorf("%s: %d, want %d", c.name, w.Code, c.want)
		}
	}
}

func TestChallenges(t *testing.T) {
	for i, want := range []string{`Signature realm="body"`, `Signature realm="parts"`, `Signature realm="pairs"`, `Signature realm="standard"`, `Basic realm="basic"`, `Bearer realm="bearer"`, `Signature realm="keys"`} {
		w := httptest.NewRecorder()
		q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(goodBody))
		q.Header.Set("Content-Type", "application/json")
		schemes[i].receive(new(int), schemes[i].secret).ServeHTTP(w, q)
		if got := w.Header().Get("WWW-Authenticate"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// BenchmarkWrongProof refuses proofs of which more and more is right: the time
// is to stay the same.
func BenchmarkWrongProof(b *testing.B) {
	for _, s := range schemes {
		h := s.signed(goodBody, s.secret, now)
		good := h.Get(s.header)
		tail := 40
		if s.header == "Authorization" {
			tail = len(good) - len("Bearer ")
		}
		for _, right := range []int{0, tail / 4, tail / 2, tail - 2} {
			b.Run(fmt.Sprintf("%s/right=%d", s.name, right), func(b *testing.B) {
				at := len(good) - tail + right
				h.Set(s.header, good[:at]+strings.Repeat("#", len(good)-at))
				b.ReportAllocs()
				for b.Loop() {
					if s.verify(now, h, goodBody, s.secret) == "" {
						b.Fatal("accepted")
					}
				}
			})
		}
	}
}
