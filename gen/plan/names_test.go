package plan

import "testing"

func TestGoName(t *testing.T) {
	for name, want := range map[string]string{
		"user_id": "UserID", "issues.opened": "IssuesOpened", "orders/create": "OrdersCreate", "Push Hook": "PushHook", "jira:issue_created": "JiraIssueCreated",
		"createdAt": "CreatedAt", "htmlURL": "HTMLURL", "ORDER_PAID": "OrderPaid", "PAYMENT.CAPTURE.DENIED": "PaymentCaptureDenied", "DO_NOT": "DoNot", "API_KEY": "APIKey",
		"AUTHORISATION": "Authorisation", "NONE": "None", "USD": "USD", "HTTPS": "HTTPS", "ID": "ID", "X-Event": "XEvent", "MX": "MX",
		"+1": "", "": "", "1st": "", "é": "",
	} {
		if got := goName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
