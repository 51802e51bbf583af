package main

import "testing"

func BenchmarkProf(b *testing.B) {
	ballast := make([]byte, 64<<20)
	for i := range ballast {
		ballast[i] = 1
	}
	for _, name := range names {
		body, _ := samples.ReadFile("samples/" + name + ".json")
		for _, c := range []contender{contenders[0], contenders[1], checks[0]} {
			b.Run(name+"/"+c.name, func(b *testing.B) {
				for range b.N {
					if err := c.run(body); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
	_ = ballast[0]
}
