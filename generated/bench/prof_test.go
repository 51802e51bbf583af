package main

import "testing"

func BenchmarkProf(b *testing.B) {
	ballast := make([]byte, 64<<20)
	for i := range ballast {
		ballast[i] = 1
	}
	for _, name := range names {
		body, _ := samples.ReadFile("samples/" + name + ".json")
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if err := generated(body); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	_ = ballast[0]
}
