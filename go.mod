module github.com/webhookgen/webhookgen

go 1.24
