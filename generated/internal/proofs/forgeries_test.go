package proofs

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Every forgery is refused, by Verify and by the receiver, with 401 and without
// a word of what would have been right.
func TestForgeries(t *testing.T) {
	for _, s := range schemes {
		t.Run(s.name, func(t *testing.T) {
			all := forgeries(s)
			kinds := map[string]bool{}
			for _, x := range all {
				kinds[strings.Map(noDigits, x.name)] = true
				if reason := s.verify(x.at, x.header, x.body, x.secrets...); reason == "" {
					t.Errorf("%s is accepted", x.name)
				}
				handled := 0
				w := httptest.NewRecorder()
				q := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(x.body))
				q.Header = x.header.Clone()
				if s.receive(&handled, x.secrets...).ServeHTTP(w, q); w.Code != http.StatusUnauthorized || handled > 0 || w.Header().Get("WWW-Authenticate") == "" {
					t.Errorf("%s: the receiver answers %d and handles %d", x.name, w.Code, handled)
				}
			}
			if len(kinds) < 40 {
				t.Errorf("only %d kinds of forgery", len(kinds))
			}
			t.Logf("%d forgeries of %d kinds", len(all), len(kinds))
		})
	}
}

func noDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}
