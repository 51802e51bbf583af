package runtime

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// number passes over the number at p.
func (s *scanner) number(p int) int {
	text := s.text
	if c := text[p] - '1'; c <= 8 { // most often a few digits
		q := p + 1
		for text[q]-'0' <= 9 {
			q++
		}
		if c := text[q]; c != '.' && c|0x20 != 'e' && q-p <= s.limits.Number {
			return q
		}
	}
	return s.numberSlow(p)
}

// numberSlow is number for all that can stand there.
func (s *scanner) numberSlow(p int) int {
	start, text := p, s.text
	if text[p] == '-' {
		p++
	}
	switch c := text[p]; {
	case c == '0':
		p++
	case '1' <= c && c <= '9':
		p = digits(text, p)
	case p > start:
		return s.fail(p, "a digit is wanted")
	default:
		return s.fail(p, "a value is wanted")
	}
	if text[p] == '.' {
		q := digits(text, p+1)
		if q == p+1 {
			return s.fail(q, "a digit is wanted")
		}
		p = q
	}
	if text[p]|0x20 == 'e' {
		if p = s.exponent(p + 1); p < 0 {
			return p
		}
	}
	if p-start > s.limits.Number {
		return s.fail(start, "a number is longer than the limit")
	}
	return p
}

func (s *scanner) exponent(p int) int {
	if s.text[p] == '+' || s.text[p] == '-' {
		p++
	}
	q := digits(s.text, p)
	if q == p {
		return s.fail(p, "a digit is wanted")
	}
	n := 0
	for _, c := range []byte(s.text[p:q]) {
		if n = n*10 + int(c-'0'); n > s.limits.Exponent {
			return s.fail(p, "a number's exponent is larger than the limit")
		}
	}
	return q
}

func digits(s string, p int) int {
	for s[p]-'0' <= 9 {
		p++
	}
	return p
}

// smallInt reads a whole number of at most 18 digits without fraction and
// exponent; ok is false for everything else.
func smallInt(text string, p int) (n int64, after int, ok bool) {
	start := p
	if text[p] == '-' {
		start++
	}
	x := load64(text, start) ^ '0'*lowBits // digits are now 0 to 9
	m := ((x + (0x7f-9)*lowBits) | x) & highBits
	if m == 0 {
		n, after = manyDigits(text, start)
	} else {
		// The digits move up, zeros come before them: eight, then four pairs,
		// two fours, and one number.
		count := bits.TrailingZeros64(m) >> 3
		after = start + count
		x <<= 64 - 8*count
		x = (x*10 + x>>8) & 0x00ff00ff00ff00ff
		x = (x*100 + x>>16) & 0x0000ffff0000ffff
		n = int64(x*10000+x>>32) & 0xffffffff
	}
	count := after - start
	if c := text[after]; c == '.' || c|0x20 == 'e' || count == 0 || count > 18 || text[start] == '0' && count > 1 {
		return 0, p, false
	}
	if start != p {
		n = -n
	}
	return n, after, true
}

// manyDigits reads the digits at p. Beyond 18 n means nothing.
func manyDigits(text string, p int) (n int64, after int) {
	after = digits(text, p)
	for _, c := range []byte(text[p:after]) {
		n = n*10 + int64(c-'0')
	}
	return n, after
}

// wholeNumber returns the value of a number literal that is integral, such as
// 1.0 and 1e2 too. fits is false if it does not fit 64 bits.
func wholeNumber(literal string) (n int64, integral, fits bool) {
	unsigned, negative := strings.CutPrefix(literal, "-")
	mantissa, power := unsigned, 0
	if i := strings.IndexAny(unsigned, "eE"); i >= 0 {
		mantissa = unsigned[:i]
		power, _ = strconv.Atoi(unsigned[i+1:]) // within Limits.Exponent
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	figures := strings.TrimLeft(whole+fraction, "0")
	power -= len(fraction)
	short := strings.TrimRight(figures, "0")
	power += len(figures) - len(short)
	switch {
	case short == "":
		return 0, true, true
	case power < 0:
		return 0, false, false
	case len(short)+power > 19:
		return 0, true, false
	}
	if negative {
		short = "-" + short
	}
	n, err := strconv.ParseInt(short+strings.Repeat("0", power), 10, 64)
	return n, true, err == nil
}

// maxNumber bounds a number without bounds of its own: what is finite as float64.
const maxNumber = math.MaxFloat64

// compare orders a number literal and a bound exactly: rounding to float64 can
// make a literal equal to a bound that it lies beyond. value is the literal's.
func compare(literal string, value, bound float64) int {
	switch {
	case value < bound:
		return -1
	case value > bound:
		return 1
	}
	return exact(literal).Cmp(exact(formatFloat(bound)))
}

// sameNumber says whether two number literals mean the same number.
func sameNumber(a, b string) bool { return a == b || exact(a).Cmp(exact(b)) == 0 }

// exact returns the value of a number literal, which is within the Limits.
func exact(literal string) *big.Rat {
	r, ok := new(big.Rat).SetString(literal)
	if !ok {
		return new(big.Rat)
	}
	return r
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
