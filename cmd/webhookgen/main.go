package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	keep := collectLate()
	p := newProgram(os.Stdin, os.Stdout, os.Stderr, os.Getenv)
	status := p.run(context.Background(), os.Args[1:])
	keep()
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
	err := newRoot(p).Run(ctx, append([]string{"webhookgen"}, p.askedForHelp(args)...))
	if lost := p.stdout.err; lost != nil {
		err = lost // whatever was found, not all of it was shown
	}
	return p.report(err)
}
