package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	p := newProgram(os.Stdin, os.Stdout, os.Stderr, os.Getenv)
	status := p.run(ctx, os.Args[1:])
	stop()
	os.Exit(status)
}

// run carries out one command line and returns the exit status.
func (p *program) run(ctx context.Context, args []string) (status int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(p.stderr, "webhookgen: fault in webhookgen itself: %v\n"+
				"  help: please report it with the command line and the input: %s\n", fault, issuesURL)
			status = statusFault
		}
	}()
	return p.report(newRoot(p).Run(ctx, append([]string{"webhookgen"}, args...)))
}
