package kit

import (
	"math/rand/v2"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// randomizer makes values from a seed.
type randomizer struct{ *rand.Rand }

// alphabet holds what is written in different ways, and what breaks careless code.
var alphabet = []rune("abcXYZ019 _-./\\\"'<>&{}[]:,\n\t\x00\u007f\u00e9\u0416\u4e2d\u200b\u2028\ufeff\U0001f600")

func (r *randomizer) text() string {
	text := make([]rune, r.IntN(12))
	for i := range text {
		text[i] = alphabet[r.IntN(len(alphabet))]
	}
	return string(text)
}

// integer returns a whole number, small ones and those at the edges included.
func (r *randomizer) integer() int64 {
	return int64(r.Uint64()) >> r.IntN(64)
}

// Random returns a valid delivery: the same for the same seed, and some of
// every action over many seeds.
func Random(seed uint64) Case { return webhooks.randomOfAll(seed) }

// RandomOf returns a valid delivery of an action: the same for the same seed.
func RandomOf(name hooks.Action, seed uint64) Case {
	return webhooks.random(actionOf(name), seed)
}

func (f *form) random(a *action, seed uint64) Case {
	r := &randomizer{rand.New(rand.NewPCG(seed, 0))}
	m := maker{form: f, action: a, random: r, pick: func(_ string, n int) int { return r.IntN(n) }}
	return f.newCase(a, "random", m.delivery())
}

// randomOfAll returns a delivery of one of the actions, or of an unknown one if
// the form has none.
func (f *form) randomOfAll(seed uint64) Case {
	all := f.all()
	if len(all) == 0 {
		return f.random(&newAction, seed)
	}
	return f.random(all[seed%uint64(len(all))], seed)
}
