package runtime

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// randomLiteral returns a number literal, often near the edges of int64.
func randomLiteral(r *rand.Rand) string {
	s := strconv.FormatInt(r.Int64N(100), 10)
	switch r.IntN(5) {
	case 0:
		s = strconv.FormatUint(math.MaxInt64-2+r.Uint64N(5), 10)
	case 1:
		s = strconv.FormatUint(r.Uint64(), 10)
	}
	if r.IntN(2) == 0 {
		s = "-" + s
	}
	if r.IntN(2) == 0 {
		s += "." + []string{"0", "000", "5", "50", "10", "005"}[r.IntN(6)]
	}
	if r.IntN(2) == 0 {
		s += fmt.Sprintf("e%d", r.IntN(45)-22)
	}
	return s
}

// TestWholeNumber compares with exact arithmetic.
func TestWholeNumber(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	low, high := big.NewInt(math.MinInt64), big.NewInt(math.MaxInt64)
	whole := 0
	for range 200_000 {
		literal := randomLiteral(r)
		exact, ok := new(big.Rat).SetString(literal)
		if !ok {
			t.Fatal(literal)
		}
		n, integral, fits := wholeNumber(literal)
		wantFits := exact.IsInt() && exact.Num().Cmp(low) >= 0 && exact.Num().Cmp(high) <= 0
		if integral != exact.IsInt() || fits != wantFits || fits && exact.Num().Int64() != n {
			t.Fatalf("%s: %d, %v, %v", literal, n, integral, fits)
		}
		if fits {
			whole++
		}
		if m, after, ok := smallInt(literal+padding, 0); ok && (after != len(literal) || m != n || !fits) {
			t.Fatalf("smallInt(%s) = %d, %d", literal, m, after)
		}
	}
	if whole < 20_000 {
		t.Errorf("only %d whole numbers tried", whole)
	}
}

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		literal string
		bound   float64
		want    int
	}{
		{"1", 1, 0}, {"1.0", 1, 0}, {"0.9", 1, -1}, {"1.00000000000000000001", 1, 1}, {"0.99999999999999999999", 1, -1},
		{"0.1", 0.1, 0}, {"0.1000000000000000055", 0.1, 1}, {"1e309", maxNumber, 1}, {"1.7976931348623157e308", maxNumber, 0},
		{"1.7976931348623158e308", maxNumber, 1}, {"-1.7976931348623158e308", -maxNumber, -1}, {"5e-324", 0, 1}, {"1e-400", 0, 1},
	} {
		value, _ := strconv.ParseFloat(test.literal, 64)
		if got := compare(test.literal, value, test.bound); got != test.want {
			t.Errorf("%s against %v: %d, want %d", test.literal, test.bound, got, test.want)
		}
	}
}

// TestSmallInt compares with strconv, for all numbers of digits and for what
// can follow them.
func TestSmallInt(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	small := 0
	for range 200_000 {
		literal := strconv.FormatUint(r.Uint64()>>r.IntN(64), 10)
		if r.IntN(8) == 0 {
			literal = "0" + literal
		}
		if r.IntN(2) == 0 {
			literal = "-" + literal
		}
		rest := []string{",", "}", ".5", "e3", "E3", " ", "\x7f", "\xff", "/", ":", "\x00"}[r.IntN(11)]
		n, after, ok := smallInt(literal+rest+padding, 0)
		figures := strings.TrimPrefix(literal, "-")
		want := len(figures) <= 18 && (figures == "0" || figures[0] != '0') && !strings.ContainsAny(rest, ".eE")
		if ok != want {
			t.Fatalf("%s%q: %v", literal, rest, ok)
		}
		if !ok {
			continue
		}
		small++
		if value, err := strconv.ParseInt(literal, 10, 64); err != nil || n != value || after != len(literal) {
			t.Fatalf("%s%q: %d, %d", literal, rest, n, after)
		}
	}
	if small < 50_000 {
		t.Errorf("%d small ones", small)
	}
}
