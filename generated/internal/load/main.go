package main

import (
	"context"
	_ "embed"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/webhookgen/webhookgen/generated/livechat"
)

// script is what wrk runs.
//
//go:embed load.lua
var script []byte

func main() {
	duration := flag.Duration("duration", time.Minute, "send for this long")
	connections := flag.Int("connections", 64, "over so many connections")
	flag.Parse()
	if err := run(*duration, *connections); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// run puts a receiver under load and compares the counts.
func run(duration time.Duration, connections int) error {
	folder, err := os.MkdirTemp("", "load")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := os.WriteFile(filepath.Join(folder, "load.lua"), script, 0o600); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "deliveries"), deliveries(), 0o600); err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(folder, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	t := &tally{}
	r := t.receiver()
	r.Logger = slog.New(slog.NewJSONHandler(log, nil))
	if err := r.Check(); err != nil {
		return err
	}
	before := measure()
	client, err := serve(r, func(url string) (*result, error) { return wrk(url, folder, duration, connections) })
	if err != nil {
		return err
	}
	after := measure()
	t.print(client, before, after)
	return t.compare(client, connections, before, after)
}

// serve serves r while send runs, and shuts it down.
func serve(r *livechat.Receiver, send func(url string) (*result, error)) (*result, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := &http.Server{Handler: r, ReadHeaderTimeout: 5 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	client, err := send("http://" + listener.Addr().String())
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return nil, err
	}
	if err := r.Shutdown(ctx); err != nil {
		return nil, err
	}
	if err := <-ended; err != http.ErrServerClosed {
		return nil, err
	}
	return client, nil
}

// level is what a process holds.
type level struct {
	heap       uint64
	goroutines int
}

// measure returns what the process holds once it has come to rest.
func measure() level {
	var stats runtime.MemStats
	for range 3 {
		runtime.GC()
		time.Sleep(100 * time.Millisecond)
	}
	runtime.ReadMemStats(&stats)
	return level{heap: stats.HeapAlloc, goroutines: runtime.NumGoroutine()}
}
