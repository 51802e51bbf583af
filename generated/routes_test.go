package generated_test

import (
	"testing"

	"github.com/webhookgen/webhookgen/generated/internal/events/eventstest"
)

func TestEventsKit(t *testing.T) { eventstest.Conformance(t) }
